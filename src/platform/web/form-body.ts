import { isRealDay } from '../../policy/days.js';
import { fieldAt, isFieldAsked, isRecord, nameOf, pathOf, type Field, valueAt, type Values } from './form-fields.js';

const CONTROLS = ['_csrf', '_key', '_add', '_remove'];
const DAY_PARTS = ['day', 'month', 'year'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * What was typed, as values: a posted body without the form's own controls and blanks, dates joined, numbers read.
 * What cannot be read stays as it was typed, and unknown fields stay too, so that the check of the input names them.
 */
export function typedFrom(fields: readonly Field[], body: unknown): Values {
  const values = (withoutBlanks(isRecord(body) ? body : {}) ?? {}) as Values;
  for (const control of CONTROLS) delete values[control];
  nestFlatNames(fields, values);
  readFields(fields, values);
  if (typeof values.version === 'string' && !fieldAt(fields, 'version')) values.version = numberFrom(values.version);
  return values;
}

/** The input to be checked: what was typed, less the answers to questions that are not asked after those answers. */
export function inputFrom(fields: readonly Field[], body: unknown): Values {
  const values = typedFrom(fields, body);
  dropUnasked(fields, values);
  return values;
}

type Removal = { readonly body: Values; readonly rows: Readonly<Record<string, number>> };

/** What was posted less the row that a button asked to take away (`family-known.2`), and how many are left to show. */
export function removedFrom(fields: readonly Field[], body: Values): Removal | undefined {
  const [, id = '', index = ''] = /^(.+)\.(\d+)$/.exec(typeof body._remove === 'string' ? body._remove : '') ?? [];
  const rows = listFrom(valueAt(body, id));
  if (fieldAt(fields, id)?.kind !== 'GROUP' || !Array.isArray(rows)) return undefined;
  const left = structuredClone(body);
  put(left, id, rows.toSpliced(Number(index), 1));
  return { body: left, rows: { [id]: rows.length - 1 } };
}

function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return /\S/.test(value) ? value : undefined;
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((item) => item !== undefined);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).map(([key, item]) => [key, withoutBlanks(item)] as const);
  const entries = kept.filter(([, item]) => item !== undefined);
  return entries.length > 0 || kept.length === 0 ? Object.fromEntries(entries) : undefined;
}

/** A client that does not nest posts `officer.name` or `officer[name]` as one flat name. */
function nestFlatNames(fields: readonly Field[], values: Values): void {
  for (const { id } of fields.filter((field) => field.id.includes('.'))) {
    for (const suffix of ['', ...DAY_PARTS.map((part) => `-${part}`)]) {
      for (const flat of [id + suffix, nameOf(id, suffix)]) {
        if (!Object.hasOwn(values, flat)) continue;
        put(values, id + suffix, values[flat]);
        delete values[flat];
      }
    }
  }
}

function readFields(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    const value = field.kind === 'DAY' ? takeDay(values, field.id) : read(field, get(values, field.id));
    if (value !== undefined) put(values, field.id, value);
  }
}

function read(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'CHOICES':
      return value === undefined ? [] : typeof value === 'string' ? [value] : listFrom(value);
    case 'GROUP':
      return rowsFrom(field.questions, value);
    case 'NUMBER':
      return typeof value === 'string' ? numberFrom(value) : value;
    case 'PASSWORD':
    case 'FILE':
      return value;
    default:
      return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value;
  }
}

function rowsFrom(questions: readonly Field[], value: unknown): unknown {
  const rows = value === undefined ? [] : listFrom(value);
  if (!Array.isArray(rows)) return rows;
  for (const row of rows) if (isRecord(row)) readFields(questions, row);
  return rows;
}

/** `qs` gives an object with numbers for keys where the indexes have gaps or are many. */
function listFrom(value: unknown): unknown {
  if (!isRecord(value) || !Object.keys(value).every((key) => /^\d+$/.test(key))) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, item]) => item);
}

function numberFrom(text: string): unknown {
  const bare = text.trim();
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(bare) ? Number(bare) : bare;
}

function takeDay(values: Values, id: string): unknown {
  const parts = DAY_PARTS.map((part) => get(values, `${id}-${part}`));
  if (parts.every((part) => part === undefined)) return get(values, id);
  for (const part of DAY_PARTS) drop(values, `${id}-${part}`);
  const [day = '', month = '', year = ''] = parts.map((part) => (typeof part === 'string' ? part.trim() : ''));
  return dayFrom(day, month, year);
}

/** A real day comes out as `YYYY-MM-DD`; anything else as it was typed, in the same order. */
function dayFrom(day: string, month: string, year: string): string {
  const named = /^[a-z]{3,9}$/i.test(month) ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : 0;
  const monthNumber = named > 0 ? String(named) : month;
  const padded = `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(padded) ? padded : `${year}-${month}-${day}`;
}

function dropUnasked(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    if (!isFieldAsked(field, fields, values)) drop(values, field.id);
    const rows = field.kind === 'GROUP' ? get(values, field.id) : undefined;
    if (field.kind !== 'GROUP' || !Array.isArray(rows)) continue;
    for (const row of rows) if (isRecord(row)) dropUnasked(field.questions, row);
  }
}

/** Of a list only its rows are walked into: a name beside them would be lost. */
const isRowOf = (found: unknown, key: string): boolean => Array.isArray(found) && /^\d+$/.test(key);

function parentOf(values: Values, path: string, make: boolean): [Values, string] | undefined {
  const parts = pathOf(path);
  const last = parts.pop() ?? path;
  let parent = values;
  for (const [place, part] of parts.entries()) {
    const found = Object.hasOwn(parent, part) ? parent[part] : undefined;
    if (isRecord(found) || isRowOf(found, parts[place + 1] ?? last)) parent = found as Values;
    else if (make && found === undefined) parent = (parent[part] = {}) as Values;
    else return undefined;
  }
  return [parent, last];
}

function get(values: Values, path: string): unknown {
  const [parent, last] = parentOf(values, path, false) ?? [];
  return parent && last !== undefined && Object.hasOwn(parent, last) ? parent[last] : undefined;
}

function put(values: Values, path: string, value: unknown): void {
  const [parent, last] = parentOf(values, path, true) ?? [];
  if (parent && last !== undefined) parent[last] = value;
}

/** Takes a value out, and the objects around it that are left empty. */
function drop(values: Values, path: string): void {
  const [parent, last] = parentOf(values, path, false) ?? [];
  if (!parent || last === undefined || !Object.hasOwn(parent, last)) return;
  delete parent[last];
  const around = pathOf(path).slice(0, -1).join('.');
  if (around && Object.keys(parent).length === 0) drop(values, around);
}
