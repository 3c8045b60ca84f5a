import { isShort, nameOfSet } from '../policy/questions/assessment-sets.js';
import { type QuestionSet, questionsOf } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { dayInWords } from '../platform/web/words.js';
import type { AssessmentFound } from './assessments.queries.js';
import { setTitle } from './question-sets.view.js';
import { setInForce } from './set-in-force.js';

/** The sets that are open as one question. */
export const setChoiceField = (open: readonly QuestionSet[], assessedOn: string | null): Field => ({
  id: 'set',
  kind: 'CHOICE',
  ask: 'Which questions will you answer?',
  options: open.map((set) => ({
    value: nameOfSet(set),
    label: setTitle(set),
    hint: isShort(set)
      ? `What has changed since the full assessment that was signed off on ${assessedOn ? dayInWords(assessedOn) : 'an earlier day'}. You may go on to the full one later.`
      : 'Everything about the child, in the national order',
  })),
});

/** What is answered and not asked in the other set; it stays in the versions before. */
export function lostBy(kept: AssessmentFound, open: readonly QuestionSet[]): string {
  const begun = setInForce(kept);
  const other = open.find((set) => nameOfSet(set) !== nameOfSet(begun));
  if (!other) return `This assessment goes on with: ${setTitle(begun)}.`;
  const asked = new Set(questionsOf(other).map(({ question }) => question.id));
  const lost = questionsOf(begun).filter(({ question: { id } }) => kept.answers[id] !== undefined && !asked.has(id));
  const words = lost.map(({ question }) => `“${question.ask}”`).join(', ');
  return lost.length === 0
    ? 'Every answer given so far goes with it.'
    : `The answers to the same questions go with it. Not asked in the other set, and left in the version before: ${words}.`;
}
