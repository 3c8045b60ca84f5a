import type { Answers, Page } from '../policy/questions/question-set.js';
import type { FieldError } from '../platform/errors.js';
import type { Field, Values } from '../platform/web/form-fields.js';

/** Under `answers`, and without the points of a reference (3.1.1a), which a form would read as nesting. */
const nameOf = (question: string): string => question.replaceAll('.', '-');
const fieldOf = (question: string): string => `answers.${nameOf(question)}`;

/** The questions of a page as the fields of a form, with the inspectorate's reference before each that has one. */
export const pageFields = ({ questions }: Page): Field[] =>
  questions.map((question) => ({
    ...question,
    id: fieldOf(question.id),
    ask: /^\d+\.\d+\.\d+[a-z]?$/.test(question.id) ? `${question.id} ${question.ask}` : question.ask,
    ...(question.when ? { when: { ...question.when, question: fieldOf(question.when.question) } } : {}),
  }));

export const pageValues = ({ questions }: Page, answers: Answers): Values => ({
  answers: Object.fromEntries(questions.map(({ id }) => [nameOf(id), answers[id]])),
});

/** What the form holds by question; a question of the page that was not sent is cleared. */
export const pageAnswers = (
  { questions }: Page,
  sent: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => Object.fromEntries(questions.map(({ id }) => [id, sent[nameOf(id)] ?? '']));

export const asFieldErrors = (errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ field, message }) => ({ field: fieldOf(field), message }));
