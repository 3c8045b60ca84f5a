import { Entity } from 'typeorm';
import type { ConditionFacts } from '../policy/conditions.js';
import type { DisposalCode } from '../policy/disposals.js';
import type { DutyCode } from '../policy/duties.js';
import type { Evaluation } from '../policy/evaluation.js';
import type { childConsents, nfaReasons } from '../policy/outcome-gates.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

export type ChildConsent = keyof typeof childConsents;
export type NfaReason = keyof typeof nfaReasons;
export type AdultPresent = { readonly name: string; readonly relationship?: string };

/** What the child was given in the end, how, and on what it stands. Never changed; one for a case counts. */
@Entity('outcomes')
export class Outcome {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() disposal: DisposalCode;
  @Day() givenOn: string;
  @Text({ nullable: true }) givenBy: string | null;
  @Text({ nullable: true }) place: string | null;
  @Json({ nullable: true }) appropriateAdult: AdultPresent | null;
  @Text({ nullable: true }) consent: ChildConsent | null;
  @Day({ nullable: true }) consentOn: string | null;
  /** 1 when the effect was explained in ordinary words. */
  @Whole({ nullable: true }) explained: number | null;
  @Day({ nullable: true }) victimInformedOn: string | null;
  @Text({ nullable: true }) nfaReason: NfaReason | null;
  @Json() conditions: readonly ConditionFacts[];
  @Json() evaluation: Evaluation;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** A duty of an outcome that was taken back or replaced, or one that was done and opened again, kept to be read. */
@Entity('past_duties')
export class PastDuty {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() code: DutyCode;
  @Day({ nullable: true }) dueOn: string | null;
  @Day({ nullable: true }) doneOn: string | null;
  @Reference({ nullable: true }) doneBy: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() keptAt: string;
}

/** What must be done after an outcome. */
@Entity('duties')
export class Duty {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() code: DutyCode;
  @Day({ nullable: true }) dueOn: string | null;
  @Day({ nullable: true }) doneOn: string | null;
  @Reference({ nullable: true }) doneBy: string | null;
  @Text({ nullable: true }) note: string | null;
}
