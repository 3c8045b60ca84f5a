import { ethnicitySources, notStated, notStatedReasons, officerCodes, schemes } from '../policy/ethnicity.js';
import { cpsAuthorities, policeStatuses, responsibilityStances, sufficiencies } from '../policy/police-information.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { selfDefinedCodes } from './self-defined-codes.js';

export const yesOrNo = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
];

/** With one panel area there is nothing to choose. */
const areaField = (areas: readonly Named[]): Field =>
  areas.length === 1
    ? { id: 'panelAreaId', kind: 'HIDDEN', ask: 'Panel area' }
    : { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) };

/** Of a child on record only the panel area is asked. */
export const knownStartFields = (areas: readonly Named[]): Field[] => [
  areaField(areas),
  { id: 'childIs', kind: 'HIDDEN', ask: 'Child' },
  { id: 'childId', kind: 'HIDDEN', ask: 'Child' },
];

export const startFields = (areas: readonly Named[]): Field[] => [
  areaField(areas),
  {
    id: 'childIs',
    kind: 'CHOICE',
    ask: 'Has the panel had a case of this child before?',
    options: [
      { value: 'NEW', label: 'No, or I do not know', hint: 'You will be shown children who may be the same' },
      { value: 'KNOWN', label: 'Yes, and I have the reference of the earlier case' },
    ],
  },
  {
    id: 'earlierReference',
    kind: 'TEXT',
    limit: 50,
    ask: 'Reference of the earlier case',
    hint: 'For example, JDP-26-7K2M9Q',
    when: { question: 'childIs', is: 'KNOWN' },
  },
];

export const childFields: readonly Field[] = [
  { id: 'givenName', kind: 'TEXT', limit: 200, ask: 'Given name' },
  { id: 'familyName', kind: 'TEXT', limit: 200, ask: 'Family name' },
  { id: 'dateOfBirth', kind: 'DAY', ask: 'Date of birth', hint: 'For example, 27 3 2011' },
  {
    id: 'sex',
    kind: 'CHOICE',
    ask: 'Sex',
    options: [
      { value: 'FEMALE', label: 'Female' },
      { value: 'MALE', label: 'Male' },
      { value: 'NOT_KNOWN', label: 'Not known' },
    ],
  },
];

export const ethnicityFields: readonly Field[] = [
  {
    id: 'code',
    kind: 'SELECT',
    ask: 'Ethnicity as the child says it',
    hint: 'Record what the child says, also where the officer saw something else',
    options: selfDefinedCodes,
  },
  {
    id: 'notStatedReason',
    kind: 'CHOICE',
    ask: 'Why was it not stated?',
    options: optionsOf(notStatedReasons),
    when: { question: 'code', is: notStated },
  },
  { id: 'scheme', kind: 'CHOICE', ask: 'List of codes', options: optionsOf(schemes) },
  { id: 'source', kind: 'CHOICE', ask: 'Who said it?', options: optionsOf(ethnicitySources) },
  {
    id: 'officerCode',
    kind: 'SELECT',
    ask: 'What the officer saw',
    hint: 'Kept beside what the child says, and never in its place',
    options: optionsOf(officerCodes),
    optional: true,
  },
];

export const crimeFields: readonly Field[] = [
  { id: 'crimeReference', kind: 'TEXT', limit: 100, ask: 'Crime reference' },
  { id: 'officer.name', kind: 'TEXT', limit: 200, ask: 'Officer in the case' },
  { id: 'officer.collarNumber', kind: 'TEXT', limit: 50, ask: 'Collar number' },
  { id: 'policeStatus', kind: 'CHOICE', ask: 'Where the child stands with police', options: optionsOf(policeStatuses) },
  { id: 'bailDate', kind: 'DAY', ask: 'Date bail ends', when: { question: 'policeStatus', is: 'BAIL' } },
];

export const evidenceFields: readonly Field[] = [
  {
    id: 'responsibilityStance',
    kind: 'CHOICE',
    ask: 'How does the child stand to the allegation?',
    options: optionsOf(responsibilityStances),
  },
  {
    id: 'evidenceSufficient',
    kind: 'CHOICE',
    ask: 'Is there sufficient evidence to charge?',
    options: optionsOf(sufficiencies),
  },
  {
    id: 'cpsAuthority',
    kind: 'CHOICE',
    ask: 'Authority of the Crown Prosecution Service',
    hint: 'Where an offence can be tried in the Crown Court alone',
    options: optionsOf(cpsAuthorities),
    optional: true,
  },
  {
    ...{ id: 'arrestedFor', kind: 'TEXT', limit: 500, ask: 'What was the child arrested for?', optional: true },
    hint: 'Even where it was for something else than the offence here. If there was no arrest, say how it came to light.',
  },
  {
    id: 'policeInformation',
    kind: 'LONG_TEXT',
    limit: 10_000,
    ask: 'What police know that the panel should know',
    hint: 'The account given, earlier contact with police, and worries about the child’s safety. Name no victim here.',
  },
];

export const adultFields: readonly Field[] = [
  { id: 'isNamed', kind: 'CHOICE', ask: 'Is there an appropriate adult?', options: yesOrNo },
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name', when: { question: 'isNamed', is: 'YES' } },
  {
    id: 'relationship',
    kind: 'TEXT',
    limit: 200,
    ask: 'How are they related to the child?',
    hint: 'For example, mother, social worker or foster carer',
    when: { question: 'isNamed', is: 'YES' },
  },
];
