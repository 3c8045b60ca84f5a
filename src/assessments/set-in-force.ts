import { isShort, nameOfSet } from '../policy/questions/assessment-sets.js';
import { currentQuestionSet, findQuestionSet } from '../policy/questions/published-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Assessment } from './assessment.entity.js';
import type { AssessmentFound } from './assessments.queries.js';

/** The set an assessment was begun with, or for one not yet begun the newest. */
export function setInForce(kept: Pick<Assessment, 'setId' | 'setVersion'> | null): QuestionSet {
  if (!kept) return currentQuestionSet('child-assessment');
  const set = findQuestionSet(kept.setId, kept.setVersion);
  if (!set) throw new Error(`The question set ${kept.setId} ${kept.setVersion} was taken out`);
  return set;
}

type Answered = Pick<AssessmentFound, 'setId' | 'setVersion' | 'status' | 'answers'>;

/** The sets that a saving may name now: those open where nothing is begun, else the one begun and what it may go on as. */
export function setsToNameNow(kept: Answered | null, open: readonly QuestionSet[]): QuestionSet[] {
  if (!kept) return [...open];
  const begun = setInForce(kept);
  const others = open.filter((set) => nameOfSet(set) !== nameOfSet(begun));
  return [begun, ...others.filter((set) => mayGoOnAs(set, begun, kept))];
}

/** From the short set to the full one while the assessment is with its author; either way while nothing is answered. */
const mayGoOnAs = (to: QuestionSet, from: QuestionSet, { status, answers }: Answered): boolean =>
  (status === 'DRAFT' || status === 'RETURNED') &&
  (Object.keys(answers).length === 0 || (isShort(from) && !isShort(to)));
