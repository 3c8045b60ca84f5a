/**
 * How the child stands to what is alleged. Acceptance of responsibility is not an admission, and neither is silence.
 * Source: NPCC guidance on community resolutions (acceptance or admission); Crime and Disorder Act 1998 s66ZA(1)(b).
 */
export const responsibilityStances = {
  FULL_ADMISSION: 'Admits the offence fully',
  ACCEPTS_RESPONSIBILITY: 'Accepts responsibility',
  PARTIAL_ADMISSION: 'Admits part of it',
  NO_COMMENT: 'Made no comment',
  DENIES: 'Denies it',
  NOT_YET_ASKED: 'Not yet asked',
  NOT_RECORDED: 'Not recorded',
} as const;

export type ResponsibilityStance = keyof typeof responsibilityStances;
export const stanceCodes = Object.keys(responsibilityStances) as ResponsibilityStance[];

/** Where the child stands with police while the panel decides. Source: Police and Criminal Evidence Act 1984 Part IV. */
export const policeStatuses = {
  BAIL: 'On police bail',
  RELEASED_UNDER_INVESTIGATION: 'Released under investigation',
  VOLUNTARY_ATTENDANCE: 'Attended voluntarily',
  OTHER: 'Something else',
} as const;

export type PoliceStatus = keyof typeof policeStatuses;
export const policeStatusCodes = Object.keys(policeStatuses) as PoliceStatus[];

/** Whether the evidence suffices to charge. Source: Crime and Disorder Act 1998 s66ZA(1)(a), s66B(1) and (2). */
export const sufficiencies = { YES: 'Yes', NO: 'No', NOT_KNOWN: 'Not known yet' } as const;

export type Sufficiency = keyof typeof sufficiencies;
export const sufficiencyCodes = Object.keys(sufficiencies) as Sufficiency[];

/** Authority of the Crown Prosecution Service where an offence is indictable only. Source: Director's Guidance on Charging. */
export const cpsAuthorities = {
  NOT_NEEDED: 'Not needed',
  YES: 'Given',
  NO: 'Not given',
  NOT_KNOWN: 'Not known yet',
} as const;

export type CpsAuthority = keyof typeof cpsAuthorities;
export const cpsAuthorityCodes = Object.keys(cpsAuthorities) as CpsAuthority[];
