import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { blocker } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { row, rows } from '../platform/database/read.js';
import { Blocked, type FieldError, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { submitReferral } from '../referrals/submit-referral.js';
import { CheckReferrals, type FileRead, importSubject } from './check-referrals.js';
import type { RowFault } from './csv-table.js';
import type { FileText } from './file-text.js';

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
      const importId = await insertImport(work, read);
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

/** The same file cannot be imported while its first import stands. */
async function insertImport({ tx, actor, now }: Work, { text, panelAreaId, rows: count }: FileRead): Promise<string> {
  const id = newId();
  const contentHash = createHash('sha256').update(text).digest('hex');
  const made = await row<{ id: string }>(
    tx,
    sql`insert into referral_imports (id, "personId", "panelAreaId", rows, "contentHash", "createdAt")
        values (${id}, ${actor.personId}, ${panelAreaId}, ${count}, ${contentHash}, ${now})
        on conflict ("panelAreaId", "contentHash") where "undoneAt" is null do nothing returning id`,
  );
  if (made) return id;
  const first = await row<{ id: string }>(
    tx,
    sql`select i.id from referral_imports i where i."panelAreaId" = ${panelAreaId}
        and i."contentHash" = ${contentHash} and i."undoneAt" is null`,
  );
  const mend = `/referral-imports/${first?.id ?? ''}`;
  throw new Blocked([{ ...blocker('WRONG_STATE', mend), message: 'This very file was imported already' }]);
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
