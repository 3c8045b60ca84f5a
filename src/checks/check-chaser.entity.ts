import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import { Day, Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** That an agency was reminded of what it was asked: on which day and in what way. */
@Entity('check_chasers')
export class CheckChaser {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() agency: Agency;
  @Day() chasedOn: string;
  @Text() how: string;
  @Reference() chasedBy: string;
  @Instant() recordedAt: string;
}
