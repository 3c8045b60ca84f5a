import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference } from '../platform/database/columns.js';

export type Criteria = { readonly name?: string; readonly dateOfBirth?: string; readonly reference?: string };

/** What somebody looked for. It is kept here so that no name stands in an address, and is gone after a day. */
@Entity('case_searches')
export class CaseSearch {
  @Id() id: string;
  @Reference() personId: string;
  @Json() criteria: Criteria;
  @Instant() createdAt: string;
}
