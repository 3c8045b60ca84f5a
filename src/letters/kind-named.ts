import {
  type CaseLetterKind,
  caseLetterKinds,
  type LetterKind,
  letterKindCodes,
  type VictimLetterKind,
  victimLetterKinds,
} from '../policy/letters.js';
import { NotFound } from '../platform/errors.js';

/** A kind as an address names it. */
export const slugOf = (kind: LetterKind): string => kind.toLowerCase().replaceAll('_', '-');

const namedIn = <Kind extends LetterKind>(kinds: readonly Kind[], slug: string): Kind => {
  const kind = kinds.find((one) => slugOf(one) === slug);
  if (!kind) throw new NotFound();
  return kind;
};

/** The kind of letter that an address names; any other is not there. */
export const caseKindNamed = (slug: string): CaseLetterKind => namedIn(caseLetterKinds, slug);
export const victimKindNamed = (slug: string): VictimLetterKind => namedIn(victimLetterKinds, slug);
export const kindNamed = (slug: string): LetterKind => namedIn(letterKindCodes, slug);
