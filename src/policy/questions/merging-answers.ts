import { type Answer, type Answers, isEmpty } from './question-set.js';

/** Whether two answers say the same; nothing and an empty answer do. */
export const isSameAnswer = (one: Answer | undefined, other: Answer | undefined): boolean =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/**
 * Takes what both people began from, what is kept now and what one of them sends, each as whole answers; gives what the
 * sender changed, or null where the two changed the same answer in different ways. Source: house rule: nobody's words are
 * overwritten unseen, and nobody is held up by a page they did not touch.
 */
export function changesBeside(began: Answers, kept: Answers, sent: Answers): Answers | null {
  const ids = [...new Set([...Object.keys(began), ...Object.keys(sent)])];
  const mine = ids.filter((id) => !isSameAnswer(began[id], sent[id]));
  const clash = mine.some((id) => !isSameAnswer(began[id], kept[id]) && !isSameAnswer(kept[id], sent[id]));
  return clash ? null : Object.fromEntries(mine.map((id) => [id, sent[id] ?? '']));
}

/** The fields of a row have no order. */
const sorted = (answer: Answer | undefined): unknown =>
  Array.isArray(answer) && answer.some((item) => typeof item === 'object')
    ? answer.map((row) => Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b)))
    : answer;
