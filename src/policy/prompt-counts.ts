import { type Answers, questionsOf, type QuestionSet } from './questions/question-set.js';
import { percent } from './ratings.js';

/** How often each answer was given to a prompt, and its share of sufficient cases under both denominators. */
export type PromptCount = {
  readonly ref: string;
  readonly ask: string;
  readonly yes: number;
  readonly no: number;
  readonly unclear: number;
  readonly notApplicable: number;
  readonly applicable: number;
  readonly all: number;
  readonly percentOfApplicable: number | null;
  readonly percentOfAll: number | null;
};

/**
 * Takes the audit questions and the answers given in each case; gives the counts for each prompt (3.1.1a), none of which
 * ever makes up the judgement on its key question. “Unclear” is not sufficient, and the prompt did arise.
 * Source: HMIP 2021 (Leicestershire) Annexe 2.
 */
export const countPrompts = (set: QuestionSet, cases: readonly Answers[]): PromptCount[] =>
  questionsOf(set)
    .filter(({ question }) => /^\d+\.\d+\.\d+[a-z]$/.test(question.id))
    .map(({ question: { id, ask } }) => {
      const given: readonly unknown[] = cases.flatMap((answers): unknown => answers[id] ?? []);
      const count = (answer: string): number => given.filter((each) => each === answer).length;
      const [yes, notApplicable, all] = [count('YES'), count('NOT_APPLICABLE'), given.length];
      const applicable = all - notApplicable;
      return {
        ...{ ref: id, ask, yes, no: count('NO'), unclear: count('UNCLEAR'), notApplicable, applicable, all },
        percentOfApplicable: percent(yes, applicable),
        percentOfAll: percent(yes, all),
      };
    });
