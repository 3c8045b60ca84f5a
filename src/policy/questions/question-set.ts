/**
 * The language in which questions are written. A question set is data: from it are computed the pages, the task list,
 * check-your-answers, validation, the API's schema and the printed pack. Answers are kept by question id, never by wording.
 */
export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Among several choices: it excludes every other one, as "None of these" does. */
  readonly alone?: true;
};

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
  /** The questions whose facts this one weighs: facts without it are not analysed. */
  readonly analyses?: string | readonly string[];
};

/** A question with one answer. */
export type SingleQuestion = Common &
  (
    | { readonly kind: 'TEXT' | 'LONG_TEXT'; readonly limit: number }
    | { readonly kind: 'CHOICE' | 'CHOICES' | 'SELECT'; readonly options: readonly Option[] }
    | { readonly kind: 'NUMBER'; readonly least: number; readonly most: number }
    | { readonly kind: 'DAY' }
  );

/** A question answered by rows: each row answers the same questions, whose conditions look at the row alone. */
export type GroupQuestion = Common & {
  readonly kind: 'GROUP';
  readonly questions: readonly SingleQuestion[];
  readonly most: number;
  /** What one row is called: "fact". */
  readonly itemName: string;
  /**
   * The first answer of a row is a statement and the others say about it: it prints as one sentence, and a form shows a
   * further blank row only when asked for one.
   */
  readonly rowsAre?: 'STATEMENTS';
};

export type Question = SingleQuestion | GroupQuestion;

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

export type SingleAnswer = string | string[];
export type Row = Record<string, SingleAnswer>;
export type Answer = SingleAnswer | Row[];

/** By question id. A DAY is written YYYY-MM-DD and a NUMBER in digits, both as text; CHOICES is a list, GROUP one of rows. */
export type Answers = Record<string, Answer>;

/** `question` is an id, or for a row its path: `family-known.0.on`. */
export type AnswerError = { readonly question: string; readonly message: string };

/** Takes an answer as kept; says whether it holds nothing. */
export const isEmpty = (answer: Answer | readonly string[] | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

/** Takes a question and the answers so far; says whether its condition is met. A list meets it by any of its values. */
export function isAsked({ when }: Question, answers: Answers): boolean {
  if (when === undefined) return true;
  const given: readonly unknown[] = [answers[when.question] ?? []].flat();
  return [when.is].flat().some((value) => given.includes(value));
}

/** The page's questions that are asked, given the answers so far. */
export const questionsAsked = (page: Page, answers: Answers): Question[] =>
  page.questions.filter((question) => isAsked(question, answers));

/** Every question of the set with the slug of its page, in the order they are asked. */
export const questionsOf = (set: QuestionSet): { page: string; question: Question }[] =>
  set.pages.flatMap((page) => page.questions.map((question) => ({ page: page.slug, question })));

/** The rows of an answer as kept; none where it is of another kind. */
export const rowsIn = (answer: Answer | undefined): Row[] =>
  Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === 'object') : [];
