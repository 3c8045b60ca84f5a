import type { CriteriaEdition } from './criterion.js';
import { signOffCriteria202611 } from './sign-off.2026-11.js';

/** What was said of one criterion; the comment is there whenever it is not met. */
export type CriterionAnswer = { readonly code: string; readonly met: boolean; readonly comment: string | null };

/** Every edition that may have been used, the oldest first. None is ever taken out. */
export const criteriaEditions: readonly CriteriaEdition[] = [signOffCriteria202611];

/** The edition for a sign-off that is made today. In: editions, the newest last. Out: the newest. Source: house rule. */
export function currentCriteria(editions = criteriaEditions): CriteriaEdition {
  const newest = editions.at(-1);
  if (!newest) throw new Error('There are no criteria for the sign-off');
  return newest;
}

/** The edition kept with a sign-off. In: its name. Out: it, or null for a sign-off from before there were criteria. */
export const findCriteria = (edition: string | null | undefined): CriteriaEdition | null =>
  criteriaEditions.find((one) => one.edition === edition) ?? null;

/** An answer as it is sent, before it was checked. */
export type CriterionSent = { readonly code: string; readonly met?: boolean | undefined; readonly comment?: string };

/** Characters of a comment. */
export const COMMENT_LIMIT = 2000;
const TOO_LONG = `Use ${COMMENT_LIMIT.toLocaleString('en-GB')} characters or fewer`;

type Fault = { readonly field: string; readonly message: string };

/**
 * What keeps the answers from being taken: a criterion not answered, not met without a comment, answered twice, or not
 * of this edition. A criterion that is not met stops nobody: a person decides, and what they said is kept and shown.
 * In: edition, answers. Out: every fault with the criterion as its field. Source: house rule; HMIP 2021 section 3.4.
 */
export function criteriaFaults({ criteria }: CriteriaEdition, sent: readonly CriterionSent[]): Fault[] {
  const known = criteria.map(({ code }) => code);
  const strange = sent
    .filter(({ code }, place) => !known.includes(code) || sent.findIndex((one) => one.code === code) !== place)
    .map(({ code }) => ({
      field: `criteria.${code}`,
      message: known.includes(code) ? 'Answer each criterion once' : 'This is no criterion of the edition in force',
    }));
  const missing = criteria.flatMap(({ code, ask }): Fault[] => {
    const answer = sent.find((one) => one.code === code);
    if (answer?.met === undefined) return [{ field: `criteria.${code}.met`, message: `Say whether it is met: ${ask}` }];
    if ((answer.comment ?? '').length > COMMENT_LIMIT)
      return [{ field: `criteria.${code}.comment`, message: TOO_LONG }];
    const isSaid = answer.met || (answer.comment ?? '').trim() !== '';
    return isSaid ? [] : [{ field: `criteria.${code}.comment`, message: `Say what is not met: ${ask}` }];
  });
  return [...strange, ...missing];
}

/** The answers as they are kept, in the order of the edition. In: edition, answers without fault. Source: house rule. */
export const criteriaAnswered = ({ criteria }: CriteriaEdition, sent: readonly CriterionSent[]): CriterionAnswer[] =>
  criteria.flatMap(({ code }) => {
    const found = sent.find((one) => one.code === code);
    return found?.met === undefined ? [] : [{ code, met: found.met, comment: found.comment?.trim() || null }];
  });
