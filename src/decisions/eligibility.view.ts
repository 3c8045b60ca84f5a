import { groundings, type Meaning, type MeaningPart, meaningParts } from '../policy/disposal.js';
import { dayInWords, daysInWords } from '../platform/web/words.js';
import type { Eligibility, EligibilityItem, SharedMeaning } from './eligibility.js';

type Fact = { readonly words: string; readonly source: string };
type Part = { readonly title: string; readonly facts: readonly Fact[] };

const severities = {
  STOP: 'Nobody can lift this',
  OVERRIDE: 'Somebody who may can go on, with a reason',
  WARN: 'A warning',
  INFORM: 'To know',
} as const;

const colours = {
  OPEN: 'green',
  OPEN_WITH_WARNING: 'yellow',
  CLOSED_WITHOUT_REASON: 'orange',
  CLOSED: 'grey',
} as const;

const ofChild: readonly MeaningPart[] = ['RECORD', 'DUTIES', 'TIME_LIMITS', 'NON_ENGAGEMENT'];
const ofVictim: readonly MeaningPart[] = ['VICTIM_TOLD', 'VICTIM_ASKS'];

const factOf = ({ words, source, grounding }: Meaning): Fact => ({
  words,
  source: `${source}. ${groundings[grounding]}`,
});

/** Of what is said once, the names of those of which it is not known. */
const sharedOf = ({ notSaidOf, ...one }: SharedMeaning): Fact => {
  const but = notSaidOf.length > 0 ? `. Not known of: ${notSaidOf.join('; ')}` : '';
  const { words, source } = factOf(one);
  return { words, source: `${source}${but}` };
};

const partOf = (part: MeaningPart, meanings: readonly Meaning[]): Part => ({
  title: meaningParts[part],
  facts: meanings.map(factOf),
});

const filled = (parts: readonly Part[]): Part[] => parts.filter(({ facts }) => facts.length > 0);

type Reason = EligibilityItem['reasons'][number];

const reasonShown = ({ message, severity, source, checkedOn, toAnswer }: Reason) => ({
  message: daysInWords(message),
  severity: toAnswer ? 'To be answered by whoever chooses it' : severities[severity],
  source: `${source}${checkedOn ? '' : ` (${groundings.NOT_CHECKED.toLowerCase()})`}`,
});

const isSameReason = (one: Reason, other: Reason): boolean =>
  one.code === other.code && one.message === other.message && one.severity === other.severity;

/** What stands beside every one of them alike is said once, above. */
const reasonsOfAll = ([first, ...others]: readonly EligibilityItem[]): Reason[] =>
  (others.length === 0 ? [] : (first?.reasons ?? [])).filter((one) =>
    others.every(({ reasons }) => reasons.some((other) => isSameReason(one, other))),
  );

function itemShown(item: EligibilityItem, ofAll: readonly Reason[]) {
  const { code, name, standing, words, reasons, firstTimeEntrant, forThisChild, meanings, alsoOfEach } = item;
  const isOwn = (one: Reason) => !ofAll.some((other) => isSameReason(one, other));
  const isHere = (part: MeaningPart) => meanings[part].length > 0 || !alsoOfEach.includes(part);
  const child = ofChild.filter(isHere).map((part) => partOf(part, meanings[part]));
  return {
    ...{ code, name, words, colour: colours[standing] },
    reasons: reasons.filter(isOwn).map(reasonShown),
    /** What shuts it or has to be answered, in short. */
    short: reasons.filter((one) => isOwn(one) && one.severity !== 'INFORM').map(({ message }) => daysInWords(message)),
    hasShared: !reasons.every(isOwn),
    child: [
      { title: 'First-time entrant', facts: [firstTimeEntrant] },
      ...child,
      ...filled([{ title: 'Duties for this child', facts: forThisChild }]),
    ],
    victim: ofVictim.filter(isHere).map((part) => partOf(part, meanings[part])),
  };
}

/** The table of every disposal for one child, as its template prints it. */
export function eligibilityTable({ day, items, ofEach, ended }: Eligibility) {
  const ofAll = reasonsOfAll(items);
  return {
    day: day && dayInWords(day),
    ofAll: ofAll.map(reasonShown),
    items: items.map((item) => itemShown(item, ofAll)),
    ofEach: filled(
      [...ofChild, ...ofVictim].map((part) => ({ title: meaningParts[part], facts: ofEach[part].map(sharedOf) })),
    ),
    ended: ended.join('; '),
  };
}

export type EligibilityTable = ReturnType<typeof eligibilityTable>;
