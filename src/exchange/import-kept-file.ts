import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { type Imported, ImportReferrals } from './import-referrals.js';
import { ReferralImportsQueries } from './referral-imports.queries.js';

@Injectable()
export class ImportKeptFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ReferralImportsQueries,
    private readonly importReferrals: ImportReferrals,
  ) {}

  /** Imports the file that was checked. Sent a second time, when the file is gone, it has the first answer. */
  async execute(actor: Actor, fileId: string): Promise<Imported> {
    const file = await this.queries.keptFile(actor, fileId);
    if (file) return this.importReferrals.execute(actor, { text: file.content }, file.panelAreaId, file.id);
    return this.unitOfWork.run(actor, () => Promise.reject(new NotFound()));
  }
}
