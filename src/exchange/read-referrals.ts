import { setImmediate } from 'node:timers/promises';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { faultsInDays, faultsOf, warningsFor } from '../referrals/referral-faults.js';
import { ReferralInput } from '../referrals/referral.input.js';
import type { RowFault, TableRow } from './csv-table.js';
import { faultsIn } from '../platform/input-faults.js';
import { type CellFault, columnOf, faultsInCells, valuesFrom } from './read-rows.js';
import { referralColumns } from './referral-columns.js';

export type ReferralRow = { readonly row: number; readonly input: ReferralInput };
export type Referrals = {
  readonly referrals: readonly ReferralRow[];
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
};

const AT_A_TIME = 50;

/** Each row as a referral, checked by the same class and the same rules as one that comes by form or API. */
export async function readReferrals(rows: readonly TableRow[], panelAreaId: string, today: string): Promise<Referrals> {
  const referrals: ReferralRow[] = [];
  const faults: RowFault[] = [];
  const warnings: RowFault[] = [];
  for (const [index, { row, cells }] of rows.entries()) {
    // Others are served between the rows of a long file.
    if (index % AT_A_TIME === 0) await setImmediate();
    const read = await readReferral(cells, panelAreaId, today);
    faults.push(...read.faults.map((fault) => ({ row, ...fault })));
    warnings.push(...read.warnings.map((message) => ({ row, column: '', message })));
    if (read.faults.length === 0) referrals.push({ row, input: read.input });
  }
  return { referrals, faults, warnings };
}

async function readReferral(cells: TableRow['cells'], panelAreaId: string, today: string) {
  const unread = faultsInCells(referralColumns, cells);
  const input = plainToInstance(ReferralInput, { ...valuesFrom(referralColumns, cells), panelAreaId });
  const found = await validate(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const invalid = found.flatMap((fault) => faultsIn(fault));
  const unfit = invalid.length > 0 ? [] : [...faultsOf(input), ...faultsInDays(input, birthOf(input), today)];
  const named = [...invalid, ...unfit].map(({ field, message }) => ({
    column: columnOf(referralColumns, field),
    message,
  }));
  const faults: CellFault[] = [
    ...unread,
    ...named.filter(({ column }) => !unread.some((own) => own.column === column)),
  ];
  const warnings =
    faults.length > 0 ? [] : warningsFor(input.offences, { dateOfBirth: birthOf(input), referredOn: today });
  return { input, faults, warnings: warnings.map(({ message }) => message) };
}

const birthOf = ({ child }: ReferralInput): string => child?.dateOfBirth ?? '';
