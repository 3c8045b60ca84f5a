import { type Answers, isEmpty, type Page, type Question, questionsAsked } from './question-set.js';

/**
 * In the set of November 2026 the link between facts and what they mean was not yet part of the language. The set is
 * never edited, so what each of its questions analyses stands here.
 */
const beforeTheLink: Readonly<Record<string, string>> = {
  'circumstances-meaning': 'circumstances-known',
  'strengths-meaning': 'strengths-known',
  'education-meaning': 'education-known',
  'health-meaning': 'health-known',
  'diversity-meaning': 'diversity-known',
  'family-meaning': 'family-known',
  'exploitation-meaning': 'exploitation-found',
  'behaviour-meaning': 'behaviour-known',
  'pattern-meaning': 'pattern-known',
  'support-meaning': 'support-known',
  'childs-plan-meaning': 'childs-plan-known',
  'exit-meaning': 'exit-known',
};

const isBeforeTheLink = ({ questions }: Page): boolean => questions.every(({ analyses }) => analyses === undefined);

/** In: a page and a question of it. Out: the ids of the questions whose facts it weighs. */
export const analysedBy = (page: Page, { id, analyses }: Question): string[] =>
  isBeforeTheLink(page) ? [beforeTheLink[id] ?? []].flat() : [analyses ?? []].flat();

/**
 * In: a page and the answers. Out: the questions under which facts are written while what they mean is not: the fault
 * that inspectors found. Source: HMIP 2021 (Leicestershire), section 3.1.
 */
export function factsNotAnalysed(page: Page, answers: Answers): Question[] {
  const asked = questionsAsked(page, answers);
  const wrote = ({ id }: Question): boolean => !isEmpty(answers[id]);
  const silent = new Set(asked.filter((each) => !wrote(each)).flatMap((each) => analysedBy(page, each)));
  return asked.filter((each) => wrote(each) && silent.has(each.id));
}
