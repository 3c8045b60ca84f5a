import type { GravityEdition } from './gravity.js';

export type FactorKind = 'AGGRAVATING' | 'MITIGATING';
export type Factor = { readonly kind: FactorKind; readonly name: string };

const up = (name: string): Factor => ({ kind: 'AGGRAVATING', name });
const down = (name: string): Factor => ({ kind: 'MITIGATING', name });

/**
 * The general factors that move a score, to be chosen from and never a limit: the matrix has more for each offence, for
 * which the last of each kind stands. None is weighed here: the officer sets the final score.
 * Source: NPCC Child Gravity Matrix, from general knowledge of the field and not yet held against its text.
 */
export const gravityFactors = {
  WEAPON: up('A weapon was used or threatened'),
  SERVED_THE_PUBLIC: up('The victim was serving the public'),
  TRUST_ABUSED: up('A position of trust was abused'),
  LED_OTHERS: up('The child led or organised others'),
  PLANNED: up('It was planned'),
  IN_A_GROUP: up('It was done in a group'),
  VULNERABLE_VICTIM: up('The victim was vulnerable or put in fear'),
  HATE: up('It was driven by hate or discrimination'),
  ON_BAIL: up('The child was on bail or subject to an order'),
  LIKELY_TO_CONTINUE: up('It is likely to go on or to become worse'),
  SUSTAINED: up('It was sustained'),
  CHILD_PRESENT: up('A younger child was there'),
  AGE_APART: up('The child was much older or more mature than the victim'),
  PREVALENT_HERE: up('It happens often in this place'),
  OTHER_AGGRAVATING: up('Another factor, of this offence'),
  MINOR_HARM: down('The harm was minor, from one misjudgement'),
  MISTAKE: down('It was a genuine mistake or misunderstanding'),
  LONG_DELAY: down('There was a long delay that the child did not cause'),
  ILL_HEALTH: down('The child’s health or disability bears on it'),
  REMORSE: down('The child is sorry, or has begun to put it right'),
  PROVOKED: down('The child was provoked'),
  EXPLOITED: down('The child was influenced, coerced or exploited'),
  LOW_MATURITY: down('The child is young or immature for their age'),
  SMALL_PART: down('The child played a small part'),
  CARE_EXPERIENCE: down('The child’s experience of care or adversity bears on it'),
  VICTIM_WOULD_SUFFER: down('A prosecution would harm the victim'),
  FIRST_CONTACT: down('It is the child’s first contact with police'),
  OTHER_MITIGATING: down('Another factor, of this offence'),
} as const satisfies Record<string, Factor>;

export type GravityFactorCode = keyof typeof gravityFactors;
export const gravityFactorCodes = Object.keys(gravityFactors) as GravityFactorCode[];

/**
 * The list of each edition of the matrix, side by side: a scoring is read by the list of its own edition, and a list that
 * was used is never changed, so that a newer one cannot alter what an older scoring says.
 */
const lists: Readonly<Record<GravityEdition, Readonly<Record<string, Factor>>>> = {
  'NPCC-CGM-2023-10': gravityFactors,
  'NPCC-CGM-2025-02': gravityFactors,
};

/** The factors of an edition by their codes. In: edition. Out: the list, empty for an edition nobody knows. Source: above. */
export const factorsOf = (edition: string | null | undefined): Readonly<Record<string, Factor>> =>
  Object.hasOwn(lists, edition ?? '') ? lists[edition as GravityEdition] : {};

/** A factor in the words of its edition. In: edition, code. Out: the words, or the code as it was written. Source: above. */
export function factorName(edition: string | null | undefined, code: string): string {
  const list = factorsOf(edition);
  return Object.hasOwn(list, code) ? (list[code]?.name ?? code) : code;
}

type Given = { readonly code: string; readonly kind: FactorKind };
export type FactorFault = { readonly field: string; readonly message: string };

const kindWords: Readonly<Record<FactorKind, string>> = { AGGRAVATING: 'aggravates', MITIGATING: 'mitigates' };
/** Each stands for what the list does not name, so that there may be several. */
const manyTimes: readonly string[] = ['OTHER_AGGRAVATING', 'OTHER_MITIGATING'];

/**
 * How factors contradict the list of their edition: one given twice, one of the list with the other kind, and one that is
 * not on it. `asWritten` are the words off the list that may stand: those police wrote in a referral (`ALL`), or those that
 * stood in the scoring before. In: edition, factors, words that may stand. Out: each fault with its place among the factors.
 * Source: house rule on what keeps the record sound; what the list does not name has the last factor of each kind.
 */
export function factorFaults(
  edition: string | null | undefined,
  factors: readonly Given[],
  asWritten: readonly Given[] | 'ALL',
): FactorFault[] {
  const list = factorsOf(edition);
  const listed = (code: string) => (Object.hasOwn(list, code) ? list[code] : undefined);
  const known = ({ code }: Given) => listed(code) ?? (asWritten === 'ALL' ? undefined : written(asWritten, code));
  return factors.flatMap((factor, place) => {
    const { code, kind } = factor;
    const isAgain = !manyTimes.includes(code) && factors.findIndex((one) => one.code === code) < place;
    if (isAgain) return [fault(place, 'code', `“${factorName(edition, code)}” is given twice`)];
    const row = known(factor);
    if (!row) return asWritten === 'ALL' ? [] : [fault(place, 'code', NOT_LISTED)];
    if (row.kind === kind) return [];
    return [
      fault(place, 'kind', `“${factorName(edition, code)}” ${kindWords[row.kind]}: it cannot be given otherwise`),
    ];
  });
}

const NOT_LISTED =
  'Select each factor from the list of the edition: for one it does not name, OTHER_AGGRAVATING or OTHER_MITIGATING';

const written = (factors: readonly Given[], code: string) => factors.find((one) => one.code === code);

const fault = (place: number, part: string, message: string): FactorFault => ({
  field: `factors[${place}].${part}`,
  message,
});
