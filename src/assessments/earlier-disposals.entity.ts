import { Entity } from 'typeorm';
import { Day, Id, Reference, Text, Version } from '../platform/database/columns.js';

/** How the child responded to one earlier disposal, as considered in one case. */
@Entity('disposal_responses')
export class DisposalResponse {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() disposalId: string;
  @Text() whatWasDone: string;
  @Text() childsResponse: string;
  @Text() differentNow: string;
  @Version() version: number;
}

/** Where earlier disposals were looked for, and when. */
@Entity('disposal_checks')
export class DisposalCheck {
  @Id() caseId: string;
  @Text() places: string;
  @Day() checkedOn: string;
  @Reference() checkedBy: string;
  @Version() version: number;
}
