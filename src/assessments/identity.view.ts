import type { EthnicityStanding } from '../children/ethnicity-standing.js';
import { ethnicityRows } from '../children/ethnicity.view.js';
import type { Answers, QuestionSet } from '../policy/questions/question-set.js';
import { questionsOf } from '../policy/questions/question-set.js';
import { answerText } from '../platform/web/form-answers.js';
import { section, type Section, type Shown, written } from '../platform/web/sections.js';

/** The questions of a set that ask about experience, discrimination and being seen as older; an older set has none. */
const reflective = ['identity-experience', 'identity-discrimination', 'identity-adultification'];

/** What was reflected on, in the wording that was asked, where the set asks it. */
export const reflectionRows = (set: QuestionSet | null, answers: Answers): Shown[] =>
  (set ? questionsOf(set) : [])
    .filter(({ question }) => reflective.includes(question.id))
    .flatMap(({ question }) => written(question.ask, answerText(question, answers[question.id])));

export type IdentityRead = {
  readonly ethnicity: EthnicityStanding | null;
  readonly consideration: string | null | undefined;
  readonly set: QuestionSet | null;
  readonly answers: Answers;
};

/**
 * The child's ethnicity as said and as an officer saw it, side by side, with whatever was recorded before, and what it
 * and the child's identity mean here. Never left out: HMIP 2021 (Leicestershire) section 3.4.
 */
export const identitySection = ({ ethnicity, consideration, set, answers }: IdentityRead): Section =>
  section('identity', 'Ethnicity and identity', [
    ...ethnicityRows(ethnicity),
    { key: 'What it and the child’s identity mean here', value: consideration ?? 'Not written' },
    ...reflectionRows(set, answers),
  ]);
