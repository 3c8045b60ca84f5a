import type { Section } from './sections.js';
import type { Condition, Option, Question } from '../../policy/questions/question-set.js';
import type { RuleCode } from '../../policy/rules.js';

type Common = Pick<Question, 'id' | 'ask' | 'hint' | 'when' | 'optional'>;

/** What a form may hold: any question of a question set, and kinds that only forms need. */
export type Field = Kinds & {
  /** The rules that this field answers: where one of them shuts a gate, it is said here. */
  readonly answers?: readonly RuleCode[];
};

type Kinds =
  | Question
  | (Common & { readonly kind: 'EMAIL' })
  | (Common & { readonly kind: 'PASSWORD'; readonly purpose: 'CURRENT' | 'NEW' })
  | (Common & { readonly kind: 'FILE'; readonly accept: string })
  | (Common & { readonly kind: 'HIDDEN' })
  | (Common & { readonly kind: 'HEADING'; readonly links?: readonly FieldLink[]; readonly rows?: Section['rows'] });

/** Where what a heading is about can be read; `rows` of one is what is known of it. */
export type FieldLink = { readonly href: string; readonly text: string };

export type Values = Record<string, unknown>;

export const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `attempts[0].on` and `attempts.0.on` are one path. */
export const pathOf = (field: string): string[] => field.replaceAll(/\[([^\]]*)\]/g, '.$1').split('.');

/** The name under which a browser posts it, which `qs` reads back as nested: `officer[name]`. */
export function nameOf(path: string, suffix = ''): string {
  const [first = '', ...rest] = pathOf(path + suffix);
  return first + rest.map((part) => `[${part}]`).join('');
}

export const idOf = (path: string): string => pathOf(path).join('-');

export function valueAt(values: unknown, path: string): unknown {
  let found: unknown = values;
  for (const part of pathOf(path)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Values)[part];
  }
  return found;
}

/** The field that a path names; a path inside a group's row names the question of the row. */
export function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const sought = pathOf(path).join('.');
  for (const field of fields) {
    if (field.id === sought) return field;
    if (field.kind !== 'GROUP' || !sought.startsWith(`${field.id}.`)) continue;
    const [, ...inRow] = sought.slice(field.id.length + 1).split('.');
    return inRow.length > 0 ? fieldAt(field.questions, inRow.join('.')) : field;
  }
  return undefined;
}

const wanted = ({ is }: Condition): readonly string[] => (typeof is === 'string' ? [is] : is);

/** Whether a field is asked, given the answers so far; a condition on a question of another page counts as met. */
export function isFieldAsked(field: Field, fields: readonly Field[], values: Values): boolean {
  const { when } = field;
  const parent = when && fields.find(({ id }) => id === when.question);
  if (!when || !parent) return true;
  if (!isFieldAsked(parent, fields, values)) return false;
  const given = valueAt(values, parent.id);
  return wanted(when).some((value) => (Array.isArray(given) ? given.includes(value) : given === value));
}

/** The option under which a field is revealed, when it hangs on exactly one option of a choice in the same form. */
export function revealedBy(field: Field, fields: readonly Field[]): { parent: Field; option: Option } | undefined {
  const values = field.when ? wanted(field.when) : [];
  const parent = fields.find(({ id }) => id === field.when?.question);
  if (values.length !== 1 || (parent?.kind !== 'CHOICE' && parent?.kind !== 'CHOICES')) return undefined;
  const option = parent.options.find(({ value }) => value === values[0]);
  return option && !isLong(fields, parent, option) ? { parent, option } : undefined;
}

/** A page's worth of rows inside one choice would part it from the next choice: it stands below them all instead. */
const isLong = (fields: readonly Field[], parent: Field, { value }: Option): boolean =>
  fields.some(
    (field) =>
      (field.kind === 'HEADING' || (field.kind === 'GROUP' && field.rowsAre === 'STATEMENTS')) &&
      field.when?.question === parent.id &&
      wanted(field.when).includes(value),
  );
