import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { rows } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { importSubject } from './check-referrals.js';
import type { FileText } from './file-text.js';
import { keptSince } from './keep-referral-file.js';
import { ResolutionImportFile } from './resolution-import.entity.js';

@Injectable()
export class KeepResolutionFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file for its sender, for a day, between its check and its import. What is over is removed. */
  execute(actor: Actor, file: FileText, panelAreaId: string): Promise<{ fileId: string }> {
    if ('fault' in file) throw new Invalid([{ field: 'file', message: file.fault }]);
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      await rows(tx, sql`delete from resolution_import_files where "createdAt" < ${keptSince(this.clock)}`);
      const id = newId();
      const { personId } = actor;
      await tx.insert(ResolutionImportFile, { id, personId, panelAreaId, content: file.text, createdAt: now });
      record(importSubject(id, panelAreaId), { type: 'RESOLUTIONS_CHECKED' });
      return { fileId: id };
    });
  }
}
