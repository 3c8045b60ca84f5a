import { Entity } from 'typeorm';
import { Day, Id, Instant, Reference, Text, Version } from '../platform/database/columns.js';

export type Sex = 'MALE' | 'FEMALE' | 'NOT_KNOWN';

/**
 * A child as one source described them. Records that a person decided to be the same child share an `identityId`, so
 * that the decision can be undone; whatever is asked about a child is asked of the identity.
 */
@Entity('children')
export class Child {
  @Id() id: string;
  @Reference() identityId: string;
  @Text() givenName: string;
  @Text() familyName: string;
  @Day() dateOfBirth: string;
  @Text() sex: Sex;
  @Version() version: number;
  @Instant() createdAt: string;
}

/** A name folded for case and accents, as it is searched by its beginning. */
@Entity('child_search_names')
export class ChildSearchName {
  @Id() childId: string;
  @Id() term: string;
}

/** What was recorded of a child's ethnicity, by whom. A new record stands beside the earlier ones; none is changed. */
@Entity('child_ethnicities')
export class ChildEthnicity {
  @Id() id: string;
  @Reference() childId: string;
  @Text() code: string;
  @Text() scheme: string;
  @Text() source: string;
  @Text({ nullable: true }) officerCode: string | null;
  @Text({ nullable: true }) notStatedReason: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** A person's decision whether two records are one child. Undone, it stays on record. */
@Entity('child_matches')
export class ChildMatch {
  @Id() id: string;
  @Reference() childId: string;
  @Reference() otherChildId: string;
  @Text() decision: 'SAME' | 'DIFFERENT';
  @Text() reason: string;
  @Reference() decidedBy: string;
  @Instant() decidedAt: string;
  @Reference({ nullable: true }) undoneBy: string | null;
  @Instant({ nullable: true }) undoneAt: string | null;
  @Text({ nullable: true }) undoneReason: string | null;
}
