import { overrideFields } from '../panels/override.fields.js';
import { conditionObjects } from '../policy/conditions.js';
import { type BookCode, type Disposal, disposalCodes, disposalOf } from '../policy/disposals.js';
import { nfaReasons } from '../policy/outcome-gates.js';
import type { Option } from '../policy/questions/question-set.js';
import { type RuleCode, sourceOf } from '../policy/rules.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

/** What the law or guidance asks, with where it stands; a rule of the house needs no reference. */
const asks = (words: string, code: RuleCode, disposal?: string): string => {
  const { citation } = sourceOf(code, disposal);
  return citation.startsWith('House rule') ? words : `${words} (${citation})`;
};

const days: Readonly<Record<BookCode, string>> = {
  NO_FURTHER_ACTION: 'Day police ended the case',
  OUTCOME_20: 'Day the other agency took it on',
  OUTCOME_21: 'Day police closed the investigation',
  COMMUNITY_RESOLUTION: 'Day the resolution was agreed',
  OUTCOME_22: 'Day police recorded Outcome 22',
  OUTCOME_22_DEFERRED: 'Day police recorded Outcome 22',
  OUTCOME_23: 'Day police recorded Outcome 23',
  YOUTH_CAUTION: 'Day the caution was given',
  YOUTH_CONDITIONAL_CAUTION: 'Day the caution was given',
  CHARGE: 'Day the child was charged, or the case sent for charge',
};

const inPerson: readonly Field[] = [
  {
    ...{ id: 'givenBy', kind: 'TEXT', limit: 200, ask: 'Who gave it?' },
    ...{ hint: asks('Name and rank or role', 'GIVEN_BY_MISSING'), answers: ['GIVEN_BY_MISSING'] },
  },
  {
    ...{ id: 'place', kind: 'TEXT', limit: 500, ask: 'Where?', hint: 'For example, at the police station or at home' },
    answers: ['GIVEN_BY_MISSING'],
  },
];

const adult = (code: string): Field[] => [
  {
    ...{ id: 'appropriateAdult.name', kind: 'TEXT', limit: 200, ask: 'Appropriate adult who was present' },
    ...{ hint: asks('Their name', 'APPROPRIATE_ADULT_MISSING', code), answers: ['APPROPRIATE_ADULT_MISSING'] },
  },
  {
    ...{ id: 'appropriateAdult.relationship', kind: 'TEXT', limit: 200, ask: 'How they are related to the child' },
    optional: true,
  },
];

/** The codes of consent, as answers to the question that is asked. */
const afterwards = { REFUSED: 'No', WITHDRAWN: 'At first, and no longer', NOT_YET_SOUGHT: 'Not asked yet' } as const;
const agreements = { GIVEN: 'Yes', SIGNED: 'Yes, and signed', ...afterwards } as const;
const signatures = { SIGNED: 'Yes', GIVEN: 'Agreed, and did not sign', ...afterwards } as const;

/** A youth conditional caution is signed; a resolution is agreed to. */
const consent = (code: string): Field[] => [
  {
    id: 'consent.status',
    kind: 'CHOICE',
    ask: code === 'YOUTH_CONDITIONAL_CAUTION' ? 'Did the child sign?' : 'Did the child agree?',
    hint: asks(
      code === 'YOUTH_CONDITIONAL_CAUTION'
        ? 'The child signs a document with the offence, the admission, the consent and the conditions'
        : 'A child who does not agree goes back to the panel or to police',
      'CONSENT_MISSING',
      code,
    ),
    options: optionsOf(code === 'YOUTH_CONDITIONAL_CAUTION' ? signatures : agreements),
    answers: ['CONSENT_MISSING'],
  },
  { id: 'consent.on', kind: 'DAY', ask: 'Day the child answered', optional: true },
];

const explained: Field = {
  id: 'explained',
  kind: 'CHOICE',
  ask: 'Was its effect explained to the child in ordinary words?',
  hint: asks('What it means now, and for any later offence', 'EXPLANATION_MISSING'),
  options: optionsOf({ YES: 'Yes', NO: 'No' }),
  answers: ['EXPLANATION_MISSING'],
};

const conditions: Field = {
  id: 'conditions',
  kind: 'GROUP',
  ask: 'Conditions, as the child signed them',
  hint: asks('At least one that rehabilitates, repairs or punishes', 'YCC_CONDITIONS_REQUIRED'),
  itemName: 'condition',
  most: 20,
  answers: ['YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP'],
  questions: [
    { id: 'object', kind: 'SELECT', ask: 'What is it for?', options: optionsOf(conditionObjects) },
    { id: 'description', kind: 'LONG_TEXT', limit: 4000, ask: 'What the child has to do' },
    {
      ...{ id: 'penaltyPence', kind: 'NUMBER', least: 0, most: 10_000_000, ask: 'Penalty, in pence', optional: true },
      hint: asks('£15 is 1500. The most depends on the offence and on the child’s age', 'YCC_PENALTY_CAP'),
    },
    {
      ...{ id: 'attendanceHours', kind: 'NUMBER', least: 0, most: 1000, ask: 'Hours of attendance', optional: true },
      hint: asks('At most 20 in all, rehabilitation apart', 'YCC_ATTENDANCE_CAP'),
    },
    { id: 'due', kind: 'DAY', ask: 'To be done by', optional: true, hint: asks('Within 16 weeks', 'YCC_DEADLINE') },
  ],
};

const victimTold = (isAsked: boolean, code: string): Field => ({
  id: 'victimInformedOn',
  kind: 'DAY',
  ask: 'Day the victim was told',
  hint: isAsked
    ? asks('Every victim is told; leave empty when nobody was harmed', 'VICTIM_NOT_INFORMED', code)
    : 'Leave empty when nobody was told yet: a task with its day is opened',
  optional: true,
  answers: ['VICTIM_NOT_INFORMED'],
});

const nfaReason: Field = {
  id: 'nfaReason',
  kind: 'CHOICE',
  ask: 'Why is there no further action?',
  hint: asks('The reason gives the number that is reported', 'NFA_REASON_MISSING'),
  options: Object.entries(nfaReasons).map(([value, { name, outcome }]) => ({
    ...{ value, label: name, hint: `Home Office outcome ${outcome}` },
  })),
  answers: ['NFA_REASON_MISSING'],
};

/** Only what the disposal needs. `overridable` are the gates that the reader may pass over, or has to consider. */
export function outcomeFields(row: Disposal | null, overridable: readonly Option[]): Field[] {
  const asked = (code: RuleCode, fields: readonly Field[]) => (row?.outcomeRules.includes(code) ? fields : []);
  const code = row?.code ?? '';
  return [
    { id: 'disposal', kind: 'HIDDEN', ask: 'Disposal' },
    { id: 'givenOn', kind: 'DAY', ask: days[code as BookCode] ?? 'Day of the outcome', answers: ['GIVEN_BY_MISSING'] },
    ...asked('GIVEN_BY_MISSING', inPerson),
    ...asked('APPROPRIATE_ADULT_MISSING', adult(code)),
    ...asked('EXPLANATION_MISSING', [explained]),
    ...(row?.rules.includes('YCC_CONDITIONS_REQUIRED') ? [conditions] : []),
    ...asked('CONSENT_MISSING', consent(code)),
    ...asked('NFA_REASON_MISSING', [nfaReason]),
    victimTold(row?.outcomeRules.includes('VICTIM_NOT_INFORMED') ?? false, code),
    ...overrideFields(overridable),
  ];
}

const everything = disposalCodes.flatMap((code) => outcomeFields(disposalOf(code), [{ value: '', label: '' }]));

/** The fields of every disposal, for reading what was posted: which were shown does not matter there. */
export const postedOutcome: readonly Field[] = [...new Map(everything.map((field) => [field.id, field])).values()];
