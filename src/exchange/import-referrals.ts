import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { type FieldError, Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { submitReferral } from '../referrals/submit-referral.js';
import { CheckReferrals, importSubject } from './check-referrals.js';
import type { RowFault } from './csv-table.js';
import type { FileText } from './file-text.js';
import { insertImport } from './insert-import.js';

export type Imported = {
  readonly importId: string;
  readonly cases: readonly { readonly row: number; readonly caseId: string; readonly reference: string }[];
};

@Injectable()
export class ImportReferrals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly check: CheckReferrals,
  ) {}

  /** Refers every row of a file, or none. The file is read before the unit begins; what depends on the day is asked again in it. */
  async execute(actor: Actor, file: FileText, chosenArea?: string, fileId?: string): Promise<Imported> {
    const read = await this.check.fileRead(actor, file, chosenArea);
    if (read.errors.length > 0) throw new Invalid(fieldErrors(read.errors));
    return this.unitOfWork.run(actor, async (work) => {
      const importId = await insertImport(work, 'referral-imports', read);
      const cases: Imported['cases'][number][] = [];
      for (const referral of read.referrals) {
        const { caseId, reference } = await submitReferral(work, referral.input, importId);
        cases.push({ row: referral.row, caseId, reference });
      }
      if (fileId) await rows(work.tx, sql`delete from referral_import_files where id = ${fileId}`);
      work.record(importSubject(importId, read.panelAreaId), { type: 'REFERRALS_IMPORTED', rows: read.rows });
      return { importId, cases };
    });
  }
}

const MOST_NAMED = 200;

/** As the API and the form name faults: by field, with row and column beside it. */
export function fieldErrors(errors: readonly RowFault[]): FieldError[] {
  const named = errors.slice(0, MOST_NAMED).map((fault) => {
    const place = placeOf(fault);
    return { ...fault, field: 'file', message: place ? `${place}: ${fault.message}` : fault.message };
  });
  const more = errors.length - named.length;
  return more > 0
    ? [...named, { field: 'file', message: `There are ${more} more errors; a dry run names all` }]
    : named;
}

const placeOf = ({ row: place, column }: RowFault): string =>
  [place > 0 ? `Row ${place}` : '', column].filter(Boolean).join(', ');
