import { isFamilyVariant, isGivenVariant } from './name-variants.js';
import { foldName, fullName, type Named } from './fold.js';

/** How a source describes a child, as far as it is compared. */
export type Described = Named & { readonly dateOfBirth: string };

/** In what two descriptions agree, in words. They are not weighed: a person decides. */
export const matchReasons = {
  SAME_DATE_OF_BIRTH: 'Same date of birth',
  DAY_AND_MONTH_SWAPPED: 'Day and month of birth are swapped',
  DATE_OF_BIRTH_ONE_DIGIT_OFF: 'Date of birth differs by one digit',
  SAME_NAME: 'Same name',
  NAMES_SWAPPED: 'Given and family name are swapped',
  SIMILAR_NAME: 'Similar name',
  NAME_VARIANT: 'Another form of the same name',
  SAME_FAMILY_NAME: 'Same family name but another given name (it may be a twin)',
  SAME_GIVEN_NAME: 'Same given name but another family name',
} as const;

export type MatchReason = keyof typeof matchReasons;

/** “Same name, same date of birth”. In: reasons. Out: one line. */
export const reasonsInWords = (reasons: readonly MatchReason[]): string => {
  const line = reasons.map((reason) => matchReasons[reason].toLowerCase()).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
};

/** A description with its names folded once, since each is compared with many. */
export type Folded = Described & { readonly given: string; readonly family: string; readonly full: string };

export const folded = (described: Described): Folded => ({
  ...described,
  given: foldName(described.givenName),
  family: foldName(described.familyName),
  full: fullName(described),
});

/** What the same date of birth alone makes worth a look: it is shown after the others. */
const weak: readonly MatchReason[] = ['SAME_FAMILY_NAME', 'SAME_GIVEN_NAME'];
export const isWeak = (reasons: readonly MatchReason[]): boolean => reasons.some((reason) => weak.includes(reason));

/**
 * Why two descriptions may be of one child, or nothing. A name that is not the same counts only with the very same day of
 * birth; then either name may do, since a child may have come to another family name, and twins are told apart by a person.
 */
export function reasonsToMatch(one: Folded, other: Folded): MatchReason[] {
  const birth = birthReason(one.dateOfBirth, other.dateOfBirth);
  const name = birth && nameReason(one, other);
  if (!birth || !name) return [];
  return birth === 'SAME_DATE_OF_BIRTH' || name === 'SAME_NAME' || name === 'NAMES_SWAPPED' ? [birth, name] : [];
}

function birthReason(one: string, other: string): MatchReason | null {
  if (one === other) return 'SAME_DATE_OF_BIRTH';
  const [year, month, day] = one.split('-');
  if (`${year}-${day}-${month}` === other) return 'DAY_AND_MONTH_SWAPPED';
  const different = [...one].filter((digit, place) => digit !== other[place]).length;
  return different === 1 ? 'DATE_OF_BIRTH_ONE_DIGIT_OFF' : null;
}

function nameReason(one: Folded, other: Folded): MatchReason | null {
  if (one.full === '' || other.full === '') return null;
  if (one.full === other.full) return 'SAME_NAME';
  if (`${one.family} ${one.given}` === other.full) return 'NAMES_SWAPPED';
  if (isSimilar(one.full, other.full) || isPartOf(one.full, other.full)) return 'SIMILAR_NAME';
  const isGiven = isGivenVariant(one.given, other.given);
  const isFamily = isFamilyVariant(one.family, other.family);
  if ((isGiven && isFamily) || isSwappedVariant(one, other) || isSwappedVariant(other, one)) return 'NAME_VARIANT';
  if (isFamily) return 'SAME_FAMILY_NAME';
  return isGiven ? 'SAME_GIVEN_NAME' : null;
}

/** Zach Testchild and Testchild Zacharias. */
const isSwappedVariant = (one: Folded, other: Folded): boolean =>
  isGivenVariant(one.given, other.family) && isFamilyVariant(one.family, other.given);

/** A letter in six may be wrong, left out, added or in the wrong place, and never more than two. */
const isSimilar = (one: string, other: string): boolean =>
  isWithinEdits(
    one.replaceAll(' ', ''),
    other.replaceAll(' ', ''),
    Math.min(2, Math.floor(Math.min(one.length, other.length) / 6)),
  );

/** A name given in part: one of two family names, or without the second given name. */
function isPartOf(one: string, other: string): boolean {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const parts = many.split(' ');
  return few.includes(' ') && few.split(' ').every((part) => parts.includes(part));
}

/** True when one text becomes the other by at most so many letters changed, added, left out or swapped. */
export function isWithinEdits(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(Math.min(at(last, j) + 1, at(next, j - 1) + 1, changed, isSwap ? at(before, j - 2) + 1 : Infinity));
    }
    [before, last] = [last, next];
  }
  return at(last, other.length) <= most;
}

const at = (counts: readonly number[], place: number): number => counts[place] ?? Infinity;
