import { Entity } from 'typeorm';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

export type Speaker = 'CHILD' | 'CARER';
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
