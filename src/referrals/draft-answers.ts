import type {
  AdultPageInput,
  ChildPageInput,
  CrimePageInput,
  EthnicityPageInput,
  EvidencePageInput,
  GravityPageInput,
  OffencePageInput,
  StartInput,
  VictimPageInput,
} from './draft-pages.input.js';

type Kept<Input> = Omit<Input, 'version'>;

type OffencePage = Kept<OffencePageInput>;
/** A draft that was begun before its page asked so may say nothing of features. */
export type OffenceAnswers = Omit<OffencePage, 'features'> &
  Partial<Pick<OffencePage, 'features'>> & { readonly gravity?: Kept<GravityPageInput> };

/** A draft as it is kept: the answers of each page under its name, as the page takes them. */
export type DraftAnswers = {
  readonly start: StartInput;
  readonly child?: Kept<ChildPageInput>;
  readonly ethnicity?: Kept<EthnicityPageInput>;
  readonly offences?: readonly OffenceAnswers[];
  readonly crime?: Kept<CrimePageInput>;
  readonly evidence?: Kept<EvidencePageInput>;
  readonly adult?: Kept<AdultPageInput>;
  readonly victims?: readonly Kept<VictimPageInput>[];
  readonly noVictim?: { readonly reason: string };
};
