import type { Answers } from './questions/question-set.js';

/**
 * The questions, of any set, whose answers the gates read. They are kept beside an assessment by themselves, since an
 * agenda asks for those of every case on it and an assessment has hundreds of others.
 * Source: `exploitation.ts`, `communication-need.ts`.
 */
const gateQuestions = [
  ...['exploitation-considered', 'exploitation-found', 'exploitation-referral', 'exploitation-defence'],
  ...['communication-checked', 'communication-signs', 'communication-diagnosis'],
];

/** Those among some answers. In: answers by question id, of any set. Out: some of them. Source: the list above. */
export const answersForGates = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => gateQuestions.includes(question)));
