import { type Condition, type Option, type Question, type QuestionSet, questionsOf } from './question-set.js';

export type DescribedQuestion = {
  readonly id: string;
  readonly page: string;
  readonly kind: Question['kind'];
  readonly ask: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly called?: string;
  readonly when?: Condition;
  readonly options?: readonly Option[];
  readonly limit?: number;
  readonly least?: number;
  readonly most?: number;
};

/** What a client of the API needs in order to ask the set's questions and to answer them acceptably, in order. */
export const apiSchema = (set: QuestionSet): DescribedQuestion[] =>
  questionsOf(set).map(({ page, question: { optional, ...rest } }) => ({
    ...rest,
    page,
    required: optional !== true,
  }));
