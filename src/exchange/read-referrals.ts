import { setImmediate } from 'node:timers/promises';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { pathOf } from '../platform/web/form-fields.js';
import { faultsInDays, faultsOf, warningsFor } from '../referrals/referral-faults.js';
import { ReferralInput } from '../referrals/referral.input.js';
import type { RowFault, TableRow } from './csv-table.js';
import { type Column, PANEL_AREA, referralColumns } from './referral-columns.js';

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

type CellFault = Omit<RowFault, 'row'>;

async function readReferral(cells: TableRow['cells'], panelAreaId: string, today: string) {
  const unread = faultsInCells(cells);
  const input = plainToInstance(ReferralInput, { ...valuesFrom(cells), panelAreaId });
  const found = await validate(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const invalid = found.flatMap((fault) => faultsIn(fault));
  const unfit = invalid.length > 0 ? [] : [...faultsOf(input), ...faultsInDays(input, birthOf(input), today)];
  const named = [...invalid, ...unfit].map(({ field, message }) => ({ column: columnOf(field), message }));
  const faults: CellFault[] = [
    ...unread,
    ...named.filter(({ column }) => !unread.some((own) => own.column === column)),
  ];
  const warnings =
    faults.length > 0 ? [] : warningsFor(input.offences, { dateOfBirth: birthOf(input), referredOn: today });
  return { input, faults, warnings: warnings.map(({ message }) => message) };
}

const birthOf = ({ child }: ReferralInput): string => child?.dateOfBirth ?? '';

/** What no check of the input would say as plainly: a day in the order of another programme. */
const faultsInCells = (cells: TableRow['cells']): CellFault[] =>
  referralColumns.flatMap(({ name, kind }) =>
    kind === 'DAY' && /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cells.get(name) ?? '')
      ? [{ column: name, message: 'Write the day as year, month, day, for example 2026-03-27' }]
      : [],
  );

type Values = Record<string, unknown>;

function valuesFrom(cells: TableRow['cells']): Values {
  const values: Values = { child: {} };
  for (const column of referralColumns) {
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

function valueOf({ kind }: Column, cell: string): unknown {
  switch (kind) {
    case 'NUMBER':
      return /^\d{1,3}$/.test(cell) ? Number(cell) : cell;
    case 'CODE':
      return cell.toUpperCase();
    case 'CODES':
      return cell
        .toUpperCase()
        .split(/[;,\s|]+/)
        .filter(Boolean);
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

function faultsIn({ property, value, constraints = {}, children = [] }: ValidationError, path = ''): Field[] {
  const field = path ? `${path}.${property}` : property;
  const missing = value === undefined ? constraints['minLength'] : undefined;
  const message = missing ?? Object.values(constraints)[0];
  return [...(message ? [{ field, message }] : []), ...children.flatMap((child) => faultsIn(child, field))];
}

type Field = { readonly field: string; readonly message: string };

const paths = referralColumns.map(({ name, path }) => ({ name, path: pathOf(path).join('.') }));

/** The column that a field of the input is written in; for a whole part, its first column. */
function columnOf(field: string): string {
  const sought = pathOf(field).join('.');
  const own = paths.find(({ path }) => sought === path || sought.startsWith(`${path}.`));
  return (own ?? paths.find(({ path }) => path.startsWith(`${sought}.`)))?.name ?? '';
}
