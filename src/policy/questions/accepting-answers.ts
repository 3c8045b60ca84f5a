import { problemWith } from './checking-answers.js';
import {
  type AnswerError,
  type Answers,
  isAsked,
  isEmpty,
  type Question,
  type QuestionSet,
  questionsOf,
} from './question-set.js';

export type Accepted = { readonly answers: Answers; readonly errors: AnswerError[] };

/**
 * Takes what a client sent, of any shape, and the answers kept before; gives the answers to keep and what is wrong.
 * What is sent replaces what was kept, question by question; an empty answer clears it; a kept answer whose question is
 * no longer asked is dropped. Refused: unknown questions, questions not asked, wrong types, options that do not exist,
 * over-long text, impossible days. Missing answers are no error here. Keep the answers only when there is no error.
 */
export function acceptAnswers(set: QuestionSet, given: unknown, kept: Answers = {}): Accepted {
  if (!isRecord(given)) return { answers: kept, errors: [{ question: '', message: 'Answers must be an object' }] };
  const answers: Answers = {};
  const errors: AnswerError[] = [];
  for (const { question } of questionsOf(set)) {
    const { id } = question;
    const sent = Object.hasOwn(given, id) ? given[id] : kept[id];
    const answer = tidy(question, sent);
    const message = problemAccepting(question, answer, answers, Object.hasOwn(given, id));
    if (message !== null) errors.push({ question: id, message });
    else if (isAsked(question, answers) && isAnswer(answer) && !isEmpty(answer)) answers[id] = answer;
  }
  return { answers, errors: [...errors, ...strangers(set, given)] };
}

/**
 * Takes one page's form as the browser sent it: fields that are not the page's questions (version, token) are passed
 * over, and so is what stands in a field hidden by its condition; a page's question that was not sent counts as cleared.
 */
export function acceptPage(
  set: QuestionSet,
  slug: string,
  form: Readonly<Record<string, unknown>>,
  kept: Answers,
): Accepted {
  const page = set.pages.find((each) => each.slug === slug);
  if (page === undefined) throw new Error(`Set ${set.id} ${set.version} has no page ${slug}`);
  const given: Record<string, unknown> = {};
  const sofar: Answers = { ...kept };
  for (const question of page.questions) {
    const sent = Object.hasOwn(form, question.id) ? form[question.id] : undefined;
    // A browser sends one ticked box as text, several as a list.
    const value = question.kind === 'CHOICES' && typeof sent === 'string' && sent !== '' ? [sent] : (sent ?? '');
    given[question.id] = isAsked(question, sofar) ? value : '';
    sofar[question.id] = isAnswer(given[question.id]) ? (given[question.id] as string | string[]) : '';
  }
  return acceptAnswers(set, given, kept);
}

function problemAccepting(question: Question, answer: unknown, answers: Answers, sent: boolean): string | null {
  if (answer === undefined || answer === null) return null;
  if (!isAnswer(answer)) return problemOfType(question);
  if (isEmpty(answer)) return null;
  if (!isAsked(question, answers)) return sent ? 'This question is not asked, given the other answers' : null;
  return problemWith(question, answer);
}

const problemOfType = ({ kind }: Question): string =>
  kind === 'CHOICES' ? 'The answer must be a list of texts' : 'The answer must be text';

const strangers = (set: QuestionSet, given: Readonly<Record<string, unknown>>): AnswerError[] => {
  const known = new Set(questionsOf(set).map(({ question }) => question.id));
  return Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ question: id, message: `This question is not part of ${set.id} ${set.version}` }));
};

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const isAnswer = (answer: unknown): answer is string | string[] =>
  typeof answer === 'string' || (Array.isArray(answer) && answer.every((value) => typeof value === 'string'));

/** Browsers send line ends as CR LF and word processors paste others; the space around an answer means nothing. */
const tidy = ({ kind }: Question, answer: unknown): unknown =>
  typeof answer === 'string' && kind !== 'CHOICES' ? answer.replace(/\r\n?|\v|\f/g, '\n').trim() : answer;
