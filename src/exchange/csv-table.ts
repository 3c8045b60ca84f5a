import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Column, MOST_ROWS, PANEL_AREA, referralColumns } from './referral-columns.js';

/** What is wrong, and where. Rows are counted as a spreadsheet does: row 1 holds the headings; row 0 is the file itself. */
export type RowFault = { readonly row: number; readonly column: string; readonly message: string };

/** A row of the file by the names of its columns, without the cells that are empty. */
export type TableRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> };

export type Table = { readonly rows: readonly TableRow[]; readonly faults: readonly RowFault[] };

const LONGEST_ROW = 200_000;
/** With the empty ones: no more of a file is read. */
const MOST_LINES = 2 * MOST_ROWS;
const SEPARATOR = 'The columns must be separated by commas';

/** Reads a file into rows by its columns, or says why its quotes, headings or size do not allow it. */
export function tableFrom(text: string, columns: readonly Column[] = referralColumns): Table {
  if (/^[^,\r\n]*[;\t]/.test(text)) return { rows: [], faults: [{ row: 1, column: '', message: SEPARATOR }] };
  const records = recordsOf(text);
  if (!Array.isArray(records)) return { rows: [], faults: [records] };
  if (records.length > MOST_LINES) return { rows: [], faults: [ofFile(tooMany('lines', MOST_LINES))] };
  const [first, ...others] = records;
  if (!first) return { rows: [], faults: [ofFile('The file is empty')] };
  const headings = first.map((heading) => columnNamed(columns, heading)?.name ?? heading.trim());
  const faults = faultsInHeadings(columns, headings);
  if (faults.length > 0) return { rows: [], faults };
  const filled = others
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return { rows: [], faults: [ofFile('The file has no row below its headings')] };
  if (filled.length > MOST_ROWS) return { rows: [], faults: [ofFile(tooMany('rows', MOST_ROWS))] };
  return {
    rows: filled.map(({ row, cells }) => ({ row, cells: cellsByName(headings, cells) })),
    faults: filled.flatMap(({ row, cells }) => faultInWidth(row, cells, headings.length)),
  };
}

const tooMany = (what: string, most: number): string =>
  `The file has more than ${most.toLocaleString('en-GB')} ${what}. Send it in parts`;

const ofFile = (message: string): RowFault => ({ row: 0, column: '', message });

function recordsOf(text: string): string[][] | RowFault {
  try {
    return parse(text, { relax_column_count: true, max_record_size: LONGEST_ROW, to: MOST_LINES + 1 });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const row = typeof thrown['records'] === 'number' ? thrown['records'] + 1 : 0;
    return { row, column: '', message: wordsFor(thrown.code) };
  }
}

/** The parser's own words quote the file. */
function wordsFor(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened in this row and never closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'This row is too long; perhaps a quotation mark was not closed';
  return 'The quotation marks of this row do not fit: put the whole cell in quotation marks and double those inside it';
}

const columnNamed = (columns: readonly Column[], heading: string) => {
  const sought = heading.trim().toLowerCase();
  return columns.find(({ name }) => name.toLowerCase() === sought);
};

const inHeadings = (column: string, message: string): RowFault => ({ row: 1, column: column.slice(0, 60), message });

function faultsInHeadings(columns: readonly Column[], headings: readonly string[]): RowFault[] {
  const unknown = headings.filter((heading) => heading === '' || !columnNamed(columns, heading));
  const twice = [...new Set(headings.filter((heading, place) => heading && headings.indexOf(heading) !== place))];
  const missing = columns.filter(({ name, required }) => required === true && !headings.includes(name));
  return [
    ...missing.map(({ name }) => inHeadings(name, 'This column is missing')),
    ...unknown.map((heading) => inHeadings(heading, heading ? 'There is no such column' : 'A column has no heading')),
    ...twice.map((heading) => inHeadings(heading, 'This column stands in the file more than once')),
  ];
}

function faultInWidth(row: number, cells: readonly string[], width: number): RowFault[] {
  const extra = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length >= width && !extra) return [];
  const message = `This row has ${cells.length} cells where the headings are ${width}`;
  return [{ row, column: '', message }];
}

const cellsByName = (headings: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    headings.map((heading, place) => [heading, (cells[place] ?? '').trim()] as const).filter(([, cell]) => cell !== ''),
  );

/** The panel area that the rows name: one for the whole file, or none. */
export function areaNamedIn(rows: readonly TableRow[]): { named: string | null; faults: RowFault[] } {
  const named = rows.map(({ row, cells }) => ({ row, area: cells.get(PANEL_AREA) }));
  const first = named.find(({ area }) => area !== undefined)?.area ?? null;
  const others = named.filter(({ area }) => area !== undefined && area.toLowerCase() !== first?.toLowerCase());
  const message = 'One file is for one panel area, and this row names another';
  return { named: first, faults: others.map(({ row }) => ({ row, column: PANEL_AREA, message })) };
}
