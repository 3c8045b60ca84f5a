import { groundings, meaningParts, type Disposal } from '../policy/disposal.js';
import { choosableRules, keptRules, type RuleStage } from '../policy/disposal-changes.js';
import type { Option } from '../policy/questions/question-set.js';
import { rules, sourceOf } from '../policy/rules.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf, yesOrNo } from '../platform/web/form-options.js';

const ruleOptions = (stage: RuleStage, code: string): Option[] => {
  const kept = keptRules(code, stage);
  return choosableRules[stage].map((rule) => ({
    value: rule,
    label: rules[rule].message,
    hint: `${sourceOf(rule, code).citation}${kept.includes(rule) ? '. It cannot be taken off' : ''}`,
  }));
};

const ruleField = (id: RuleStage, ask: string, code: string): Field => ({
  ...{ id, kind: 'CHOICES', ask, optional: true, options: ruleOptions(id, code) },
  hint: 'Each by what people are told when it is not met',
});

const meanings: Field = {
  id: 'meanings',
  kind: 'GROUP',
  ask: 'What it means for the child and the victim',
  hint: 'One thing a row, each with where it comes from. What is not known is left out, and the pages say so.',
  itemName: 'thing it means',
  most: 30,
  optional: true,
  questions: [
    { id: 'part', kind: 'SELECT', ask: 'About', options: optionsOf(meaningParts) },
    { id: 'words', kind: 'LONG_TEXT', limit: 1000, ask: 'What it means' },
    { id: 'source', kind: 'TEXT', limit: 300, ask: 'Where this comes from' },
    { id: 'grounding', kind: 'SELECT', ask: 'How well it is known', options: optionsOf(groundings) },
  ],
};

const why: Field = { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is this changed?' };

const names: readonly Field[] = [
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name' },
  {
    ...{ id: 'homeOfficeOutcome', kind: 'TEXT', limit: 3, ask: 'Home Office outcome', optional: true },
    hint: 'A number such as 8 or 22; empty where the reason determines it',
  },
  {
    ...{ id: 'nationalCodes', kind: 'LONG_TEXT', limit: 1000, ask: 'National codes', optional: true },
    hint: 'One a line, as the Youth Justice Board’s schema writes them',
  },
  {
    ...{ id: 'interimNationalCode', kind: 'TEXT', limit: 100, ask: 'Interim national code', optional: true },
    hint: 'Reported until the national schema has a code of its own',
  },
];

/** Everything of a disposal but its code and why, in the order of the page. */
const rowFields = (code: string): Field[] => [
  { id: 'naming', kind: 'HEADING', ask: 'What it is called' },
  ...names,
  { id: 'validity', kind: 'HEADING', ask: 'When it may be chosen' },
  {
    ...{ id: 'validFrom', kind: 'DAY', ask: 'First day' },
    ...(code === 'OUTCOME_23' ? { hint: 'A panel area’s own first day of Outcome 23 stays as it is' } : {}),
  },
  { id: 'validTo', kind: 'DAY', ask: 'Last day', hint: 'Empty while it has no end', optional: true },
  { id: 'entails', kind: 'HEADING', ask: 'What it entails' },
  { id: 'informal', kind: 'CHOICE', ask: 'Does it count towards the repeat threshold?', options: yesOrNo },
  { id: 'firstTimeEntrant', kind: 'CHOICE', ask: 'Does it make a first-time entrant?', options: yesOrNo },
  { id: 'needs', kind: 'HEADING', ask: 'What it needs' },
  ruleField('rules', 'At the recommendation and the police decision', code),
  ruleField('outcomeRules', 'When the outcome is recorded', code),
  ruleField('registerRules', 'When police register one issued without the panel', code),
  meanings,
];

const fromDay: Field = { id: 'fromDay', kind: 'DAY', ask: 'From which day does it hold?' };

export const changeFields = (code: string): Field[] => [
  ...rowFields(code),
  { id: 'when', kind: 'HEADING', ask: 'This change' },
  { ...fromDay, hint: 'Today or later. What is decided before keeps the edition it was decided under.' },
  why,
];

export const newFields: readonly Field[] = [
  {
    ...{ id: 'code', kind: 'TEXT', limit: 60, ask: 'Code' },
    hint: 'Permanent, in capitals with _ between words, for example COMMUNITY_PLEDGE',
  },
  ...rowFields(''),
  { id: 'when', kind: 'HEADING', ask: 'This disposal' },
  { ...fromDay, hint: 'Today or later. Nobody can choose it before.' },
  { ...why, ask: 'Why is it added?' },
];

/** What a new disposal cannot do without is ticked as the form opens. */
export const newValues = (today: string): object => ({
  ...{ validFrom: today, fromDay: today },
  ...{ rules: keptRules('', 'rules'), outcomeRules: keptRules('', 'outcomeRules') },
});

export const endFields: readonly Field[] = [
  { id: 'validTo', kind: 'DAY', ask: 'Last day on which it may be chosen' },
  { ...why, ask: 'Why does it end?' },
];

/** A row as the form shows it. */
export const valuesOf = ({ informal, firstTimeEntrant, nationalCodes, ...row }: Disposal): object => ({
  ...row,
  homeOfficeOutcome: row.homeOfficeOutcome ?? undefined,
  interimNationalCode: row.interimNationalCode ?? undefined,
  validTo: row.validTo ?? undefined,
  nationalCodes: nationalCodes.join('\n'),
  informal: informal ? 'YES' : 'NO',
  firstTimeEntrant: firstTimeEntrant ? 'YES' : 'NO',
});
