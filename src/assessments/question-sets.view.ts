import { nameOfSet, type SetsChosen, setNamed } from '../policy/questions/assessment-sets.js';
import { questionSets } from '../policy/questions/published-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { ChoiceListed } from './question-sets.queries.js';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A set as people tell it from others: by its title and the month of its version. */
export const setTitle = ({ title, version }: Pick<QuestionSet, 'title' | 'version'>): string =>
  `${title}, questions of ${/^\d{4}-\d{2}$/.test(version) ? MONTH.format(new Date(`${version}-01`)) : version}`;

const titleOf = (name: string): string => {
  const set = setNamed(questionSets, name);
  return set ? setTitle(set) : name;
};

const shortWords = (short: string | null, withinMonths: number | null): string =>
  short === null ? 'None: every assessment is a full one' : `${titleOf(short)}, within ${withinMonths ?? 0} months`;

/** What an area asks today, and everything that was chosen for it. */
export function questionSetsView(inForce: SetsChosen, choices: readonly ChoiceListed[], today: string) {
  const { full, short, withinMonths } = inForce;
  const current = choices.find(({ fromDay }) => fromDay <= today);
  const latest = new Set<string>();
  return {
    inForce: [
      { key: 'Full assessment', value: setTitle(full) },
      { key: 'Short assessment', value: shortWords(short && nameOfSet(short), withinMonths) },
      {
        key: 'Chosen by',
        value: current?.chosenByName ?? 'Nobody yet: this is the service’s own default (house rule)',
      },
    ],
    choices: choices.map(({ fromDay, fullSet, shortSet, withinMonths: within, chosenAt, chosenByName }) => {
      const isReplaced = latest.has(fromDay);
      latest.add(fromDay);
      return {
        from: dayInWords(fromDay),
        state: isReplaced
          ? 'Replaced'
          : fromDay > today
            ? 'To come'
            : fromDay === current?.fromDay
              ? 'In force'
              : 'Ended',
        full: titleOf(fullSet),
        short: shortWords(shortSet, within),
        by: `${chosenByName}, ${instantInWords(chosenAt)}`,
      };
    }),
  };
}
