import type { ValidationError } from 'class-validator';
import type { FieldError } from '../errors.js';
import { isStandard, mainFaults } from '../input-faults.js';
import { fieldAt, pathOf, type Field } from './form-fields.js';

type Failure = { path: string; value: unknown; constraints: Record<string, string> };

/** What class-validator found, in plain words, each fault with the path of the field it belongs to. */
export function errorsInWords(fields: readonly Field[], found: readonly ValidationError[]): FieldError[] {
  return found
    .flatMap((error) => failuresOf(error, ''))
    .flatMap((failure) => {
      const inside = fields.filter(({ id, optional }) => id.startsWith(`${failure.path}.`) && !optional);
      const field = fieldAt(fields, failure.path);
      if (!field && inside.length > 0) return inside.map((each) => ({ field: each.id, message: missing(each) }));
      return [{ field: failure.path, message: messageFor(field, failure) }];
    });
}

function failuresOf(error: ValidationError, around: string): Failure[] {
  const path = around ? `${around}.${error.property}` : error.property;
  const own = error.constraints ? [{ path, value: error.value as unknown, constraints: error.constraints }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => failuresOf(child, path))];
}

function messageFor(field: Field | undefined, { path, value, constraints }: Failure): string {
  const property = pathOf(path).at(-1) ?? path;
  if ('whitelistValidation' in constraints || !field) return unknownField(property, constraints);
  const ownWords = mainFaults({ value, constraints }).find((message) => !isStandard(message, property));
  if (ownWords) return ownWords;
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
  return isEmpty ? missing(field) : unfit(field, constraints);
}

const unknownField = (property: string, constraints: Record<string, string>): string =>
  'whitelistValidation' in constraints
    ? `This form has no field called “${property.slice(0, 60)}”`
    : (Object.values(constraints).find((message) => !isStandard(message, property)) ??
      `“${property.slice(0, 60)}” is missing or cannot be read`);

/** The limit that was really applied, should the form have shown another. */
const limitIn = ({ maxLength = '' }: Record<string, string>, shown: number): number =>
  Number(/equal to (\d+)/.exec(maxLength)?.[1] ?? shown);

const isQuestion = ({ ask }: Field): boolean => ask.trim().endsWith('?');

/** A label inside a sentence: its first letter small, unless the first word is an abbreviation. */
const inSentence = (ask: string): string =>
  /^[A-Z][a-z ]/.test(ask) ? ask.charAt(0).toLowerCase() + ask.slice(1) : ask;

function missing(field: Field): string {
  if (isQuestion(field)) return `Answer “${field.ask}”`;
  const isChoice = field.kind === 'CHOICE' || field.kind === 'CHOICES' || field.kind === 'SELECT';
  if (field.kind === 'GROUP') return `Add at least one ${field.itemName}`;
  return `${isChoice || field.kind === 'FILE' ? 'Choose' : 'Enter'} ${inSentence(field.ask)}`;
}

function unfit(field: Field, constraints: Record<string, string>): string {
  const answer = isQuestion(field) ? `The answer to “${field.ask}”` : field.ask;
  switch (field.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return 'maxLength' in constraints
        ? `${answer} must be ${limitIn(constraints, field.limit).toLocaleString('en-GB')} characters or fewer`
        : `${answer} must be text in the form asked for`;
    case 'NUMBER':
      return `${answer} must be a number from ${field.least} to ${field.most}`;
    case 'DAY':
      return `${answer} must be a real date, for example 27 3 2026`;
    case 'EMAIL':
      return 'Enter an email address in the correct form, for example name@example.org';
    case 'GROUP':
      return `${answer}: at most ${field.most} can be entered`;
    case 'CHOICE':
    case 'CHOICES':
    case 'SELECT':
      return `${answer} must be one of the answers listed`;
    default:
      return `${answer} cannot be used as it is`;
  }
}
