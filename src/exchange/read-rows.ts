import { pathOf } from '../platform/web/form-fields.js';
import type { RowFault, TableRow } from './csv-table.js';
import { type Column, NO_FEATURES, PANEL_AREA } from './referral-columns.js';

export type CellFault = Omit<RowFault, 'row'>;

/** What no check of the input would say as plainly: a day in the order of another programme. */
export const faultsInCells = (columns: readonly Column[], cells: TableRow['cells']): CellFault[] =>
  columns.flatMap(({ name, kind }) =>
    kind === 'DAY' && /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cells.get(name) ?? '')
      ? [{ column: name, message: 'Write the day as year, month, day, for example 2026-03-27' }]
      : [],
  );

type Values = Record<string, unknown>;

/** The cells of a row as the values of an input, each at the place of its column; the panel area apart. */
export function valuesFrom(columns: readonly Column[], cells: TableRow['cells']): Values {
  const values: Values = { child: {} };
  for (const column of columns) {
    const cell = cells.get(column.name);
    if (cell !== undefined && column.name !== PANEL_AREA) put(values, pathOf(column.path), valueOf(column, cell));
  }
  return values;
}

/** A place in a list before the one that is filled becomes an empty one, so that the check asks for it. */
function put(values: Values, [first = '', ...rest]: readonly string[], value: unknown): void {
  const [index, ...inItem] = rest;
  if (index === undefined) {
    values[first] = value;
  } else if (/^\d$/.test(index)) {
    const list = (values[first] ??= []) as Values[];
    while (list.length <= Number(index)) list.push({});
    put(list[Number(index)] as Values, inItem, value);
  } else {
    put((values[first] ??= {}) as Values, rest, value);
  }
}

/** Where NONE may be written among codes, alone it says that somebody looked and found none; beside another it is refused. */
const withoutNone = ({ values = [] }: Column, codes: readonly string[]): readonly string[] =>
  values.includes(NO_FEATURES) && codes.length === 1 && codes[0] === NO_FEATURES ? [] : codes;

function valueOf(column: Column, cell: string): unknown {
  const { kind } = column;
  switch (kind) {
    case 'NUMBER':
      return /^\d{1,3}$/.test(cell) ? Number(cell) : cell;
    case 'CODE':
      return cell.toUpperCase();
    case 'CODES':
      return withoutNone(
        column,
        cell
          .toUpperCase()
          .split(/[;,\s|]+/)
          .filter(Boolean),
      );
    case 'FACTORS':
      return cell.split('|').map((factor) => factorFrom(factor));
    default:
      return cell;
  }
}

function factorFrom(text: string): Values {
  const [kind = '', code = '', ...evidence] = text.split(':').map((part) => part.trim());
  return { kind: kind.toUpperCase(), code, evidence: evidence.join(': ') };
}

/** The column that a field of the input is written in; for a whole part, its first column. */
export function columnOf(columns: readonly Column[], field: string): string {
  const sought = pathOf(field).join('.');
  const paths = columns.map(({ name, path }) => ({ name, path: pathOf(path).join('.') }));
  const own = paths.find(({ path }) => sought === path || sought.startsWith(`${path}.`));
  return (own ?? paths.find(({ path }) => path.startsWith(`${sought}.`)))?.name ?? '';
}
