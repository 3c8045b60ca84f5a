import type { GroupQuestion } from '../../policy/questions/question-set.js';
import { dayInWords } from './words.js';
import { isFieldAsked, isRecord, valueAt, type Field, type Values } from './form-fields.js';

export type AnswerRow = { readonly id: string; readonly ask: string; readonly answer: string };

/** An answer as a person reads it: labels for codes, days in words, rows one under another; nothing for none. */
export function answerText(field: Field, value: unknown): string {
  if (value === undefined || value === null || field.kind === 'PASSWORD' || field.kind === 'FILE') return '';
  if (field.kind === 'GROUP') return rowsText(field, value);
  if (Array.isArray(value)) return value.map((item) => answerText(field, item)).join(', ');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  if (field.kind === 'DAY') return dayInWords(String(value));
  if (field.kind === 'CHOICE' || field.kind === 'CHOICES' || field.kind === 'SELECT') {
    return field.options.find((option) => option.value === value)?.label ?? String(value);
  }
  return String(value);
}

function rowsText({ questions, rowsAre }: GroupQuestion, rows: unknown): string {
  if (!Array.isArray(rows)) return '';
  const answered = rows.filter(isRecord).map((row) => answerRows(questions, row).filter(({ answer }) => answer));
  if (rowsAre !== 'STATEMENTS') return answered.map(asked).join('\n');
  return answered.map((row) => (answered.length > 1 ? `• ${statement(row)}` : statement(row))).join('\n');
}

const asked = (answers: readonly AnswerRow[]): string =>
  answers.map(({ ask, answer }) => `${ask}${ask.endsWith('?') ? '' : ':'} ${answer}`).join('; ');

/** What is said, and in brackets who said it, when, and what it is. */
const statement = ([said, ...about]: readonly AnswerRow[]): string =>
  [said?.answer, about.length > 0 ? `(${about.map(({ answer }) => answer).join('; ')})` : ''].filter(Boolean).join(' ');

/** Every question that is asked, with its answer: the rows of check-your-answers and of a printed page. */
export function answerRows(fields: readonly Field[], values: Values): AnswerRow[] {
  return fields
    .filter((field) => field.kind !== 'HEADING' && field.kind !== 'HIDDEN' && field.kind !== 'PASSWORD')
    .filter((field) => isFieldAsked(field, fields, values))
    .map((field) => ({ id: field.id, ask: field.ask, answer: answerText(field, valueAt(values, field.id)) }));
}
