import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import { Day, Id, Reference, Text, Version } from '../platform/database/columns.js';

export const checkStatuses = [
  'NOT_REQUESTED',
  'REQUESTED',
  'INFORMATION_RECEIVED',
  'NIL_RETURN',
  'NOT_APPLICABLE',
] as const;

export type CheckStatus = (typeof checkStatuses)[number];

/** What one agency was asked about a child and what it answered; "nothing known" is an answer, silence is not. */
@Entity('agency_checks')
export class AgencyCheck {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() agency: Agency;
  @Text() status: CheckStatus;
  @Day({ nullable: true }) requestedOn: string | null;
  @Reference({ nullable: true }) requestedBy: string | null;
  @Day({ nullable: true }) dueOn: string | null;
  @Day({ nullable: true }) respondedOn: string | null;
  @Reference({ nullable: true }) respondedBy: string | null;
  /** What the agency wrote. */
  @Text({ nullable: true }) content: string | null;
  /** What it means for this case, in the words of who prepares it. */
  @Text({ nullable: true }) analysis: string | null;
  @Text({ nullable: true }) reason: string | null;
  @Version() version: number;
}
