import type { AreaSettings } from './area-settings.js';
import type { Calendar } from './bank-holidays.js';
import type { DisposalBook } from './disposal-book.js';
import type { OffenceFacts } from './disposal-gates.js';
import type { Facts } from './gate.js';
import type { CaseState } from './lifecycle.js';
import { type Source, sources } from './sources.js';

/** What runs out in a case, with the words people read and where it comes from. */
export const clockCodes = {
  ASSESSMENT: { name: 'Sign-off of the preparation', source: sources.assessmentDays },
  DECISION: { name: 'Police decision', source: sources.decisionDays },
  ESCALATION: { name: 'Answer of the seniors', source: sources.house },
  BAIL: { name: 'Bail ends', source: sources.bail },
  LIMITATION: { name: 'Last day to begin proceedings for a summary offence', source: sources.limitation },
  TURNS_18: { name: 'Last day before the child turns 18', source: sources.adultScheme },
  DELIVERY: { name: 'Last day of the delivery', source: sources.house },
  DUTY: { name: 'Duty after the outcome', source: sources.house },
} as const satisfies Record<string, { name: string; source: Source }>;

export type ClockCode = keyof typeof clockCodes;

/** Where a clock stands, with the words people read. OVER: its day has passed. */
export const clockStandings = {
  FAR: 'In time',
  NEAR: 'Near',
  DUE: 'Due today',
  OVER: 'Over',
  UNKNOWN: 'Not known',
} as const;

export type ClockStanding = keyof typeof clockStandings;

/**
 * One clock of a case. `daysLeft` is counted in `unit`, below nought once the day has passed, null when it cannot be told;
 * `missing` says what would have to be known.
 */
export type CaseClock = {
  readonly code: ClockCode;
  readonly name: string;
  readonly about: string | null;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  /** How many days before its day it is near, in `unit`. */
  readonly near: number;
  readonly unit: 'WORKING_DAYS' | 'DAYS';
  readonly standing: ClockStanding;
  readonly missing: string | null;
  readonly source: string;
  readonly checkedOn: string | null;
};

export type ClockSettings = Pick<
  AreaSettings,
  | 'assessmentWorkingDays'
  | 'decisionWorkingDays'
  | 'clockNearWorkingDays'
  | 'clockNearDays'
  | 'limitationNearDays'
  | 'turns18NearDays'
>;

export type ClockFacts = Facts<{
  state: CaseState;
  dateOfBirth: string;
  referredOn: string;
  signedOffOn: string;
  policeStatus: string;
  bailDate: string;
  /** The step of an escalation that is under way: what it is called, and its day. */
  escalationStep: string;
  escalationDueOn: string;
  offences: readonly (OffenceFacts & { readonly position?: number })[];
  /** 1 when police have decided and did not take it back, also where the case came back from that decision. */
  wasDecided: number;
  /** The disposal of the police decision that stands; looked at only after it. */
  decided: string;
  deliveryStatus: string;
  deliveryDueOn: string;
  /** How many conditions were given with the outcome, and the last day of those that have one. */
  conditionsGiven: number;
  conditionsDueOn: string;
  /** Those that are not done. */
  duties: readonly { readonly code: string; readonly dueOn: string | null }[];
}>;

/** What is counted by: the settings of the panel area, today, the bank holidays that are known, the disposals of the day. */
export type CountedBy = {
  readonly settings: ClockSettings;
  readonly today: string;
  readonly calendar?: Calendar;
  readonly disposals?: DisposalBook;
};

/** A clock before it is counted: its day, or what is missing, and how near is near. */
export type Wound = {
  readonly code: ClockCode;
  readonly about?: string;
  readonly dueOn: string | null;
  readonly missing?: string;
  readonly unit?: CaseClock['unit'];
  readonly near: number;
};
