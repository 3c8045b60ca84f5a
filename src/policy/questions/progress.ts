import { errorsOn, omissionsOn } from './checking-answers.js';
import { type Answers, isEmpty, type Page, type QuestionSet, questionsAsked } from './question-set.js';

export type PageStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETE';

/** `question` is an id, or the path of what is empty within a row: `family-known.0.on`. */
export type Unanswered = { readonly page: string; readonly question: string; readonly ask: string };

/** Every question that is asked, required and empty, with its page's slug and its wording, in the order asked. */
export const unanswered = (set: QuestionSet, answers: Answers): Unanswered[] =>
  set.pages.flatMap((page) =>
    omissionsOn(page, answers).map(({ question }) => ({ page: page.slug, question, ask: wordingAt(page, question) })),
  );

/** COMPLETE when nothing on the page is missing or wrong, so also where nothing on it has to be answered. */
export function pageStatus(page: Page, answers: Answers): PageStatus {
  if (errorsOn(page, answers).length + omissionsOn(page, answers).length === 0) return 'COMPLETE';
  const begun = questionsAsked(page, answers).some(({ id }) => !isEmpty(answers[id]));
  return begun ? 'IN_PROGRESS' : 'NOT_STARTED';
}

/** What was asked at a path: for a row, the question, which row, and what within it. */
function wordingAt({ questions }: Page, path: string): string {
  const whole = questions.find(({ id }) => id === path);
  if (whole) return whole.ask;
  const group = questions.find(({ id, kind }) => kind === 'GROUP' && path.startsWith(`${id}.`));
  if (group?.kind !== 'GROUP') return '';
  const [index = '', id = ''] = path.slice(group.id.length + 1).split('.', 2);
  const asked = group.questions.find((question) => question.id === id);
  return `${group.ask}, ${group.itemName} ${Number(index) + 1}: ${asked?.ask ?? ''}`;
}
