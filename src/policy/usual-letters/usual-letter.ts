/** A template as it is before anybody changed it: edition 0. */
export type UsualLetter = {
  readonly heading: string;
  readonly text: string;
  /** The same in short sentences, for the kinds that have such a wording. */
  readonly shortText: string | null;
};
