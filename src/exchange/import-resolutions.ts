import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { addChild } from '../children/add-child.js';
import { addDisposal, registered } from '../children/record-disposal.js';
import type { Actor } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { importSubject } from './check-referrals.js';
import { CheckResolutions } from './check-resolutions.js';
import type { FileText } from './file-text.js';
import { fieldErrors } from './import-referrals.js';
import { insertImport } from './insert-import.js';
import type { ResolutionRow } from './read-resolutions.js';
import { ResolutionImportsQueries } from './resolution-imports.queries.js';

export type ResolutionsImported = {
  readonly importId: string;
  readonly resolutions: readonly { readonly row: number; readonly disposalId: string; readonly childId: string }[];
};

@Injectable()
export class ImportResolutions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly check: CheckResolutions,
    private readonly queries: ResolutionImportsQueries,
  ) {}

  /** Registers every row of a file, or none. */
  async execute(actor: Actor, file: FileText, chosenArea?: string, fileId?: string): Promise<ResolutionsImported> {
    const read = await this.check.fileRead(actor, file, chosenArea);
    if (read.errors.length > 0) throw new Invalid(fieldErrors(read.errors));
    return this.unitOfWork.run(actor, async (work) => {
      const importId = await insertImport(work, 'resolution-imports', read);
      const resolutions: ResolutionsImported['resolutions'][number][] = [];
      for (const one of read.resolutions) resolutions.push(await registerRow(work, one, importId));
      if (fileId) await rows(work.tx, sql`delete from resolution_import_files where id = ${fileId}`);
      work.record(importSubject(importId, read.panelAreaId), { type: 'RESOLUTIONS_IMPORTED', rows: read.rows });
      return { importId, resolutions };
    });
  }

  /** Imports the file that was checked. Sent a second time, when the file is gone, it has the first answer. */
  async kept(actor: Actor, fileId: string): Promise<ResolutionsImported> {
    const file = await this.queries.keptFile(actor, fileId);
    if (file) return this.execute(actor, { text: file.content }, file.panelAreaId, file.id);
    return this.unitOfWork.run(actor, () => Promise.reject(new NotFound()));
  }
}

/** Each row makes a record of a child; who is the same child a person decides afterwards, and from then on it counts. */
async function registerRow(work: Work, { row, input }: ResolutionRow, importId: string) {
  const { child, panelAreaId, givenOn, offence, officer, features, withoutPanelBecause } = input;
  if (!child) throw new Error('A row without a child was taken');
  const childId = await addChild(work, child, panelAreaId);
  const disposalId = await addDisposal(work, {
    ...registered({ childId, givenOn, offence, officer, panelAreaId, features }),
    ...{ withoutPanelBecause: withoutPanelBecause || null, importId },
  });
  return { row, disposalId, childId };
}
