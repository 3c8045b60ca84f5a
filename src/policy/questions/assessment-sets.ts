import { addMonths } from '../days.js';
import { currentQuestionSet, questionSets } from './published-sets.js';
import type { QuestionSet } from './question-set.js';

/** A question set as people and clients name it: by id, by `id@version`, or by both apart. */
export type SetNamed = string | { readonly id: string; readonly version: string };

/** What a panel area asks from a day on. `withinMonths` is how old an assessment may be for the short set to do. */
export type SetsChosen = {
  readonly full: QuestionSet;
  readonly short: QuestionSet | null;
  readonly withinMonths: number;
};

const FULL = 'child-assessment';
const SHORT = 'child-assessment-short';

/** The sets that assess a child in full, and those that say what changed since; older versions first. */
export const fullSets: readonly QuestionSet[] = questionSets.filter(({ id }) => id === FULL);
export const shortSets: readonly QuestionSet[] = questionSets.filter(({ id }) => id === SHORT);

/** True for a set that rests on an earlier, full assessment of the child. */
export const isShort = ({ id }: Pick<QuestionSet, 'id'>): boolean => id === SHORT;

/** The longest time for which an area may let an assessment stand. Source: house rule; a child changes in a year. */
export const MOST_MONTHS = 12;

/** What an area asks until its administrator chooses: the newest sets, the short one within six months. Source: house rule. */
export const usualSets = (): SetsChosen => ({
  full: currentQuestionSet(FULL),
  short: currentQuestionSet(SHORT),
  withinMonths: 6,
});

/** The name under which a set is kept and chosen: `child-assessment@2026-12`. */
export const nameOfSet = ({ id, version }: Pick<QuestionSet, 'id' | 'version'>): string => `${id}@${version}`;

/** True when this set is meant. By its id alone any version is. */
export const isNamed = (set: Pick<QuestionSet, 'id' | 'version'>, named: SetNamed): boolean =>
  typeof named === 'string'
    ? named === set.id || named === nameOfSet(set)
    : named.id === set.id && named.version === set.version;

/** Takes sets and a name; gives the one that is meant, the newest where only its id is said, or null. */
export const setNamed = (sets: readonly QuestionSet[], named: SetNamed): QuestionSet | null =>
  sets.findLast((set) => isNamed(set, named)) ?? null;

/**
 * Takes what the area has chosen, the day on which an earlier, full assessment of the child was last signed off, and
 * today; gives the sets with which an assessment may begin, the full one first. Source: house rule: a short assessment
 * rests on a full one, so that a child is never assessed by short ones alone.
 */
export function setsOpen({ full, short, withinMonths }: SetsChosen, assessedOn: string | null, today: string) {
  const isRecent = assessedOn !== null && assessedOn <= today && today <= addMonths(assessedOn, withinMonths);
  return short !== null && isRecent ? [full, short] : [full];
}
