import { ageOn } from './days.js';
import type { Facts } from './gate.js';
import { trialOf, type Trial } from './offence-classes.js';
import { poundsInWords } from './pounds.js';

/** What a condition of a youth conditional caution is for. Source: Crime and Disorder Act 1998 s66A(3); Code of Practice. */
export const conditionObjects = {
  REHABILITATIVE: 'Rehabilitate the child',
  REPARATIVE: 'Repair the harm',
  PUNITIVE: 'Punish',
  RESTRICTIVE: 'Restrict, in support of another',
} as const;

export type ConditionObject = keyof typeof conditionObjects;

export type ConditionFacts = Facts<{
  object: string;
  description: string;
  penaltyPence: number;
  attendanceHours: number;
  due: string;
}>;

type Offence = Parameters<typeof trialOf>[0];

/** The highest penalties in pence, for a child of 14 to 17 and of 10 to 13. Source: SI 2013/608. */
export const penaltyCaps: Readonly<Record<Trial, { readonly from14: number; readonly under14: number }>> = {
  SUMMARY: { from14: 3000, under14: 1500 },
  EITHER_WAY: { from14: 5000, under14: 2500 },
  INDICTABLE_ONLY: { from14: 7500, under14: 3500 },
};

/** The longest attendance in hours, rehabilitation apart. Source: Crime and Disorder Act 1998 s66A(5), not yet checked. */
export const attendanceCap = 20;

/** The weeks conditions may last, and exceptionally. Source: DPP guidance on youth conditional cautions, not yet checked. */
export const conditionWeeks = { usual: 16, exceptional: 20 } as const;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** An offence whose trial is not known has the lowest cap, and so has a child whose age is not known: lawful in any case. */
const capOf = (offence: Offence, age: number | null): number =>
  penaltyCaps[trialOf(offence) ?? 'SUMMARY'][age !== null && age >= 14 ? 'from14' : 'under14'];

type Capped = Facts<{ offences: readonly Offence[]; dateOfBirth: string; day: string }>;

/**
 * The most that one penalty may be, for the gravest offence, and all of them together. In: offences, day of birth, day of the
 * caution. Out: pence. Source: SI 2013/608.
 */
export function penaltyMost({ offences, dateOfBirth, day }: Capped): { readonly one: number; readonly all: number } {
  const caps = (offences ?? []).map((offence) => capOf(offence, ageOn(dateOfBirth, day)));
  return { one: Math.max(0, ...caps), all: sum(caps) };
}

/** True when no penalty, and not all together, are above the most. In: conditions, and as `penaltyMost`. Source: as that. */
export function isWithinPenaltyCap(conditions: readonly ConditionFacts[], known: Capped): boolean {
  const { one, all } = penaltyMost(known);
  const penalties = conditions.map(({ penaltyPence }) => penaltyPence ?? 0);
  return penalties.every((penalty) => penalty <= one) && sum(penalties) <= all;
}

/** The most in words. In: as `penaltyMost`. Source: as that. */
export function penaltyMostInWords(known: Capped): string {
  const { one, all } = penaltyMost(known);
  return all > one
    ? `the most is ${poundsInWords(one)} for one, and ${poundsInWords(all)} in all`
    : `the most is ${poundsInWords(one)}`;
}

/** Hours of attendance that count: rehabilitative attendance does not. In: conditions. Source: as `attendanceCap`. */
export const attendanceHours = (conditions: readonly ConditionFacts[]): number =>
  sum(conditions.filter(({ object }) => object !== 'REHABILITATIVE').map((one) => one.attendanceHours ?? 0));
