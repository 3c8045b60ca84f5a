import { ethnicities, ethnicitySources, notStatedReasons, officerCodes, schemes } from '../policy/ethnicity.js';
import { gravityEditionCodes } from '../policy/gravity.js';
import { offenceFeatures, type withoutFeatures } from '../policy/offence-classes.js';
import { cpsAuthorityCodes, policeStatusCodes, stanceCodes, sufficiencyCodes } from '../policy/police-information.js';
import { consentAnswerCodes } from '../policy/victim-consent.js';
import { victimKinds } from '../victims/victim.entity.js';

export type Sensitivity = 'OPERATIONAL' | 'PERSONAL' | 'CRIMINAL_OFFENCE' | 'SPECIAL_CATEGORY';

/** One column of a file of referrals: its heading, where it stands in a referral, and what may be written in it. */
export type Column = {
  readonly name: string;
  readonly path: string;
  readonly kind: 'TEXT' | 'DAY' | 'NUMBER' | 'CODE' | 'CODES' | 'FACTORS';
  readonly meaning: string;
  readonly values?: readonly string[];
  readonly limit?: number;
  /** `true`: in every row, so the column too. Words: when it is. Left out: never. */
  readonly required?: true | string;
  readonly sensitivity: Sensitivity;
};

export const MOST_ROWS = 2000;
export const MOST_OFFENCES = 3;
export const MOST_VICTIMS = 3;

/** The panel area is chosen when the file is sent, or named here: one file is for one panel area. */
export const PANEL_AREA = 'panelArea';

/** Written among the features where somebody looked and found none. */
export const NO_FEATURES: keyof typeof withoutFeatures = 'NONE';

const yesNoNotKnown = ['YES', 'NO', 'NOT_KNOWN'];
const scores = ['1', '2', '3', '4', '5'];
const ethnicityCodes = [...new Set(Object.values(ethnicities).flatMap((scheme) => Object.keys(scheme)))].toSorted();
const places = (most: number): number[] => Array.from({ length: most }, (_, index) => index);

// prettier-ignore
const child: Column[] = [
  { name: 'givenName', path: 'child.givenName', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The child’s given name' },
  { name: 'familyName', path: 'child.familyName', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The child’s family name' },
  { name: 'dateOfBirth', path: 'child.dateOfBirth', kind: 'DAY', required: true, sensitivity: 'PERSONAL', meaning: 'The child’s date of birth' },
  { name: 'sex', path: 'child.sex', kind: 'CODE', values: ['MALE', 'FEMALE', 'NOT_KNOWN'], required: true, sensitivity: 'PERSONAL', meaning: 'The child’s sex' },
  { name: 'ethnicityCode', path: 'child.ethnicity.code', kind: 'CODE', values: ethnicityCodes, sensitivity: 'SPECIAL_CATEGORY', meaning: 'The child’s ethnicity as it was said, by a code of the scheme. It may follow later; the preparation is not complete without it. NS is taken for NOT_STATED' },
  { name: 'ethnicityScheme', path: 'child.ethnicity.scheme', kind: 'CODE', values: Object.keys(schemes), required: 'with ethnicityCode', sensitivity: 'OPERATIONAL', meaning: 'Which list of codes ethnicityCode is from' },
  { name: 'ethnicitySource', path: 'child.ethnicity.source', kind: 'CODE', values: Object.keys(ethnicitySources), required: 'with ethnicityCode', sensitivity: 'OPERATIONAL', meaning: 'Who said it' },
  { name: 'ethnicityNotStatedReason', path: 'child.ethnicity.notStatedReason', kind: 'CODE', values: Object.keys(notStatedReasons), required: 'when ethnicityCode is NOT_STATED', sensitivity: 'OPERATIONAL', meaning: 'Why ethnicity was not stated' },
  { name: 'officerEthnicityCode', path: 'child.ethnicity.officerCode', kind: 'CODE', values: Object.keys(officerCodes), sensitivity: 'SPECIAL_CATEGORY', meaning: 'What the officer saw; kept beside what the child says and never in its place' },
];

// prettier-ignore
const offence = (place: number): Column[] => {
  const [name, path] = [`offence${place + 1}`, `offences[${place}]`];
  const when = place === 0 ? true : `when anything of ${name} is given`;
  return [
    { name: `${name}Date`, path: `${path}.date`, kind: 'DAY', required: when, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The day of the offence' },
    { name: `${name}Class`, path: `${path}.homeOfficeClass`, kind: 'TEXT', limit: 20, required: when, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The Home Office class of the offence, such as 46 or 105A' },
    { name: `${name}Description`, path: `${path}.description`, kind: 'TEXT', limit: 4000, required: when, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What happened, in plain words' },
    { name: `${name}IndictableOnly`, path: `${path}.indictableOnly`, kind: 'CODE', values: yesNoNotKnown, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Whether it can be tried in the Crown Court alone. NOT_KNOWN or nothing: what is usual for the class' },
    { name: `${name}Features`, path: `${path}.features`, kind: 'CODES', values: [...Object.keys(offenceFeatures), NO_FEATURES], sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What the offence is marked with, separated by semicolons; NONE where somebody looked and found none. Nothing says that it is not known' },
    { name: `${name}GravityEdition`, path: `${path}.gravity.edition`, kind: 'CODE', values: gravityEditionCodes, required: 'when the offence is scored', sensitivity: 'OPERATIONAL', meaning: 'The edition of the NPCC child gravity matrix' },
    { name: `${name}GravityStart`, path: `${path}.gravity.startScore`, kind: 'NUMBER', values: scores, required: 'when the offence is scored', sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The score the matrix gives before any factor' },
    { name: `${name}GravityFactors`, path: `${path}.gravity.factors`, kind: 'FACTORS', sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What moved the score: each as AGGRAVATING or MITIGATING, the factor, and what shows it, parted by colons; several are parted by |. For example: MITIGATING: first offence: nothing recorded before' },
    { name: `${name}GravityFinal`, path: `${path}.gravity.finalScore`, kind: 'NUMBER', values: scores, required: 'when the offence is scored', sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The score after the factors' },
  ];
};

// prettier-ignore
const police: Column[] = [
  { name: 'crimeReference', path: 'crimeReference', kind: 'TEXT', limit: 100, required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The reference police gave the matter. Children of one incident share it' },
  { name: 'officerName', path: 'officer.name', kind: 'TEXT', limit: 200, required: true, sensitivity: 'PERSONAL', meaning: 'The officer in the case' },
  { name: 'officerCollarNumber', path: 'officer.collarNumber', kind: 'TEXT', limit: 50, required: true, sensitivity: 'OPERATIONAL', meaning: 'The officer’s collar number' },
  { name: 'policeStatus', path: 'policeStatus', kind: 'CODE', values: policeStatusCodes, required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Where the child stands with police' },
  { name: 'bailDate', path: 'bailDate', kind: 'DAY', required: 'when policeStatus is BAIL', sensitivity: 'CRIMINAL_OFFENCE', meaning: 'The day on which bail ends' },
  { name: 'responsibilityStance', path: 'responsibilityStance', kind: 'CODE', values: stanceCodes, required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'How the child stands to the allegation' },
  { name: 'evidenceSufficient', path: 'evidenceSufficient', kind: 'CODE', values: sufficiencyCodes, required: true, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Whether there is sufficient evidence to charge' },
  { name: 'cpsAuthority', path: 'cpsAuthority', kind: 'CODE', values: cpsAuthorityCodes, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Whether the Crown Prosecution Service gave authority, for offences that are indictable only' },
  { name: 'policeInformation', path: 'policeInformation', kind: 'TEXT', limit: 10_000, required: true, sensitivity: 'SPECIAL_CATEGORY', meaning: 'What police know that the panel should know' },
  { name: 'arrestedFor', path: 'arrestedFor', kind: 'TEXT', limit: 500, sensitivity: 'CRIMINAL_OFFENCE', meaning: 'What the child was arrested for, even where it was for something else than the offence; or how it came to light' },
  { name: 'appropriateAdultName', path: 'appropriateAdult.name', kind: 'TEXT', limit: 200, required: 'with appropriateAdultRelationship', sensitivity: 'PERSONAL', meaning: 'The appropriate adult' },
  { name: 'appropriateAdultRelationship', path: 'appropriateAdult.relationship', kind: 'TEXT', limit: 200, required: 'with appropriateAdultName', sensitivity: 'PERSONAL', meaning: 'How they are related to the child' },
];

// prettier-ignore
const victim = (place: number): Column[] => {
  const [name, path] = [`victim${place + 1}`, `victims[${place}]`];
  const when = place === 0 ? 'unless noVictimReason is given' : `when anything of ${name} is given`;
  return [
    { name: `${name}Kind`, path: `${path}.kind`, kind: 'CODE', values: victimKinds, required: when, sensitivity: 'OPERATIONAL', meaning: 'Who was harmed' },
    { name: `${name}Name`, path: `${path}.name`, kind: 'TEXT', limit: 200, sensitivity: 'PERSONAL', meaning: 'The victim’s name. The panel is never shown it' },
    { name: `${name}ContactDetails`, path: `${path}.contactDetails`, kind: 'TEXT', limit: 500, sensitivity: 'PERSONAL', meaning: 'How the victim can be reached. The panel is never shown it' },
    { name: `${name}Consent`, path: `${path}.consentToShare`, kind: 'CODE', values: consentAnswerCodes, required: when, sensitivity: 'PERSONAL', meaning: 'Whether the victim agreed that police give their details to the youth justice service' },
    { name: `${name}ConsentReason`, path: `${path}.consentReason`, kind: 'TEXT', limit: 500, sensitivity: 'PERSONAL', meaning: 'Why the victim did not agree' },
    { name: `${name}SameSchoolOrHome`, path: `${path}.sameSchoolOrHome`, kind: 'CODE', values: yesNoNotKnown, sensitivity: 'PERSONAL', meaning: 'Whether the victim and the child share a school or a home. Nothing: NOT_KNOWN' },
  ];
};

// prettier-ignore
const noVictim: Column = { name: 'noVictimReason', path: 'noIdentifiableVictim.reason', kind: 'TEXT', limit: 500, required: 'unless a victim is given', sensitivity: 'CRIMINAL_OFFENCE', meaning: 'Why there is no identifiable victim' };

/** Every column there is, in the order of the template. The dictionary, the template and the reading of a file follow. */
export const referralColumns: readonly Column[] = [
  ...child,
  ...places(MOST_OFFENCES).flatMap(offence),
  ...police,
  ...places(MOST_VICTIMS).flatMap(victim),
  noVictim,
  {
    ...{ name: PANEL_AREA, path: 'panelAreaId', kind: 'TEXT', limit: 200, sensitivity: 'OPERATIONAL' },
    ...{
      required: 'when no panel area is chosen with the file',
      meaning: 'The name of the panel area, or its id. One file is for one panel area',
    },
  },
];
