import { Id, Instant, Reference, Text, Whole } from '../platform/database/columns.js';

/** A file that was brought in whole; undone, it stays on record. */
export abstract class FileImported {
  @Id() id: string;
  @Reference() personId: string;
  @Reference() panelAreaId: string;
  @Whole() rows: number;
  /** By which the same file is known when it comes again. */
  @Text() contentHash: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) undoneAt: string | null;
  @Reference({ nullable: true }) undoneBy: string | null;
}

/** A file between its check and its import, for the one who sent it and for a day at most. */
export abstract class FileKept {
  @Id() id: string;
  @Reference() personId: string;
  @Reference() panelAreaId: string;
  @Text() content: string;
  @Instant() createdAt: string;
}
