import { isSameAnswer } from './merging-answers.js';
import {
  type Answer,
  type Answers,
  isAsked,
  isEmpty,
  type Page,
  type Question,
  type QuestionSet,
} from './question-set.js';

/** Answers with the set whose questions they answer. */
export type Answered = { readonly set: QuestionSet; readonly answers: Answers };

/** One question on both sides; a side on which it was not asked has no question. */
export type Compared = {
  readonly id: string;
  readonly before: { readonly question: Question | null; readonly answer: Answer | undefined };
  readonly after: { readonly question: Question | null; readonly answer: Answer | undefined };
  readonly isChanged: boolean;
};
export type ComparedPage = { readonly slug: string; readonly title: string; readonly questions: readonly Compared[] };

/**
 * Takes two versions of the answers; gives every question that was asked or answered in either, page by page in the order
 * of the later set, with what only the earlier one asked after it. Each side keeps the question as it was asked.
 */
export function compareAnswers(before: Answered, after: Answered): ComparedPage[] {
  const known = new Set(after.set.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const pages = after.set.pages.map((page) => compared(page, before, after));
  const gone = before.set.pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ id }) => !known.has(id)) }))
    .map((page) => compared(page, before, after));
  return [...pages, ...gone].filter(({ questions }) => questions.length > 0);
}

function compared({ slug, title, questions }: Page, before: Answered, after: Answered): ComparedPage {
  const sides = questions.map(({ id }) => ({ id, before: side(id, before), after: side(id, after) }));
  return {
    ...{ slug, title },
    questions: sides
      .filter((each) => each.before.question !== null || each.after.question !== null)
      .map((each) => ({ ...each, isChanged: !isSameAnswer(each.before.answer, each.after.answer) })),
  };
}

function side(id: string, { set, answers }: Answered): Compared['before'] {
  const question = set.pages.flatMap((page) => page.questions).find((each) => each.id === id);
  const answer = answers[id];
  return question && (isAsked(question, answers) || !isEmpty(answer))
    ? { question, answer }
    : { question: null, answer: undefined };
}
