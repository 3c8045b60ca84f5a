import { currentQuestionSet, findQuestionSet } from '../policy/questions/published-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Assessment } from './assessment.entity.js';

/** The set an assessment was begun with, or for one not yet begun the newest. */
export function setInForce(kept: Pick<Assessment, 'setId' | 'setVersion'> | null): QuestionSet {
  if (!kept) return currentQuestionSet('child-assessment');
  const set = findQuestionSet(kept.setId, kept.setVersion);
  if (!set) throw new Error(`The question set ${kept.setId} ${kept.setVersion} was taken out`);
  return set;
}
