import { Entity } from 'typeorm';
import type { Disposal } from '../policy/disposal.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/** A change of a disposal. Rows are added and never changed; what a list of names needs stands in columns of its own. */
@Entity('disposal_editions')
export class DisposalEditionKept {
  @Id() id: string;
  @Text() code: string;
  @Whole() edition: number;
  @Day() fromDay: string;
  @Text() name: string;
  /** 1 where the rule book has no row of its own. */
  @Whole() isAdded: number;
  @Whole() informal: number;
  @Whole() firstTimeEntrant: number;
  @Json() disposalRow: Disposal;
  @Text() reason: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
