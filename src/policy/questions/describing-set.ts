import { type Condition, type Option, type Question, type QuestionSet, questionsOf } from './question-set.js';

type Described = {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly ask: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly called?: string;
  readonly analyses?: string | readonly string[];
  readonly when?: Condition;
  readonly options?: readonly Option[];
  readonly limit?: number;
  readonly least?: number;
  readonly most?: number;
  /** Of a GROUP: what each of its rows answers, by these ids; their conditions look at the row alone. */
  readonly questions?: readonly Described[];
  readonly itemName?: string;
  readonly rowsAre?: 'STATEMENTS';
};

export type DescribedQuestion = Described & { readonly page: string };

/** What a client of the API needs in order to ask the set's questions and to answer them acceptably, in order. */
export const apiSchema = (set: QuestionSet): DescribedQuestion[] =>
  questionsOf(set).map(({ page, question }) => ({ ...described(question), page }));

const described = (question: Question): Described => {
  const { optional, ...rest } = question;
  const required = optional !== true;
  return rest.kind === 'GROUP'
    ? { ...rest, questions: rest.questions.map(described), required }
    : { ...rest, required };
};
