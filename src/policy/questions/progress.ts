import { errorsOn, omissionsOn } from './checking-answers.js';
import { type Answers, isEmpty, type Page, type QuestionSet, questionsAsked } from './question-set.js';

export type PageStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETE';
export type Unanswered = { readonly page: string; readonly question: string; readonly ask: string };

/** Every question that is asked, required and empty, with its page's slug and its wording, in the order asked. */
export const unanswered = (set: QuestionSet, answers: Answers): Unanswered[] =>
  set.pages.flatMap((page) => {
    const empty = new Set(omissionsOn(page, answers).map(({ question }) => question));
    return page.questions
      .filter(({ id }) => empty.has(id))
      .map(({ id, ask }) => ({ page: page.slug, question: id, ask }));
  });

/** COMPLETE when nothing on the page is missing or wrong, so also where nothing on it has to be answered. */
export function pageStatus(page: Page, answers: Answers): PageStatus {
  if (errorsOn(page, answers).length + omissionsOn(page, answers).length === 0) return 'COMPLETE';
  const begun = questionsAsked(page, answers).some(({ id }) => !isEmpty(answers[id]));
  return begun ? 'IN_PROGRESS' : 'NOT_STARTED';
}

/** The page to go to next, or null when the whole set is complete. */
export const firstIncompletePage = (set: QuestionSet, answers: Answers): Page | null =>
  set.pages.find((page) => pageStatus(page, answers) !== 'COMPLETE') ?? null;
