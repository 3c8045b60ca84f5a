import { findQuestionSet } from '../policy/questions/published-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { findFramework, type Framework } from '../policy/ratings.js';

/** A framework and the questions asked under it; policy keeps both for good, so a plan always finds its own. */
export function askedUnder(frameworkId: string): { framework: Framework; set: QuestionSet } {
  const framework = findFramework(frameworkId);
  const set = framework && findQuestionSet(framework.questions.id, framework.questions.version);
  if (!framework || !set) throw new Error(`No questions for the framework ${frameworkId}`);
  return { framework, set };
}
