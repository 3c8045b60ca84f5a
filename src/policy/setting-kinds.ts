import { isRealDay } from './days.js';
import type { Source } from './sources.js';

type Codes = Readonly<Record<string, string>>;

/** A whole number within bounds, one of a list, several of a list, a day, or words. The first value of a type is what is stored. */
type Kind =
  | { readonly kind: 'NUMBER'; readonly usual: number; readonly least: number; readonly most: number }
  | { readonly kind: 'CHOICE'; readonly usual: string; readonly options: Codes }
  | { readonly kind: 'CHOICES'; readonly usual: readonly string[]; readonly options: Codes; readonly least?: number }
  | { readonly kind: 'DAY'; readonly usual: string }
  | { readonly kind: 'WORDS'; readonly usual: string; readonly most: number };

/** What a panel area may decide for itself: its words, what it may be, what it is until somebody chose, and why it is here. */
export type AreaSetting = Kind & {
  readonly name: string;
  readonly hint?: string;
  readonly source: Source;
};

/** What a setting of this row is. */
export type ValueOf<Row extends AreaSetting> = Row extends { kind: 'NUMBER' }
  ? number
  : Row extends { kind: 'CHOICE'; options: infer Options }
    ? keyof Options & string
    : Row extends { kind: 'CHOICES'; options: infer Options }
      ? readonly `${keyof Options & (string | number)}`[]
      : Row extends { kind: 'DAY' | 'WORDS' }
        ? string
        : never;

const isIn = (codes: Codes, value: unknown): boolean => typeof value === 'string' && Object.hasOwn(codes, value);

/** True when a value is one the setting may have. In: the row and anything at all. Source: the row. */
export function isValueOf(row: AreaSetting, value: unknown): boolean {
  if (row.kind === 'NUMBER') return Number.isInteger(value) && Number(value) >= row.least && Number(value) <= row.most;
  if (row.kind === 'WORDS') return typeof value === 'string' && value.length <= row.most;
  if (row.kind === 'DAY') return typeof value === 'string' && isRealDay(value);
  if (row.kind === 'CHOICE') return isIn(row.options, value);
  const { options, least = 0 } = row;
  if (!Array.isArray(value) || value.length < least) return false;
  return new Set(value).size === value.length && value.every((one) => isIn(options, one));
}

/** A value in words. In: the row and a value of it. Out: what people read. Source: the row. */
export function settingInWords(row: AreaSetting, value: unknown): string {
  if (row.kind === 'NUMBER' || row.kind === 'DAY') return String(value);
  if (row.kind === 'WORDS') return String(value) || 'None';
  const chosen = (Array.isArray(value) ? value : [value]).map((one) => row.options[String(one)] ?? String(one));
  const between = chosen.some((one) => one.includes(' ')) ? '; ' : ', ';
  return chosen.join(between) || 'None';
}
