import { childAssessment202612 } from './child-assessment.2026-12.js';
import { facts, meaning } from './evidence.2026-12.js';
import { type Page, type Question, type QuestionSet, questionsOf } from './question-set.js';

/*
 * The short assessment, for a child whose earlier one was signed off not long ago: what has changed since, and what must
 * never be carried forward unasked. A question that means the same as in the full set is that question, so that its answer
 * goes with it when a worker moves to the full set.
 */

const full = new Map(questionsOf(childAssessment202612).map(({ question }) => [question.id, question]));

/** Questions of the full set, word for word. */
const asInFull = (...ids: readonly string[]): Question[] =>
  ids.map((id) => {
    const question = full.get(id);
    if (!question) throw new Error(`The full set has no question ${id}`);
    return question;
  });

/** A page of the full set, word for word. */
function pageInFull(slug: string): Page {
  const page = childAssessment202612.pages.find((each) => each.slug === slug);
  if (!page) throw new Error(`The full set has no page ${slug}`);
  return page;
}

const sinceThen: Page = {
  slug: 'circumstances',
  title: 'What has changed since the last assessment',
  lead: 'Read the last assessment first. Write each thing that is known in a row of its own, and below the rows what it means for this child.',
  questions: [
    ...asInFull('care-status', 'social-care-plan', 'education-status'),
    facts(
      'changes-known',
      'what has changed in the child’s life since then',
      'Home, family, friends, school or work, health, feelings, drugs or alcohol, what the child does well. If nothing has changed, say who said so.',
    ),
    meaning(
      'changes-meaning',
      'changes-known',
      'What the changes mean for this child',
      'How they bear on the child’s safety, choices and behaviour, and what of the last assessment no longer holds.',
    ),
    ...asInFull('agencies-meaning', 'barriers-meaning'),
  ],
};

const pages = [
  ...[sinceThen, pageInFull('communication'), pageInFull('identity-reflection'), pageInFull('exploitation')],
  ...[pageInFull('behaviour'), pageInFull('support'), pageInFull('childs-plan'), pageInFull('professionals-plan')],
  pageInFull('exit-plan'),
];

export const childAssessmentShort202612: QuestionSet = {
  id: 'child-assessment-short',
  version: '2026-12',
  title: 'Short assessment of the child',
  pages,
};
