import { Entity } from 'typeorm';
import type { SharingConsent } from '../policy/voice-parts.js';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

export type Speaker = 'CHILD' | 'CARER';
export type YesNo = 'YES' | 'NO';
export type VoiceStatus = 'OBTAINED' | 'NOT_OBTAINED' | 'NO_CARER';
export type Attempt = { readonly on: string; readonly how: string; readonly result: string };

/** What the child, or apart from the child the parent or carer, said before the panel; or why there is nothing. */
@Entity('voices')
export class Voice {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() who: Speaker;
  @Text() status: VoiceStatus;
  @Day({ nullable: true }) heardOn: string | null;
  @Text({ nullable: true }) heardBy: string | null;
  @Text({ nullable: true }) how: string | null;
  @Text({ nullable: true }) words: string | null;
  /** The parts of what was said: see `policy/voice-parts.ts`. The account alone belongs to both speakers. */
  @Text({ nullable: true }) account: string | null;
  @Text({ nullable: true }) causes: string | null;
  @Text({ nullable: true }) wouldHelp: string | null;
  @Text({ nullable: true }) feelings: string | null;
  @Text({ nullable: true }) understanding: string | null;
  @Text({ nullable: true }) childView: string | null;
  @Text({ nullable: true }) familyNeeds: string | null;
  @Text({ nullable: true }) outcomeView: string | null;
  /** Whether the child was seen before the meeting; if not, why not. */
  @Text({ nullable: true }) seenBefore: YesNo | null;
  @Text({ nullable: true }) notSeenReason: string | null;
  @Text({ nullable: true }) seenWith: string | null;
  @Text({ nullable: true }) chosePlace: YesNo | null;
  /** How the child was helped to take part. */
  @Text({ nullable: true }) helpGiven: string | null;
  /** To whom what was said was passed on. */
  @Text({ nullable: true }) passedTo: string | null;
  /** Whether the parent or carer agrees that what they said is shared, and with what exceptions. */
  @Text({ nullable: true }) consentToShare: SharingConsent | null;
  @Text({ nullable: true }) consentDetails: string | null;
  /** What changed because of what was said. */
  @Text({ nullable: true }) influence: string | null;
  @Json() attempts: Attempt[];
  @Text({ nullable: true }) reason: string | null;
  /** Who wrote this last, and so cannot agree to go on without it. */
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
  @Reference({ nullable: true }) approvedBy: string | null;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Text({ nullable: true }) approvalReason: string | null;
  @Version() version: number;
}
