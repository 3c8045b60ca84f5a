/** What a manager says of a preparation before signing it: met or not, against one question with what to look for. */
export type Criterion = {
  readonly code: string;
  readonly title: string;
  readonly ask: string;
  readonly lookFor: string;
  /** The sections it is about. */
  readonly about: readonly string[];
  readonly source: string;
};

/** An edition is never edited once it was used: a change of wording is a new edition beside the old one. */
export type CriteriaEdition = { readonly edition: string; readonly criteria: readonly Criterion[] };
