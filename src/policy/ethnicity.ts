/**
 * Ethnicity as it is recorded. It is shown, considered and monitored, and is never an input to a rule's result: gates
 * ask whether it is recorded, not what it is.
 * Source: Police Self-Defined Ethnicity 18+1 and 16+1; Census 2021 (Office for National Statistics); officer IC codes.
 */
export const schemes = { '18+1': 'Police 18+1', '16+1': 'Police 16+1', CENSUS_2021: 'Census 2021' } as const;

export type EthnicityScheme = keyof typeof schemes;

/** Said by whoever was asked and did not say; it counts with a reason. */
export const notStated = 'NOT_STATED';

const shared = {
  W1: 'White: British',
  W2: 'White: Irish',
  W9: 'White: any other background',
  M1: 'Mixed: White and Black Caribbean',
  M2: 'Mixed: White and Black African',
  M3: 'Mixed: White and Asian',
  M9: 'Mixed: any other background',
  A1: 'Asian: Indian',
  A2: 'Asian: Pakistani',
  A3: 'Asian: Bangladeshi',
  A9: 'Asian: any other background',
  B1: 'Black: Caribbean',
  B2: 'Black: African',
  B9: 'Black: any other background',
  O9: 'Any other ethnic group',
  NOT_STATED: 'Not stated',
} as const;

const with18 = { ...shared, W3: 'White: Gypsy or Irish Traveller', A4: 'Asian: Chinese', O2: 'Arab' } as const;

/** The codes of each scheme with the words people read. Source: as above; W4 for Roma is used by some systems only. */
export const ethnicities: Readonly<Record<EthnicityScheme, Readonly<Record<string, string>>>> = {
  '18+1': with18,
  '16+1': { ...shared, O1: 'Chinese' },
  CENSUS_2021: { ...with18, W4: 'White: Roma' },
};

/** What an officer saw: kept beside what the child says and never in its place. Source: police IC codes. */
export const officerCodes = {
  IC1: 'White, North European',
  IC2: 'White, South European',
  IC3: 'Black',
  IC4: 'Asian',
  IC5: 'Chinese, Japanese or South East Asian',
  IC6: 'Arab or North African',
  IC9: 'Unknown',
  IC0: 'Unknown, as some forces write it',
} as const;

/** Who said it. */
export const ethnicitySources = {
  SELF: 'The child',
  PARENT: 'Parent or carer',
  OFFICER: 'Officer',
  OTHER_AGENCY: 'Another agency',
} as const;

/** Why it was not stated. Source: the police N1 to N3 codes, general knowledge of the field, not yet checked. */
export const notStatedReasons = {
  NO_TIME: 'There was no time to ask',
  NOT_UNDERSTOOD: 'The question was not understood',
  DECLINED: 'The child did not wish to say',
} as const;

/** True when the code was given for not stated (the police write NS). In: a code or none. Source: as above. */
export const isNotStated = (code: string | null | undefined): boolean => code === notStated || code === 'NS';

/** True when any scheme has the code. In: a code or none. Source: the tables above. */
export const isKnownEthnicity = (code: string | null | undefined): boolean =>
  isNotStated(code) || Object.values(ethnicities).some((scheme) => Object.hasOwn(scheme, code ?? ''));

/** True when that scheme has the code. In: scheme, code. Source: the tables above. */
export const isEthnicityOf = (scheme: EthnicityScheme, code: string): boolean =>
  code === 'NS' ? scheme !== 'CENSUS_2021' : Object.hasOwn(ethnicities[scheme], code);

/** The words of a code, or null. In: a code. Source: the tables above. */
export const ethnicityName = (code: string): string | null =>
  isNotStated(code)
    ? shared.NOT_STATED
    : (Object.values(ethnicities).find((scheme) => Object.hasOwn(scheme, code))?.[code] ?? null);
