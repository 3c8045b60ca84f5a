import { inRow, opening, problemWith, problemWithNumberOfRows } from './checking-answers.js';
import {
  type AnswerError,
  type Answers,
  type GroupQuestion,
  isAsked,
  isEmpty,
  type Question,
  type QuestionSet,
  questionsOf,
  type Row,
  type SingleAnswer,
  type SingleQuestion,
} from './question-set.js';

export type Accepted = { readonly answers: Answers; readonly errors: AnswerError[] };

type Given = Readonly<Record<string, unknown>>;

/**
 * Takes what a client sent, of any shape, and the answers kept before; gives the answers to keep and what is wrong.
 * What is sent replaces what was kept, question by question; an empty answer clears it; a kept answer whose question is
 * no longer asked is dropped. Refused: unknown questions, questions not asked, wrong types, options that do not exist,
 * over-long text, impossible days, in rows likewise. Rows replace rows as a whole, and a blank one does not count.
 * Missing answers are no error here. Keep the answers only when there is no error.
 */
export function acceptAnswers(set: QuestionSet, given: unknown, kept: Answers = {}): Accepted {
  if (!isRecord(given)) return { answers: kept, errors: [{ question: '', message: 'Answers must be an object' }] };
  const questions = questionsOf(set).map(({ question }) => question);
  return acceptEach(questions, given, kept, `${set.id} ${set.version}`);
}

/**
 * Takes one page's form as the browser sent it: fields that are not the page's questions (version, token) are passed
 * over, and so is what stands in a field hidden by its condition; a page's question that was not sent counts as cleared.
 */
export function acceptPage(set: QuestionSet, slug: string, form: Given, kept: Answers): Accepted {
  const page = set.pages.find((each) => each.slug === slug);
  if (page === undefined) throw new Error(`Set ${set.id} ${set.version} has no page ${slug}`);
  return acceptAnswers(set, formAnswers(page.questions, form, kept), kept);
}

function formAnswers(questions: readonly Question[], form: Given, kept: Answers): Given {
  const given: Record<string, unknown> = {};
  const sofar: Answers = { ...kept };
  for (const question of questions) {
    given[question.id] = isAsked(question, sofar) ? formAnswer(question, form) : '';
    sofar[question.id] = isAnswer(given[question.id]) ? (given[question.id] as SingleAnswer) : '';
  }
  return given;
}

function formAnswer(question: Question, form: Given): unknown {
  const sent = Object.hasOwn(form, question.id) ? form[question.id] : undefined;
  // A browser sends one ticked box as text, several as a list.
  if (question.kind === 'CHOICES' && typeof sent === 'string' && sent !== '') return [sent];
  if (question.kind !== 'GROUP' || !Array.isArray(sent)) return sent ?? '';
  return sent.map((row: unknown) => (isRecord(row) ? { ...row, ...formAnswers(question.questions, row, {}) } : row));
}

function acceptEach(questions: readonly Question[], given: Given, kept: Answers, whole: string): Accepted {
  const answers: Answers = {};
  const errors: AnswerError[] = [];
  for (const question of questions) {
    const { id } = question;
    const isSent = Object.hasOwn(given, id);
    const accepted = acceptOne(question, isSent ? given[id] : kept[id], answers, isSent);
    errors.push(...accepted.errors);
    const { answer } = accepted;
    if (answer !== undefined && accepted.errors.length === 0 && isAsked(question, answers)) answers[id] = answer;
  }
  return { answers, errors: [...errors, ...strangers(questions, given, whole)] };
}

type One = { readonly answer?: Answers[string]; readonly errors: readonly AnswerError[] };

function acceptOne(question: Question, sent: unknown, answers: Answers, isSent: boolean): One {
  const given = tidy(question, sent);
  if (isNothing(given)) return { errors: [] };
  const wrong = (message: string): One => ({ errors: [{ question: question.id, message }] });
  if (question.kind !== 'GROUP' && !isAnswer(given)) return wrong(problemOfType(question));
  if (!isAsked(question, answers)) {
    return isSent ? wrong('This question is not asked, given the other answers') : { errors: [] };
  }
  if (question.kind === 'GROUP') return acceptRows(question, given);
  const message = problemWith(question, given as SingleAnswer);
  return message === null ? { answer: given as SingleAnswer, errors: [] } : wrong(message);
}

/** Each row by the same rules as a whole set; the place of an error is the row's place among those that were sent. */
function acceptRows(group: GroupQuestion, given: unknown): One {
  if (!Array.isArray(given)) {
    return { errors: [{ question: group.id, message: `${opening(group)} must be a list of rows` }] };
  }
  const rows: Row[] = [];
  const errors: AnswerError[] = [];
  for (const [index, row] of given.entries()) {
    if (!isRecord(row)) {
      errors.push({ question: `${group.id}.${index}`, message: `Each ${group.itemName} must be an object` });
      continue;
    }
    const accepted = acceptEach(group.questions, row, {}, `a ${group.itemName} here`);
    errors.push(...inRow(group, index, accepted.errors));
    if (Object.keys(accepted.answers).length > 0) rows.push(accepted.answers as Row);
  }
  const tooMany = problemWithNumberOfRows(group, rows);
  if (tooMany !== null) errors.push({ question: group.id, message: tooMany });
  return rows.length > 0 ? { answer: rows, errors } : { errors };
}

const problemOfType = ({ kind }: SingleQuestion): string =>
  kind === 'CHOICES' ? 'The answer must be a list of texts' : 'The answer must be text';

const strangers = (questions: readonly Question[], given: Given, whole: string): AnswerError[] => {
  const known = new Set(questions.map(({ id }) => id));
  return Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ question: id, message: `This question is not part of ${whole}` }));
};

const isRecord = (given: unknown): given is Given =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const isAnswer = (answer: unknown): answer is SingleAnswer =>
  typeof answer === 'string' || (Array.isArray(answer) && answer.every((value) => typeof value === 'string'));

const isNothing = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && isEmpty(answer)) ||
  (Array.isArray(answer) && answer.length === 0);

/** Browsers send line ends as CR LF and word processors paste others; the space around an answer means nothing. */
const tidy = ({ kind }: Question, answer: unknown): unknown => {
  // A form reads what is typed for a number as one.
  if (kind === 'NUMBER' && typeof answer === 'number') return String(answer);
  return typeof answer === 'string' && kind !== 'CHOICES' ? answer.replace(/\r\n?|\v|\f/g, '\n').trim() : answer;
};
