import type { ConditionFacts } from '../policy/conditions.js';
import type { Wording } from '../policy/letters.js';
import { poundsInWords } from '../policy/pounds.js';
import { dayInWords, wholePounds } from '../platform/web/words.js';

/** In the words of a letter, or as police are told it. */
type Way = Wording | 'POLICE';

type Terms = {
  readonly penalty: (pence: number) => string;
  readonly attendance: (hours: string) => string;
  readonly due: (day: string) => string;
};

const inWords: Readonly<Record<Way, Terms>> = {
  USUAL: {
    penalty: (pence) => `${wholePounds(pence)} to pay`,
    attendance: (hours) => `${hours} in all`,
    due: (day) => `by ${day}`,
  },
  SHORT: {
    penalty: (pence) => `You pay ${wholePounds(pence)}`,
    attendance: (hours) => `It is ${hours} in all`,
    due: (day) => `Do it by ${day}`,
  },
  POLICE: {
    penalty: (pence) => `a penalty of ${poundsInWords(pence)}`,
    attendance: (hours) => `${hours} of attendance`,
    due: (day) => `by ${day}`,
  },
};

/** Each condition with its terms: what it costs, how long it takes, and its last day. In short sentences each is one. */
export const conditionsInWords = (conditions: readonly ConditionFacts[], way: Way): string[] =>
  conditions.flatMap((one) => {
    const { description } = one;
    if (!description) return [];
    const terms = termsOf(one, inWords[way]);
    if (way === 'SHORT') return [[description, ...terms].map(asSentence).join(' ')];
    return [terms.length > 0 ? `${description} (${terms.join('; ')})` : description];
  });

const termsOf = ({ penaltyPence, attendanceHours, due }: ConditionFacts, terms: Terms): string[] => [
  ...(penaltyPence ? [terms.penalty(penaltyPence)] : []),
  ...(attendanceHours ? [terms.attendance(attendanceHours === 1 ? '1 hour' : `${attendanceHours} hours`)] : []),
  ...(due ? [terms.due(dayInWords(due))] : []),
];

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);
