import { notMarked } from './offence-classes.js';

/** What an offence is marked with, as far as somebody said it. */
export type Marked = readonly string[] | null | undefined;

type Offences<One> = { readonly offences?: readonly One[] | null | undefined };
export type Marks = Offences<{ readonly features?: Marked }>;

/** True when an offence has a mark, or nobody said what it has. In: marks, the mark. Source: house rule: unknown is not no. */
export const isMarked = (features: Marked, mark: string): boolean => features?.includes(mark) ?? true;

/** True when it holds of an offence, or none is known. In: offences, what holds. Source: as above. */
export const someOffence = <One>({ offences }: Offences<One>, holds: (offence: One) => boolean): boolean =>
  !offences?.length || offences.some(holds);

/** True when an offence has, or may have, one of these marks. In: offences, marks. Source: as above. */
export const someMarked = (facts: Marks, ...marks: string[]): boolean =>
  someOffence(facts, ({ features }) => marks.some((mark) => isMarked(features, mark)));

/**
 * That these marks are not known rather than there. In: offences, marks. Out: words; null where one of them is there, or all
 * that is known says that none is. Source: as above.
 */
export function aboutMarks({ offences }: Marks, ...marks: string[]): string | null {
  const isThere = offences?.some(({ features }) => marks.some((mark) => features?.includes(mark)));
  const isUnknown = !offences?.length || offences.some(({ features }) => features == null);
  return isUnknown && !isThere ? notMarked : null;
}
