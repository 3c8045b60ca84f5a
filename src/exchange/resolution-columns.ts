import { offenceFeatures } from '../policy/offence-classes.js';
import { type Column, NO_FEATURES, PANEL_AREA } from './referral-columns.js';

/** Every column of a file of police-issued resolutions, in the order of the template. */
// prettier-ignore
export const resolutionColumns: readonly Column[] = [
  { name: 'givenName', path: 'child.givenName', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The child’s given name' },
  { name: 'familyName', path: 'child.familyName', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The child’s family name' },
  { name: 'dateOfBirth', path: 'child.dateOfBirth', kind: 'DAY', required: true, sensitivity: 'PERSONAL', meaning: 'The child’s date of birth' },
  { name: 'sex', path: 'child.sex', kind: 'CODE', values: ['MALE', 'FEMALE', 'NOT_KNOWN'], required: true, sensitivity: 'PERSONAL', meaning: 'The child’s sex' },
  { name: 'givenOn', path: 'givenOn', kind: 'DAY', required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The day on which the resolution was issued' },
  { name: 'offence', path: 'offence', kind: 'TEXT', limit: 500, required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What it was issued for' },
  { name: 'features', path: 'features', kind: 'CODES', values: [...Object.keys(offenceFeatures), NO_FEATURES], sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What is part of the offence; NONE where somebody looked and found none. Nothing says that nobody looked' },
  { name: 'officer', path: 'officer', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The officer who issued it: name and collar number' },
  { name: 'withoutPanelBecause', path: 'withoutPanelBecause', kind: 'TEXT', limit: 500, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Why it was issued without the panel, where the child had one before' },
  { name: PANEL_AREA, path: 'panelAreaId', kind: 'TEXT', limit: 200, required: 'when no panel area is chosen with the file', sensitivity: 'OPERATIONAL', meaning: 'The name of the panel area, or its id. One file is for one panel area' },
];
