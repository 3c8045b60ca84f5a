/**
 * How safe a victim feels, in words, asked at the start and at the end.
 * Source: HM Inspectorate of Probation, Leicester City 2025, standard V1 (safety of victims, reviewed).
 */
export const feltSafe = {
  VERY_SAFE: 'Very safe',
  QUITE_SAFE: 'Quite safe',
  IN_BETWEEN: 'Neither safe nor unsafe',
  QUITE_UNSAFE: 'Quite unsafe',
  VERY_UNSAFE: 'Very unsafe',
} as const;

export type FeltSafe = keyof typeof feltSafe;

/** Where victim and child may meet, day by day. Source: as above; domain 7.3. */
export const sharedPlaces = { sharedSchool: 'School', sharedHome: 'Home', sharedStreet: 'Street' } as const;

export type SharedPlace = keyof typeof sharedPlaces;
export const knownWords = { YES: 'Yes', NO: 'No', NOT_KNOWN: 'Not known' } as const;

export type Known = keyof typeof knownWords;

/** Of a school or a home together, as a referral asks it. In: of each. Out: of either. Source: house rule. */
export function eitherOf(school: Known, home: Known): Known {
  if (school === 'YES' || home === 'YES') return 'YES';
  return school === 'NO' && home === 'NO' ? 'NO' : 'NOT_KNOWN';
}
