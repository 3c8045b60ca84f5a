import { Entity } from 'typeorm';
import type { CaseState } from '../policy/lifecycle.js';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

export type AppropriateAdult = { readonly name: string; readonly relationship: string };
export type YesNoNotKnown = 'YES' | 'NO' | 'NOT_KNOWN';

/** One child's case before the panel, from the police referral to the recorded outcome. */
@Entity('cases')
export class Case {
  @Id() id: string;
  @Text() reference: string;
  @Reference() childId: string;
  @Reference() panelAreaId: string;
  @Text() state: CaseState;
  @Instant() stateSince: string;
  @Version() version: number;
  @Reference() referredBy: string;
  @Instant() referredAt: string;
  @Day() referredOn: string;
  @Text() crimeReference: string;
  @Text() officerName: string;
  @Text() officerCollarNumber: string;
  @Text() policeStatus: string;
  @Day({ nullable: true }) bailDate: string | null;
  @Text() responsibilityStance: string;
  @Text() evidenceSufficient: YesNoNotKnown;
  @Text() policeInformation: string;
  /** What the child was arrested for, which may be something else than the offence here. */
  @Text({ nullable: true }) arrestedFor: string | null;
  @Json({ nullable: true }) appropriateAdult: AppropriateAdult | null;
  /** Why there is no identifiable victim, where there is none. */
  @Text({ nullable: true }) noIdentifiableVictimReason: string | null;
  /** Whether the Crown Prosecution Service authorised an out-of-court disposal of an indictable-only offence. */
  @Text() cpsAuthority: 'YES' | 'NO' | 'NOT_NEEDED' | 'NOT_KNOWN';
  @Reference({ nullable: true }) importId: string | null;
  @Reference({ nullable: true }) allocatedTo: string | null;
  @Instant({ nullable: true }) allocatedAt: string | null;
  /** The manager's sign-off of the whole preparation stands here alone; any later change removes it. */
  @Reference({ nullable: true }) signedOffBy: string | null;
  @Instant({ nullable: true }) signedOffAt: string | null;
  @Day({ nullable: true }) signedOffOn: string | null;
}
