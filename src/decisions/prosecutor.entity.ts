import { Entity } from 'typeorm';
import type { Evaluation } from '../policy/evaluation.js';
import type { ChecklistItem, ProsecutorResult, ReferralPurpose } from '../policy/prosecutor.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/** A case sent to the Crown Prosecution Service, with the checklist as it was answered. Never changed. */
@Entity('prosecutor_referrals')
export class ProsecutorReferral {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() purpose: ReferralPurpose;
  @Day() sentOn: string;
  /** By which an answer is looked for; null where the bank holidays until then were not known. */
  @Day({ nullable: true }) dueOn: string | null;
  @Json() checklist: readonly ChecklistItem[];
  @Text() checklistEdition: string;
  @Text({ nullable: true }) note: string | null;
  @Json() evaluation: Evaluation;
  @Reference() referredBy: string;
  @Instant() referredAt: string;
}

/** What the prosecutor answered to a referral. Never changed. */
@Entity('prosecutor_answers')
export class ProsecutorAnswer {
  @Id() id: string;
  @Reference() referralId: string;
  @Reference() caseId: string;
  @Day() receivedOn: string;
  @Text() result: ProsecutorResult;
  /** 1 when the referral is answered by it. */
  @Whole() ends: number;
  @Text() advice: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
