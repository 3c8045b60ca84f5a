import { isRealDay } from '../days.js';
import {
  type Answer,
  type AnswerError,
  type Answers,
  type GroupQuestion,
  isAsked,
  isEmpty,
  type Page,
  type Question,
  questionsAsked,
  rowsIn,
  type SingleQuestion,
} from './question-set.js';

/**
 * Takes a question and its answer; gives the error of form, or null. An empty answer has no form to be wrong:
 * a draft may be kept with answers missing, and what is missing is `missing`'s to say.
 * Wording follows the GOV.UK Design System's pattern for error messages.
 */
export function problemWith(question: SingleQuestion, answer: string | readonly string[] | undefined): string | null {
  if (answer === undefined || isEmpty(answer as Answer)) return null;
  if (question.kind === 'CHOICES') return problemWithList(question, answer);
  if (typeof answer !== 'string') return `${opening(question)} must be one answer, not a list`;
  switch (question.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return problemWithText(question, answer);
    case 'CHOICE':
    case 'SELECT':
      return offers(question, answer) ? null : missing(question);
    case 'NUMBER':
      return problemWithNumber(question, answer);
    case 'DAY':
      return isRealDay(answer) ? null : `${opening(question)} must be a real date`;
  }
}

/** What to tell someone who left the question empty. */
export const missing = (question: Question): string =>
  question.kind === 'GROUP'
    ? `Enter at least one ${question.itemName} for ${calledOf(question)}`
    : `${'options' in question ? 'Select' : 'Enter'} ${calledOf(question)}`;

/** What to tell someone who sent more rows than the question takes, or null. */
export const problemWithNumberOfRows = (group: GroupQuestion, rows: readonly unknown[]): string | null =>
  rows.length > group.most ? `${opening(group)} must be ${group.most} entries or fewer` : null;

/** Errors of form on the page, in the order asked. Questions that are not asked have none. */
export const errorsOn = (page: Page, answers: Answers): AnswerError[] => errorsIn(page.questions, answers);

/** Errors of omission on the page: what is asked, required and empty, in each row too. */
export const omissionsOn = (page: Page, answers: Answers): AnswerError[] =>
  questionsAsked(page, answers).flatMap((question): AnswerError[] => {
    const answer = answers[question.id];
    if (isEmpty(answer)) {
      return question.optional === true ? [] : [{ question: question.id, message: missing(question) }];
    }
    if (question.kind !== 'GROUP') return [];
    const { questions } = question;
    const asPage = { slug: '', title: '', questions };
    return rowsIn(answer).flatMap((row, index) => inRow(question, index, omissionsOn(asPage, row)));
  });

/** The errors of a row, each with the row's place before it. */
export const inRow = ({ id }: GroupQuestion, index: number, errors: readonly AnswerError[]): AnswerError[] =>
  errors.map(({ question, message }) => ({ question: `${id}.${index}.${question}`, message }));

/** What a message calls the answer when it begins with it. */
export const opening = (question: Question): string => {
  const called = calledOf(question);
  return called.charAt(0).toUpperCase() + called.slice(1);
};

const errorsIn = (questions: readonly Question[], answers: Answers): AnswerError[] =>
  questions
    .filter((question) => isAsked(question, answers))
    .flatMap((question): AnswerError[] => {
      const answer = answers[question.id];
      if (question.kind === 'GROUP') return errorsInRows(question, answer);
      const message = problemWith(question, answer as string | string[] | undefined);
      return message === null ? [] : [{ question: question.id, message }];
    });

function errorsInRows(group: GroupQuestion, answer: Answer | undefined): AnswerError[] {
  const rows = rowsIn(answer);
  const message = problemWithNumberOfRows(group, rows);
  return [
    ...(message === null ? [] : [{ question: group.id, message }]),
    ...rows.flatMap((row, index) => inRow(group, index, errorsIn(group.questions, row))),
  ];
}

type Worded = Extract<Question, { limit: number }>;
type Choosing = Extract<Question, { options: readonly unknown[] }>;
type Counted = Extract<Question, { least: number }>;

const calledOf = ({ called, ask }: Question): string => called ?? `your answer to “${ask}”`;

const offers = ({ options }: Choosing, answer: string): boolean => options.some(({ value }) => value === answer);

function problemWithList(question: Choosing, answer: string | readonly string[]): string | null {
  if (typeof answer === 'string') return `${opening(question)} must be a list`;
  if (new Set(answer).size < answer.length) return `${opening(question)} must not hold the same answer twice`;
  if (!answer.every((value) => offers(question, value))) return missing(question);
  const alone = question.options.find((option) => option.alone && answer.includes(option.value));
  return alone && answer.length > 1 ? `Select “${alone.label}” alone, or the others without it` : null;
}

/** Control characters other than a tab and the end of a line, and halves of a character: no database need keep them. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}]/u;

function problemWithText(question: Worded, answer: string): string | null {
  if (unprintable.test(answer)) return `${opening(question)} must not include characters that cannot be printed`;
  // Counted as people count: a letter outside the basic plane is two UTF-16 units but one character.
  if ([...answer].length <= question.limit) return null;
  return `${opening(question)} must be ${question.limit.toLocaleString('en-GB')} characters or less`;
}

function problemWithNumber(question: Counted, answer: string): string | null {
  const { least, most } = question;
  if (!/^-?\d{1,15}$/.test(answer)) return `${opening(question)} must be a whole number`;
  if (Number(answer) >= least && Number(answer) <= most) return null;
  return `${opening(question)} must be between ${least} and ${most}`;
}
