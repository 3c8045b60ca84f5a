import { Entity } from 'typeorm';
import { Day, Id, Text, Version } from '../platform/database/columns.js';

/** That a case with a level of high or very high was taken to the case management panel. */
@Entity('management_referrals')
export class ManagementReferral {
  @Id() caseId: string;
  @Day() referredOn: string;
  @Text({ nullable: true }) result: string | null;
  @Version() version: number;
}
