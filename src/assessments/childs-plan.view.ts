import { planQuestions } from '../policy/child-form.js';
import type { ChildLook } from '../policy/child-look.js';
import { type Answers, type QuestionSet, questionsOf, rowsIn } from '../policy/questions/question-set.js';

export type PlanPart = {
  readonly id: string;
  readonly ask: string;
  readonly answer: string;
  readonly picture: string | null;
};
export type ChildsPlan = {
  readonly parts: readonly PlanPart[];
  /** How it was made: what was done, and on which day. From whom it is known is for those who work with the child. */
  readonly made: readonly { readonly what: string; readonly on: string }[];
};

/** Intelligence and what somebody alleges is never handed to a child. */
const forTheChild: readonly string[] = ['FACT', 'OPINION'];

const text = (answer: unknown): string => (typeof answer === 'string' ? answer : '');

/** The child's own plan with the wording that was asked; where nothing is written yet, the part is empty. */
export function childsPlan(set: QuestionSet, answers: Answers, { hasPictures }: ChildLook): ChildsPlan {
  const asked = new Map(questionsOf(set).map(({ question }) => [question.id, question.ask]));
  const parts = planQuestions.map(({ id, ask, picture }) => ({
    ...{ id, ask: asked.get(id) ?? ask, answer: text(answers[id]), picture: hasPictures ? picture : null },
  }));
  const known = answers['childs-plan-known'];
  // Until December 2026 the whole plan was asked for as one text.
  if (typeof known === 'string') {
    const ask = 'What I am good at, what I want to be different, and who can help';
    return { parts: [{ id: 'childs-plan-known', ask, answer: known, picture: hasPictures ? 'TALK' : null }], made: [] };
  }
  const made = rowsIn(known)
    .filter(({ kind }) => forTheChild.includes(text(kind)))
    .map(({ what, on }) => ({ what: text(what), on: text(on) }));
  return { parts, made };
}
