import { groundings, type Meaning, type MeaningPart, meaningParts } from '../policy/disposal.js';
import { dayInWords } from '../platform/web/words.js';
import type { Eligibility, EligibilityItem } from './eligibility.js';

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

const partOf = (part: MeaningPart, meanings: readonly Meaning[], more: readonly Fact[] = []): Part => ({
  title: meaningParts[part],
  facts: [...meanings.map(factOf), ...more],
});

const filled = (parts: readonly Part[]): Part[] => parts.filter(({ facts }) => facts.length > 0);

function itemShown({
  code,
  name,
  standing,
  words,
  reasons,
  firstTimeEntrant,
  forThisChild,
  meanings,
}: EligibilityItem) {
  const child = ofChild.map((part) => partOf(part, meanings[part], part === 'DUTIES' ? forThisChild : []));
  return {
    ...{ code, name, words, colour: colours[standing] },
    reasons: reasons.map(({ message, severity, source, checkedOn }) => ({
      message,
      severity: severities[severity],
      source: `${source}${checkedOn ? '' : ` (${groundings.NOT_CHECKED.toLowerCase()})`}`,
    })),
    child: [{ title: 'First-time entrant', facts: [firstTimeEntrant] }, ...child],
    victim: filled(ofVictim.map((part) => partOf(part, meanings[part]))),
  };
}

/** The table of every disposal for one child, as its template prints it. */
export const eligibilityTable = ({ day, items, ofEach, ended }: Eligibility) => ({
  day: day && dayInWords(day),
  items: items.map(itemShown),
  ofEach: filled([...ofChild, ...ofVictim].map((part) => partOf(part, ofEach[part]))),
  ended: ended.join('; '),
});

export type EligibilityTable = ReturnType<typeof eligibilityTable>;
