import { factsNotAnalysed } from '../policy/questions/analysis.js';
import type { Answers, Page, QuestionSet } from '../policy/questions/question-set.js';
import { questionsOf } from '../policy/questions/question-set.js';
import { answerRows, answerText } from '../platform/web/form-answers.js';
import { section, type Section, written } from '../platform/web/sections.js';
import { isNotAnalysed } from './assessment.view.js';

const notAnalysed = [{ text: 'Not analysed', colour: 'red' }];

/** One page of a set with the wording that was asked; facts without what they mean are marked. */
function answerSection(page: Page, answers: Answers, unanswered: string): Section {
  const rows = answerRows(page.questions, answers).map(({ ask, answer }) => ({
    key: ask,
    value: answer || unanswered,
  }));
  return section(page.slug, page.title, rows, { badges: isNotAnalysed(page, answers) ? notAnalysed : [] });
}

/** The pages of the assessment as people read them beside everything else. In: the set that was asked, or null. */
export const answerSections = (set: QuestionSet | null, answers: Answers): Section[] =>
  set
    ? set.pages.map((page) => {
        const read = answerSection(page, answers, 'Not answered');
        return { ...read, title: `Assessment: ${page.title}` };
      })
    : [section('assessment', 'Assessment', [])];

/** The same, page by page, for who checks and changes them. `at` is the case's address. */
export const answerCards = (at: string, set: QuestionSet, answers: Answers): Section[] =>
  set.pages.map((page) => ({ ...answerSection(page, answers, ''), href: `${at}/assessment/${page.slug}` }));

/** The parts of the assessment that give facts without what they mean; nothing where there are none. */
export function notAnalysedSection(set: QuestionSet | null, answers: Answers): Section[] {
  const rows = (set?.pages ?? []).flatMap((page) =>
    factsNotAnalysed(page, answers).map(({ ask }) => ({ key: page.title, value: ask })),
  );
  if (rows.length === 0) return [];
  const note = 'What is known is written, what it means for this child is not.';
  return [section('not-analysed', 'Facts that nobody has analysed', rows, { badges: notAnalysed, note })];
}

const adjusting = ['adjustments', 'adjustments-more'];

/**
 * What the child needs so as to understand and be understood, for whoever meets or writes to them; nothing where the set
 * does not ask. Source: Leicester City Youth Justice Plan 2025 to 2030, section 9.
 */
export function adjustmentSection(set: QuestionSet | null, answers: Answers): Section[] {
  const asked = (set ? questionsOf(set) : []).filter(({ question }) => adjusting.includes(question.id));
  if (asked.length === 0) return [];
  const rows = asked.flatMap(({ question }) => {
    const each = [answers[question.id]].flat().map((one) => answerText(question, one));
    return written(question.ask, each.join('\n'));
  });
  return [section('adjustments', 'What the child needs to take part', rows)];
}
