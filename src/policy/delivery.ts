/**
 * What is done after a decision, as data: how far it has come, how contacts are held, what is tried when a child does not
 * take part, how it ends. Source: house rule, but where a table says otherwise.
 */

/** How far what was agreed has come, with the words people read. Source: rules of a case’s life, what runs beside it. */
export const deliveryStatuses = {
  NOT_NEEDED: 'Nothing has to be delivered',
  PLANNED: 'Planned',
  UNDER_WAY: 'Under way',
  COMPLETED: 'Completed',
  NOT_COMPLETED: 'Ended without being completed',
  NOT_RECORDED: 'Ended; whether it was completed is not recorded',
} as const;

export type DeliveryStatus = keyof typeof deliveryStatuses;

/** What is recorded of a delivery that goes on, or is not needed; how it ended is said with its reason. Source: as above. */
export const openStatuses = ['NOT_NEEDED', 'PLANNED', 'UNDER_WAY'] as const satisfies readonly DeliveryStatus[];

/** Nothing is left to be delivered. Source: as above. */
export const endedStatuses: readonly DeliveryStatus[] = ['NOT_NEEDED', 'COMPLETED', 'NOT_COMPLETED', 'NOT_RECORDED'];

/**
 * True once something of it was done, or ended: from then on it is planned no more. In: what is stored; nothing where no
 * delivery is. Source: house rule: what was agreed and begun is changed by a variation.
 */
export const hasBegun = (status: DeliveryStatus | null | undefined): boolean =>
  status != null && status !== 'NOT_NEEDED' && status !== 'PLANNED';

/** How far it can be said to have come. In: what is stored. Out: statuses. Source: as above. */
export const statusesFrom = (status: DeliveryStatus | null | undefined): (typeof openStatuses)[number][] =>
  openStatuses.filter((one) => one === 'UNDER_WAY' || !hasBegun(status));

/**
 * Whether it was completed, by the status that says so. Null is neither yes nor no, and stays in the denominator.
 * Source: YJB key performance indicator 6, whose flag of success has three values.
 */
export const completions = { YES: 'COMPLETED', NO: 'NOT_COMPLETED', NOT_RECORDED: 'NOT_RECORDED' } as const;

export type Completion = keyof typeof completions;

/** Those answers, with the words people read. Source: as above. */
export const completionWords = {
  YES: 'Yes',
  NO: 'No',
  NOT_RECORDED: 'It is not recorded, and nobody can say any more',
} as const satisfies Record<Completion, string>;

/** The answer a status gives, or null while nothing ended. In: status. Out: the answer. Source: `completions`. */
export const completionOf = (status: string | null | undefined): Completion | null =>
  (Object.keys(completions) as Completion[]).find((answer) => completions[answer] === status) ?? null;

/**
 * Why it ended, and which answers go with it. Source: the reasons a youth justice service records beside key performance
 * indicator 6; what counts as completed is the service’s to say, and has no formula.
 */
export const endReasons = {
  COMPLETED: { name: 'Everything was done', goesWith: ['YES'] },
  COMPLETED_EARLY: { name: 'Done before its last day', goesWith: ['YES'] },
  DISENGAGED: { name: 'The child stopped taking part', goesWith: ['NO'] },
  NEW_OFFENCE: { name: 'Ended because of a new allegation', goesWith: ['NO'] },
  WITHDRAWN: { name: 'The child took back their agreement', goesWith: ['NO'] },
  NOT_PROVIDED: { name: 'What was agreed was not provided', goesWith: ['NO'] },
  TRANSFERRED: { name: 'Moved to another area', goesWith: ['NO', 'NOT_RECORDED'] },
  TURNED_18: { name: 'The child turned 18', goesWith: ['NO', 'NOT_RECORDED'] },
  NOT_KNOWN: { name: 'Nobody can say any more', goesWith: ['NOT_RECORDED'] },
  OTHER: { name: 'Another reason', goesWith: ['YES', 'NO', 'NOT_RECORDED'] },
} as const satisfies Record<string, { name: string; goesWith: readonly Completion[] }>;

export type EndReason = keyof typeof endReasons;

/** True when the reason can be given for the answer. In: both. Source: the table above. */
export const goesWith = (reason: EndReason, completed: Completion): boolean =>
  (endReasons[reason].goesWith as readonly Completion[]).includes(completed);

export const contactWays = {
  HOME: 'At home',
  OFFICE: 'At an office',
  SCHOOL: 'At school',
  PROVIDER: 'At the provider',
  ELSEWHERE: 'Somewhere else',
  VIDEO: 'By video',
  TELEPHONE: 'By telephone',
} as const;

export type ContactWay = keyof typeof contactWays;

export const contactResults = { KEPT: 'Kept', MISSED: 'Missed' } as const;
export type ContactResult = keyof typeof contactResults;

/** Whether a missed contact had a reasonable excuse: a person says so. Source: Crime and Disorder Act 1998 s66E. */
export const excuses = {
  REASONABLE: 'Yes, a reasonable excuse',
  NOT_REASONABLE: 'No',
  NOT_KNOWN: 'Not known yet',
} as const;

export type Excuse = keyof typeof excuses;

/** What is done, in this order or another, when a child does not take part. Nothing follows by itself. */
export const engagementSteps = {
  ASKED_CHILD: 'Asked the child what gets in the way',
  ASKED_CARER: 'Asked the parent or carer',
  CHANGED_HOW: 'Changed how, when or where it is done',
  OFFERED_HELP: 'Offered help to get there or to understand',
  WROTE_TO_CHILD: 'Wrote to the child, in words they understand, what may follow',
  TOLD_MANAGER: 'Told the manager',
  TOLD_POLICE: 'Told police',
  OTHER: 'Something else',
} as const;

export type EngagementStep = keyof typeof engagementSteps;

/** Who agreed to a variation. */
export const agreers = {
  CHILD: 'The child',
  CARER: 'The parent or carer',
  YOUTH_JUSTICE_SERVICE: 'The youth justice service',
  POLICE: 'Police',
  PROSECUTOR: 'The Crown Prosecution Service',
  PANEL: 'The panel',
} as const;

export type Agreer = keyof typeof agreers;
