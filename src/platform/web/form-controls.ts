import type { Section } from './sections.js';
import type { FieldError } from '../errors.js';
import type { GroupQuestion, Option } from '../../policy/questions/question-set.js';
import {
  fieldAt,
  idOf,
  isRecord,
  nameOf,
  pathOf,
  revealedBy,
  valueAt,
  type Field,
  type FieldLink,
} from './form-fields.js';

type DayPart = { readonly name: string; readonly id: string; readonly label: string; readonly value: string };

type Choice = Option & {
  readonly id: string;
  readonly isChosen: boolean;
  readonly reveals: readonly Control[];
  /** Before it stands a word that sets it apart from the choices it excludes. */
  readonly divider?: boolean;
};

type Row = {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly Control[];
  /** What a button that takes the row away posts; only where a row cannot be blanked by hand. */
  readonly remove?: string;
};

/** A field as the template prints it. `errors` are the words beside it; `onlyIf` says when it is to be answered. */
export type Control = {
  readonly kind: Field['kind'];
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly limit?: number;
  readonly choices: readonly Choice[];
  readonly dayParts: readonly DayPart[];
  readonly rows: readonly Row[];
  readonly group?: { readonly id: string; readonly itemName: string; readonly next: string; readonly mayAdd: boolean };
  readonly shownWhen?: { readonly name: string; readonly values: string };
  readonly onlyIf?: string | undefined;
  readonly links?: readonly FieldLink[];
  readonly known?: Section['rows'];
  readonly accept?: string;
  readonly autocomplete?: string;
};

type Shown = {
  readonly values: unknown;
  readonly errors: readonly FieldError[];
  /** How many rows a group shows, when more were asked for than the filled ones and a blank. */
  readonly rows: Readonly<Record<string, number>>;
};

/** The controls of a form, each conditional one inside the choice that reveals it. */
export function controlsOf(fields: readonly Field[], shown: Shown, around = ''): Control[] {
  return fields.filter((field) => !revealedBy(field, fields)).map((field) => controlOf(field, fields, shown, around));
}

/** The summary of errors, in the order of the form; what belongs to no field comes first. */
export function errorListOf(fields: readonly Field[], errors: readonly FieldError[]): { text: string; href: string }[] {
  const place = ({ field }: FieldError) => fields.findIndex(({ id }) => id === ownerOf(fields, field)?.id);
  return errors
    .toSorted((one, other) => place(one) - place(other))
    .map(({ field, message }) => ({ text: message + rowWords(fields, field), href: anchorOf(fields, field) }));
}

const ownerOf = (fields: readonly Field[], path: string): Field | undefined => {
  const sought = pathOf(path).join('.');
  return fields.find(({ id }) => sought === id || sought.startsWith(`${id}.`));
};

function rowWords(fields: readonly Field[], path: string): string {
  const owner = ownerOf(fields, path);
  const row = /^\.(\d+)/.exec(
    pathOf(path)
      .join('.')
      .slice(owner?.id.length ?? 0),
  )?.[1];
  return owner?.kind === 'GROUP' && row !== undefined ? ` (${owner.itemName} ${Number(row) + 1})` : '';
}

/** Where a link to an error leads: the first thing of the field that takes the keyboard. */
export function anchorOf(fields: readonly Field[], path: string): string {
  const field = fieldAt(fields, path);
  if (!field || field.kind === 'HIDDEN') return '#form';
  return `#${idOf(path)}${field.kind === 'DAY' ? '-day' : ''}`;
}

function controlOf(field: Field, fields: readonly Field[], shown: Shown, around: string): Control {
  const path = around + pathOf(field.id).join('.');
  const value = valueAt(shown.values, path);
  const messages = shown.errors.filter((error) => pathOf(error.field).join('.') === path);
  return {
    kind: field.kind,
    id: idOf(path),
    name: nameOf(path),
    label: field.optional ? `${field.ask} (optional)` : field.ask,
    hint: field.hint ?? (field.kind === 'DAY' ? 'For example, 27 3 2026' : undefined),
    error: messages.length > 0 ? messages.map(({ message }) => message).join('. ') : undefined,
    value: field.kind === 'PASSWORD' ? '' : textOf(value),
    choices: choicesOf(field, fields, shown, around, value),
    dayParts: field.kind === 'DAY' ? dayPartsOf(path, textOf(value)) : [],
    rows: field.kind === 'GROUP' ? rowsOf(field, shown, path, value) : [],
    ...extrasOf(field, path, shown, value),
    ...conditionOf(field, fields, around),
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function choicesOf(field: Field, fields: readonly Field[], shown: Shown, around: string, value: unknown): Choice[] {
  if (field.kind !== 'CHOICE' && field.kind !== 'CHOICES' && field.kind !== 'SELECT') return [];
  const id = idOf(around + pathOf(field.id).join('.'));
  return field.options.map((option, place) => ({
    ...option,
    // The first has the id to which a link in the summary of errors leads.
    id: place === 0 ? id : `${id}-${place + 1}`,
    divider: option.alone === true && place > 0 && !field.options[place - 1]?.alone,
    isChosen: Array.isArray(value) ? value.includes(option.value) : value === option.value,
    reveals: fields
      .filter((other) => {
        const reveal = revealedBy(other, fields);
        return reveal?.parent.id === field.id && reveal.option.value === option.value;
      })
      .map((other) => controlOf(other, fields, shown, around)),
  }));
}

function dayPartsOf(path: string, value: string): DayPart[] {
  const [, year = '', month = '', day = ''] = /^([^-]*)-([^-]*)-([^T]*)/.exec(value) ?? [];
  const part = (name: string, label: string, typed: string) => ({
    name: nameOf(path, `-${name}`),
    id: `${idOf(path)}-${name}`,
    label,
    value: typed.replace(/^0(?=\d)/, ''),
  });
  return [part('day', 'Day', day), part('month', 'Month', month), part('year', 'Year', year)];
}

const shownRows = (field: GroupQuestion, shown: Shown, path: string, value: unknown): number => {
  const filled = Array.isArray(value) ? value.length : 0;
  if (field.rowsAre === 'STATEMENTS') return Math.max(1, filled, Math.min(field.most, shown.rows[path] ?? 0));
  return Math.max(filled, Math.min(field.most, Math.max(filled + 1, shown.rows[path] ?? 0)));
};

function rowsOf(field: GroupQuestion, shown: Shown, path: string, value: unknown): Row[] {
  const length = shownRows(field, shown, path, value);
  const mayRemove = field.rowsAre === 'STATEMENTS' && (length > 1 || filledRows(shown.values, path) > 0);
  return Array.from({ length }, (_, index) => ({
    id: `${idOf(path)}-${index}`,
    title: `${field.itemName.charAt(0).toUpperCase()}${field.itemName.slice(1)} ${index + 1}`,
    controls: controlsOf(field.questions, shown, `${path}.${index}.`),
    ...(mayRemove ? { remove: `${path}.${index}` } : {}),
  }));
}

function extrasOf(field: Field, path: string, shown: Shown, value: unknown): Partial<Control> {
  if (field.kind === 'TEXT' || field.kind === 'LONG_TEXT') return { limit: field.limit };
  if (field.kind === 'PASSWORD') {
    return { autocomplete: field.purpose === 'NEW' ? 'new-password' : 'current-password' };
  }
  if (field.kind === 'FILE') return { accept: field.accept };
  if (field.kind === 'HEADING') return { links: field.links ?? [], known: field.rows ?? [] };
  if (field.kind !== 'GROUP') return {};
  const rows = shownRows(field, shown, path, value);
  const next = `${idOf(path)}-${Math.min(rows, field.most - 1)}`;
  return { group: { id: path, itemName: field.itemName, next, mayAdd: rows < field.most } };
}

function conditionOf(field: Field, fields: readonly Field[], around: string): Partial<Control> {
  const { when } = field;
  const parent = fields.find(({ id }) => id === when?.question);
  if (!when || !parent) return {};
  const values = typeof when.is === 'string' ? [when.is] : when.is;
  const options = 'options' in parent ? parent.options : [];
  const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const onlyIf = `Answer this only if “${parent.ask}” is ${labels.join(' or ')}.`;
  if (revealedBy(field, fields)) return { onlyIf };
  return { onlyIf, shownWhen: { name: nameOf(around + parent.id), values: values.join(' ') } };
}

export const filledRows = (values: unknown, path: string): number => {
  const rows = valueAt(values, path);
  return Array.isArray(rows) ? rows.filter(isRecord).length : 0;
};

export const isGroup = (fields: readonly Field[], id: unknown): id is string =>
  typeof id === 'string' && fields.some((field) => field.kind === 'GROUP' && field.id === id);
