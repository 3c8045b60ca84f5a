import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text, Whole } from '../platform/database/columns.js';

/** A pack as it was issued for a meeting: version 1, then 2 and so on. Append-only. */
@Entity('packs')
export class Pack {
  @Id() id: string;
  @Reference() meetingId: string;
  @Whole() number: number;
  @Reference() issuedBy: string;
  @Instant() issuedAt: string;
  /** SHA-256 over the fingerprints of its cases, in their order. */
  @Text() fingerprint: string;
}

/** One case of an issued pack, in the words that were read. Append-only. */
@Entity('pack_cases')
export class PackCase {
  @Id() id: string;
  @Reference() packId: string;
  @Reference() caseId: string;
  @Whole() position: number;
  @Text() reference: string;
  @Whole() caseVersion: number;
  /** A PackSheet as text, which is what the fingerprint is of. */
  @Text() sheet: string;
  /** SHA-256 over the sheet as it is kept. */
  @Text() fingerprint: string;
}
