import { setImmediate } from 'node:timers/promises';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ResolutionFormInput } from '../children/resolution.input.js';
import { faultsInDay } from '../children/record-disposal.js';
import type { RowFault, TableRow } from './csv-table.js';
import { faultsIn } from '../platform/input-faults.js';
import { columnOf, faultsInCells, valuesFrom } from './read-rows.js';
import { resolutionColumns } from './resolution-columns.js';

export type ResolutionRow = { readonly row: number; readonly input: ResolutionFormInput };
export type ResolutionsRead = { readonly resolutions: readonly ResolutionRow[]; readonly faults: readonly RowFault[] };

const AT_A_TIME = 50;

/** Each row as a resolution, checked by the same class and the same rules as one that comes by form or API. */
export async function readResolutions(
  rows: readonly TableRow[],
  panelAreaId: string,
  today: string,
): Promise<ResolutionsRead> {
  const resolutions: ResolutionRow[] = [];
  const faults: RowFault[] = [];
  for (const [index, { row, cells }] of rows.entries()) {
    // Others are served between the rows of a long file.
    if (index % AT_A_TIME === 0) await setImmediate();
    const read = await readResolution(cells, panelAreaId, today);
    faults.push(...read.faults.map((fault) => ({ row, ...fault })));
    if (read.faults.length === 0) resolutions.push({ row, input: read.input });
  }
  return { resolutions, faults };
}

async function readResolution(cells: TableRow['cells'], panelAreaId: string, today: string) {
  const unread = faultsInCells(resolutionColumns, cells);
  const input = plainToInstance(ResolutionFormInput, { ...valuesFrom(resolutionColumns, cells), panelAreaId });
  const found = await validate(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const invalid = found.flatMap((fault) => faultsIn(fault));
  const inDays = invalid.length > 0 ? [] : faultsInDay(input.givenOn, input.child?.dateOfBirth ?? '', today);
  const named = [...invalid, ...inDays].map(({ field, message }) => ({
    column: columnOf(resolutionColumns, field),
    message,
  }));
  return { input, faults: [...unread, ...named.filter(({ column }) => !unread.some((own) => own.column === column))] };
}
