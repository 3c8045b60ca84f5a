import { conditionObjects } from '../policy/conditions.js';
import { decidedInWords, returnInWords } from '../assessments/reading/decided-before.view.js';
import {
  agreers,
  completionWords,
  contactResults,
  contactWays,
  deliveryStatuses,
  endReasons,
} from '../policy/delivery.js';
import { engagementSteps, excuses } from '../policy/delivery.js';
import { rules } from '../policy/rules.js';
import { type Shown, written, writtenDay } from '../platform/web/sections.js';
import { poundsInWords } from '../policy/pounds.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { DeliveryFound, PastDeliveryFound } from './deliveries.queries.js';
import type { ContactFound, StepFound, VariationFound } from './delivery-log.queries.js';
import type { DeliveryAction } from './delivery.entity.js';

type Names = ReadonlyMap<string, string>;

const lines = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join('\n');

const byWhen = (due: string | undefined): string => (due ? `by ${dayInWords(due)}` : 'no day was given');

/** One thing that is done, as lines. `names` are those of the interventions of the panel area. */
const actionText = (action: DeliveryAction, names: Names): string => {
  const { owner, due, object, startsOn, interventionId, provider, penaltyPence, attendanceHours } = action;
  return lines(
    `${owner}, ${byWhen(due)}`,
    startsOn && `From ${dayInWords(startsOn)}`,
    interventionId && (names.get(interventionId) ?? 'Provided in another area'),
    provider && `Provider: ${provider}`,
    penaltyPence !== undefined && `Penalty: ${poundsInWords(penaltyPence)}`,
    attendanceHours !== undefined && `Attendance: ${attendanceHours} hours`,
    object && `For: ${conditionObjects[object]}`,
  );
};

const actionRows = (actions: readonly DeliveryAction[], names: Names): Shown[] =>
  actions.map((action) => ({ key: action.description, value: actionText(action, names) }));

type Common = Pick<DeliveryFound, 'startedOn' | 'dueOn' | 'endedOn' | 'notCompletedReason' | 'actions'>;

const endedRows = ({ endedOn, notCompletedReason }: Common): Shown[] => [
  ...writtenDay('Ended', endedOn),
  ...written('Why it was not completed, or why that is not known', notCompletedReason),
];

const commonRows = (found: Common, names: Names): Shown[] => [
  ...writtenDay('Began', found.startedOn),
  ...writtenDay('Last day, as planned', found.dueOn),
  ...endedRows(found),
  ...actionRows(found.actions, names),
];

function endRows({ completion }: DeliveryFound): Shown[] {
  if (!completion) return [];
  const { completed, reasonCode, by, at } = completion;
  return [
    { key: 'Completed', value: completionWords[completed] },
    ...written('Why it ended', reasonCode && endReasons[reasonCode].name),
    ...written('Said by', by && at && `${by.name}, ${instantInWords(at)}`),
  ];
}

function pastHeading({ because, returned }: PastDeliveryFound): string {
  if (because === 'OUTCOME') return 'Before the outcome brought its conditions';
  if (because === 'REVIEW') return 'With the conditions of an outcome that was reviewed';
  if (because === 'WITHDRAWAL') return 'Before the case was withdrawn as entered in error';
  if (because === 'CHANGE') return 'What was said of its end before';
  return `Under an earlier decision${returned ? `: ${decidedInWords(returned)}` : ''}`;
}

/** Until when it stood so, and what ended that. */
function keptInWords({ because, returned, keptAt, keptByName }: PastDeliveryFound): string {
  const when = [instantInWords(keptAt), keptByName && `by ${keptByName}`].filter(Boolean).join(' ');
  if (because !== 'DECISION') return when;
  return `${when}, ${returned ? 'when the case went back to the panel' : 'with the decision under which it was'}`;
}

/** A delivery as its page prints it. In: what was found, names of interventions. Out: rows. */
export const deliveryView = (found: DeliveryFound, names: Names = new Map()) => ({
  summary: [
    { key: 'Delivery', value: found.status ? deliveryStatuses[found.status] : 'Not recorded yet' },
    ...written('Who sees to it', found.ownerName),
    ...endRows(found),
    ...commonRows(found, names),
  ],
  /** How it ended, for whoever is shown the rest in a form. */
  end: found.completion ? [...endRows(found), ...endedRows(found)] : [],
  past: found.past.map((one) => ({
    heading: pastHeading(one),
    rows: [
      { key: 'Delivery', value: deliveryStatuses[one.status] },
      ...written('Why it ended', one.endReason && endReasons[one.endReason].name),
      ...commonRows(one, names),
      ...written('Why the case went back', one.returned && returnInWords(one.returned)),
      ...written('Why it was said anew', one.changedBecause),
      { key: 'Until', value: keptInWords(one) },
    ],
  })),
});

const by = ({ recordedByName, recordedAt }: { recordedByName: string; recordedAt: string }): string =>
  `Added by ${recordedByName}, ${instantInWords(recordedAt)}`;

const contactRow = (found: ContactFound): Shown => ({
  key: dayInWords(found.heldOn),
  value: lines(
    `${contactResults[found.result]}: ${contactWays[found.way].toLowerCase()}, ${found.who}`,
    found.reason && `Why: ${found.reason}`,
    found.excuse && `A reasonable excuse: ${excuses[found.excuse].replace(/^Yes, .*/, 'yes').toLowerCase()}`,
    found.note,
    by(found),
  ),
});

const stepRow = (found: StepFound): Shown => ({
  key: dayInWords(found.takenOn),
  value: lines(engagementSteps[found.step], found.note, by(found)),
});

const termsOf = ({ due, penaltyPence, attendanceHours }: DeliveryAction): string =>
  [
    byWhen(due),
    ...(penaltyPence === undefined ? [] : [`penalty ${poundsInWords(penaltyPence)}`]),
    ...(attendanceHours === undefined ? [] : [`${attendanceHours} hours`]),
  ].join(', ');

const listed = (actions: readonly DeliveryAction[]): string =>
  actions.map((action) => `${action.description} (${termsOf(action)})`).join('; ') || 'nothing';

const variationRow = (found: VariationFound): Shown => ({
  key: dayInWords(found.variedOn),
  value: lines(
    found.why,
    `Agreed by: ${found.agreedBy.map((one) => agreers[one].toLowerCase()).join(', ')}`,
    `Before: ${listed(found.before)}`,
    `From then on: ${listed(found.after)}`,
    ...found.warnings.map((code) => `Warned of: ${rules[code].message}`),
    ...found.overrides.map(({ code, reason }) => `Went on although: ${rules[code].message}. ${reason}`),
    by(found),
  ),
});

/** How many contacts were kept and missed under the decision that stands. */
const countWords = (contacts: readonly ContactFound[]): string => {
  const kept = contacts.filter(({ result }) => result === 'KEPT').length;
  return `${kept} kept, ${contacts.length - kept} missed.`;
};

type Log = {
  readonly contacts: readonly ContactFound[];
  readonly steps: readonly StepFound[];
  readonly variations: readonly VariationFound[];
};

/**
 * What was added under the decision that stands, and what is past: under earlier ones, and variations of conditions that fell with
 * their outcome. In: lists; the decision, and how the delivery stood before. Out: rows.
 */
export function logView(
  { contacts, steps, variations }: Log,
  { decisionId, past }: Pick<DeliveryFound, 'decisionId' | 'past'>,
) {
  const fallen = past.flatMap(({ because, keptAt: to }, place) => {
    const brought = past.slice(place).find((earlier) => earlier.because === 'OUTCOME');
    return because === 'REVIEW' ? [{ from: brought?.keptAt ?? '', to }] : [];
  });
  const isFallen = ({ recordedAt }: VariationFound): boolean =>
    fallen.some(({ from, to }) => from <= recordedAt && recordedAt < to);
  const now = <One extends { decisionId: string }>(found: readonly One[]) =>
    found.filter((one) => one.decisionId === decisionId);
  const before = <One extends { decisionId: string }>(found: readonly One[]) =>
    found.filter((one) => one.decisionId !== decisionId);
  return {
    count: now(contacts).length > 0 ? countWords(now(contacts)) : '',
    contacts: now(contacts).map(contactRow),
    steps: now(steps).map(stepRow),
    variations: now(variations)
      .filter((one) => !isFallen(one))
      .map(variationRow),
    before: [
      ...before(contacts).map(contactRow),
      ...before(steps).map(stepRow),
      ...variations.filter((one) => one.decisionId !== decisionId || isFallen(one)).map(variationRow),
    ],
  };
}
