import type { AccessQueries } from '../access/access.queries.js';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { NotPermitted } from '../platform/errors.js';
import { areaNamedIn, type RowFault, type TableRow } from './csv-table.js';
import { PANEL_AREA } from './referral-columns.js';

export type FileArea = { readonly id: string | null; readonly faults: readonly RowFault[] };

/** Stands for the panel area while nobody knows which it is, so that the rows are checked all the same. */
export const NOWHERE = '00000000-0000-7000-8000-000000000000';

const noArea = (row: number, message: string): FileArea => ({
  id: null,
  faults: [{ row, column: PANEL_AREA, message }],
});

export function assertMayImport(actor: Actor, permission: Permission, panelAreaId: string): void {
  if (!areasWhere(actor, permission).includes(panelAreaId)) {
    throw new NotPermitted('You cannot import to this panel area.');
  }
}

/** The area chosen with the file, or named in it, or the only one in which the actor may import. */
export async function areaOfFile(
  access: AccessQueries,
  actor: Actor,
  permission: Permission,
  rows: readonly TableRow[],
  chosen?: string,
): Promise<FileArea> {
  const { named, faults } = areaNamedIn(rows);
  const areas = await access.panelAreas(areasWhere(actor, permission));
  if (named === null) {
    const id = chosen ?? (areas.length === 1 ? areas[0]?.id : undefined);
    return id === undefined ? noArea(0, 'Choose the panel area, or name it in the file') : { id, faults };
  }
  const area = areas.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
  const { row } = rows.find(({ cells }) => cells.has(PANEL_AREA)) ?? { row: 0 };
  if (!area) return noArea(row, 'There is no such panel area, or you cannot import to it');
  if (chosen !== undefined && chosen !== area.id) {
    return noArea(row, 'This is not the panel area chosen with the file');
  }
  return { id: area.id, faults };
}
