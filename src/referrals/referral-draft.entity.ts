import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference, Version } from '../platform/database/columns.js';
import type { DraftAnswers } from './draft-answers.js';

/** A referral being written: seen by its writer alone, and gone when it is sent or deleted. */
@Entity('referral_drafts')
export class ReferralDraft {
  @Id() id: string;
  @Reference() personId: string;
  @Reference() panelAreaId: string;
  @Json() answers: DraftAnswers;
  @Version() version: number;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
}
