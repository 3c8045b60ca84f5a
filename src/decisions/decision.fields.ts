import { overrideFields } from '../panels/override.fields.js';
import { divergenceReasons } from '../policy/divergence.js';
import type { Option } from '../policy/questions/question-set.js';
import type { RuleCode } from '../policy/rules.js';
import type { Field, FieldLink } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import { bases } from './decision.entity.js';
import { daysInWords } from '../platform/web/words.js';
import type { Standing } from './disposal-standings.js';
import {
  missingFields,
  oneVictim,
  plain,
  reasonFields,
  leastField,
  restsOnField,
  type VictimAsked,
} from './reasons.fields.js';

/** What holds whichever is chosen stands above the choice, once. */
const above: readonly RuleCode[] = ['EXPLOITATION_DEFENCE_NOT_RAISED', 'PROSECUTOR_NOT_ANSWERED'];
const isOfThisOne = ({ code }: Standing['reasons'][number]): boolean => !above.includes(code);

const choiceOf = ({ code, name, words, reasons }: Standing): Option => ({
  value: code,
  label: name,
  hint: [
    words,
    ...reasons.filter(isOfThisOne).map(({ message, source }) => `${daysInWords(message)} (${source})`),
  ].join('. '),
});

const gravityField = (hint: string): Field => ({
  ...{ id: 'gravityDeparture', kind: 'LONG_TEXT', limit: 4000, hint, optional: true },
  ask: 'Why the panel departs from what the gravity score points to, if it does',
  answers: ['GRAVITY_DEPARTURE_UNEXPLAINED'],
});

const whyNowField = (needed: string): Field => ({
  ...{ id: 'whyNow', kind: 'LONG_TEXT', limit: 4000, optional: true },
  ask: 'Why will one more informal disposal or caution work now?',
  hint: `${needed}. What is different from the times before?`,
  answers: ['REPEAT_NOT_EXPLAINED'],
});

const ofPanel = whyNowField('Needed where the child has had as many as need a senior review');
const ofPolice = whyNowField(
  'The child has had as many as need a senior review. Needed where police decide on one more of them that the panel did not recommend',
);

const optionsField = (standings: readonly Standing[]): Field => ({
  id: 'optionsConsidered',
  kind: 'GROUP',
  ask: 'Options considered',
  hint: 'Each disposal that was talked about, and what spoke for or against it',
  itemName: 'option',
  most: 20,
  answers: ['REASONS_MISSING'],
  questions: [
    { id: 'disposal', kind: 'SELECT', ask: 'Disposal', options: plain(standings) },
    { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'Why it was or was not chosen' },
  ],
});

const dissentField = (standings: readonly Standing[], sitting: readonly Option[]): Field => ({
  id: 'dissents',
  kind: 'GROUP',
  ask: 'Who disagreed',
  hint: 'An agency that sits on this case. Leave empty when nobody did. Disagreement is recorded and never keeps a recommendation from being made.',
  itemName: 'disagreement',
  most: 15,
  optional: true,
  questions: [
    { id: 'agency', kind: 'SELECT', ask: 'Agency', options: sitting },
    {
      ...{ id: 'disposal', kind: 'SELECT', options: plain(standings), optional: true },
      ask: 'What it would have recommended',
    },
    { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'Why' },
  ],
});

type Shown = {
  readonly standings: readonly Standing[];
  readonly gravityHint: string;
  readonly overridable: readonly Option[];
  readonly victims: readonly VictimAsked[];
  /** Sections that stand above the form. */
  readonly read: readonly FieldLink[];
  /** The seniors of an escalation left the case with police. */
  readonly leftWithPolice: boolean;
  /** What is known to be missing, in words. */
  readonly missing: readonly string[];
  /** What of the pack a reason may rest on besides. */
  readonly sections: readonly Option[];
  /** Agencies that sit on the case: of these one may disagree. */
  readonly sitting: readonly Option[];
  /** The child has come to the threshold from which a senior reviewer signs. */
  readonly isRepeated: boolean;
};

/** That it stayed with police is a basis only once seniors left it there. */
const basesFor = ({ leftWithPolice }: Pick<Shown, 'leftWithPolice'>): Option[] =>
  optionsOf(bases).filter(({ value }) => leftWithPolice || value !== 'POLICE_FINAL');

type DecisionShown = Pick<Shown, 'standings' | 'overridable' | 'isRepeated'>;

export const recommendationFields = ({ standings, gravityHint, overridable, ...shown }: Shown): Field[] => [
  { id: 'meetingId', kind: 'HIDDEN', ask: 'Meeting' },
  {
    id: 'disposal',
    kind: 'CHOICE',
    ask: 'What does the panel recommend?',
    hint: 'What the rules say of each for this child. The order is always the same and says nothing.',
    options: standings.map(choiceOf),
  },
  optionsField(standings),
  ...leastField(standings),
  ...reasonFields(shown.victims, shown.read),
  ...(shown.isRepeated ? [ofPanel] : []),
  ...missingFields(shown.missing),
  gravityField(gravityHint),
  { id: 'basis', kind: 'CHOICE', ask: 'How did the panel come to it?', options: basesFor(shown) },
  dissentField(standings, shown.sitting),
  ...restsOnField(shown.sections),
  ...overrideFields(overridable),
];

export const policeDecisionFields = ({ standings, overridable, isRepeated }: DecisionShown): Field[] => [
  {
    id: 'disposal',
    kind: 'CHOICE',
    ask: 'What do police decide?',
    hint: 'What the rules say of each for this child. The order is always the same and says nothing.',
    options: standings.map(choiceOf),
  },
  { id: 'decidedOn', kind: 'DAY', ask: 'Day of the decision' },
  {
    id: 'reasonCode',
    kind: 'SELECT',
    ask: 'Why the decision differs from the recommendation',
    hint: 'Leave empty when it does not',
    options: optionsOf(divergenceReasons),
    optional: true,
  },
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'The reason in your own words',
    hint: 'The panel is shown it at its next meeting. Leave empty when the decision does not differ',
    optional: true,
    answers: ['DIFFERENCE_UNEXPLAINED'],
  },
  ...(isRepeated ? [ofPolice] : []),
  ...overrideFields(overridable),
];

const anything: readonly Option[] = [{ value: '', label: '' }];

/** As many as a case may have. */
const anyVictims = Array.from({ length: 50 }, (_, place) => ({ id: '', title: `Victim ${place + 1}` }));

/** The same fields for reading what was posted: what may be chosen does not matter there. */
export const postedRecommendation: readonly Field[] = [
  oneVictim,
  ...recommendationFields({
    ...{ standings: [], gravityHint: '', overridable: anything, victims: anyVictims, read: [], missing: [] },
    ...{ isRepeated: true, sections: anything, leftWithPolice: true, sitting: anything },
  }),
];
export const postedDecision = policeDecisionFields({
  ...{ standings: [], overridable: anything, isRepeated: true },
});
