import { childAssessmentShort202612 } from './child-assessment-short.2026-12.js';
import { childAssessment202611 } from './child-assessment.2026-11.js';
import { childAssessment202612 } from './child-assessment.2026-12.js';
import { hmip2021OutOfCourt20211 } from './hmip-2021-out-of-court.2021-1.js';
import type { QuestionSet } from './question-set.js';

/** Every set that may have been answered, older versions before newer ones of the same id. None is ever taken out. */
export const questionSets: readonly QuestionSet[] = [
  childAssessment202611,
  childAssessment202612,
  childAssessmentShort202612,
  hmip2021OutOfCourt20211,
];

/** Takes the id and version kept with the answers; gives the set as it was asked, or null when there is none. */
export const findQuestionSet = (id: string, version: string): QuestionSet | null =>
  questionSets.find((set) => set.id === id && set.version === version) ?? null;

/** Takes the id of a set; gives the newest version of it, for answers that begin today. */
export function currentQuestionSet(id: string, sets = questionSets): QuestionSet {
  const set = sets.findLast((each) => each.id === id);
  if (set === undefined) throw new Error(`No question set is called ${id}`);
  return set;
}
