/**
 * The language in which questions are written. A question set is data: from it are computed the pages, the task list,
 * check-your-answers, validation, the API's schema and the printed pack. Answers are kept by question id, never by wording.
 */
export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

/** The question is asked only when an earlier one was answered with one of these values. */
export type Condition = { readonly question: string; readonly is: string | readonly string[] };

type Common = {
  readonly id: string;
  readonly ask: string;
  readonly hint?: string;
  readonly when?: Condition;
  readonly optional?: true;
  /** What error messages call the answer, after "Enter" or "Select": "the school or college". */
  readonly called?: string;
};

export type Question = Common &
  (
    | { readonly kind: 'TEXT' | 'LONG_TEXT'; readonly limit: number }
    | { readonly kind: 'CHOICE' | 'CHOICES' | 'SELECT'; readonly options: readonly Option[] }
    | { readonly kind: 'NUMBER'; readonly least: number; readonly most: number }
    | { readonly kind: 'DAY' }
  );

export type Page = {
  readonly slug: string;
  readonly title: string;
  readonly lead?: string;
  readonly questions: readonly Question[];
};

/** A set is never edited once it has been used: a change of wording is a new version beside the old one. */
export type QuestionSet = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly pages: readonly Page[];
};

/** By question id. A DAY is written YYYY-MM-DD and a NUMBER in digits, both as text; only CHOICES is a list. */
export type Answers = Record<string, string | string[]>;

export type AnswerError = { readonly question: string; readonly message: string };

/** Takes an answer as kept; says whether it holds nothing. */
export const isEmpty = (answer: string | readonly string[] | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

/** Takes a question and the answers so far; says whether its condition is met. A list meets it by any of its values. */
export function isAsked({ when }: Question, answers: Answers): boolean {
  if (when === undefined) return true;
  const given = [answers[when.question] ?? []].flat();
  return [when.is].flat().some((value) => given.includes(value));
}

/** The page's questions that are asked, given the answers so far. */
export const questionsAsked = (page: Page, answers: Answers): Question[] =>
  page.questions.filter((question) => isAsked(question, answers));

/** Every question of the set with the slug of its page, in the order they are asked. */
export const questionsOf = (set: QuestionSet): { page: string; question: Question }[] =>
  set.pages.flatMap((page) => page.questions.map((question) => ({ page: page.slug, question })));
