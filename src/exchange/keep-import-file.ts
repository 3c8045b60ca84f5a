import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { A_DAY } from '../policy/days.js';
import { importSubject } from './check-referrals.js';
import type { FileText } from './file-text.js';
import { ReferralImportFile } from './referral-import.entity.js';
import { ResolutionImportFile } from './resolution-import.entity.js';

/** Before this instant a kept file is over. */
export const keptSince = (clock: Clock): string => new Date(clock.milliseconds() - A_DAY).toISOString();

const kinds = {
  REFERRALS: { kept: ReferralImportFile, event: 'REFERRALS_CHECKED' },
  RESOLUTIONS: { kept: ResolutionImportFile, event: 'RESOLUTIONS_CHECKED' },
} as const;

@Injectable()
export class KeepImportFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file for its sender, for a day, between its check and its import. What is over is removed. */
  execute(actor: Actor, kind: keyof typeof kinds, file: FileText, panelAreaId: string): Promise<{ fileId: string }> {
    if ('fault' in file) throw new Invalid([{ field: 'file', message: file.fault }]);
    const { kept, event } = kinds[kind];
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      await tx.delete(kept, { createdAt: LessThan(keptSince(this.clock)) });
      const { personId } = actor;
      const id = newId();
      await tx.insert(kept, { id, personId, panelAreaId, content: file.text, createdAt: now });
      record(importSubject(id, panelAreaId), { type: event });
      return { fileId: id };
    });
  }
}
