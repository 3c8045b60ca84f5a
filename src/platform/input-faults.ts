import type { ValidationError } from 'class-validator';
import type { FieldError } from './errors.js';

/** What says how much is too much; of what is missing it is not the reason. */
const limits: readonly string[] = ['maxLength', 'arrayMaxSize', 'max', 'min', 'arrayUnique'];

/** What asks for a kind of value, with the words for a sender who was told no others. */
const kinds: Readonly<Record<string, string>> = {
  isInt: 'Enter a whole number',
  isNumber: 'Enter a number',
  isString: 'Enter text',
  isBoolean: 'Answer true or false',
  isArray: 'Send a list',
  isObject: 'Send an object',
  nestedValidation: 'Send an object, or a list of objects where there can be several',
};

const plainWords: Readonly<Record<string, string>> = {
  ...kinds,
  arrayUnique: 'Name each once',
  arrayMinSize: 'Add at least one',
  isIn: 'Choose one of the values listed',
  isEnum: 'Choose one of the values listed',
  isUuid: 'Send the id of a record',
  whitelistValidation: 'There is no such field',
};

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Checked = Pick<ValidationError, 'value' | 'constraints'>;

/** What a value failed, the check first that says what is wrong with it: that it is missing, or of another kind. */
function mainChecks({ value, constraints = {} }: Checked): [name: string, message: string][] {
  const found = Object.entries(constraints);
  const isLater = isMissing(value)
    ? ([name]: [string, string]) => limits.includes(name)
    : ([name]: [string, string]) => !Object.hasOwn(kinds, name);
  return [...found.filter((check) => !isLater(check)), ...found.filter(isLater)];
}

/** The messages of a value that does not fit, in that order. */
export const mainFaults = (checked: Checked): string[] => mainChecks(checked).map(([, message]) => message);

/** class-validator's standard messages begin with the name of the property, which means nothing to a reader. */
export const isStandard = (message: string, property: string): boolean =>
  ['', 'property ', 'each value in ', 'nested property ', 'All ']
    .map((start) => `${start}${property}`)
    .some((start) => message.startsWith(`${start} `) || message.startsWith(`${start}'s `)) ||
  /^(an unknown value|each value in nested property) /.test(message);

/** What was found in an input and in what it holds, each fault in plain words at the place of its field. */
export function faultsIn(fault: ValidationError, path = ''): FieldError[] {
  const { property, children = [] } = fault;
  const field = /^\d+$/.test(property) ? `${path}[${property}]` : path ? `${path}.${property}` : property;
  const [first] = mainChecks(fault);
  const own = first ? [{ field, message: inPlainWords(first, property) }] : [];
  return [...own, ...children.flatMap((child) => faultsIn(child, field))];
}

const inPlainWords = ([name, message]: [string, string], property: string): string =>
  isStandard(message, property) ? (plainWords[name] ?? 'This cannot be used as it is') : message;
