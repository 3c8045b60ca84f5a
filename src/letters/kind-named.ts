import {
  type CaseLetterKind,
  caseLetterKinds,
  type LetterKind,
  letterKindCodes,
  type VictimLetterKind,
  victimLetterKinds,
} from '../policy/letters.js';
import { NotFound } from '../platform/errors.js';

/** A kind as the address of a page names it. */
export const slugOf = (kind: LetterKind): string => kind.toLowerCase().replaceAll('_', '-');

const namedIn = <Kind extends LetterKind>(kinds: readonly Kind[], name: string): Kind => {
  const kind = kinds.find((one) => one === name || slugOf(one) === name);
  if (!kind) throw new NotFound(`There is no letter “${name.slice(0, 60)}”. There are: ${kinds.join(', ')}`);
  return kind;
};

/** The kind of letter that an address names, by its code or as pages do; any other is not there. */
export const caseKindNamed = (name: string): CaseLetterKind => namedIn(caseLetterKinds, name);
export const victimKindNamed = (name: string): VictimLetterKind => namedIn(victimLetterKinds, name);
export const kindNamed = (name: string): LetterKind => namedIn(letterKindCodes, name);
