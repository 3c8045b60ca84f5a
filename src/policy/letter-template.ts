import {
  fieldsOfKind,
  type FieldValue,
  isKnownIn,
  isLetterField,
  letterField,
  type LetterFieldName,
} from './letter-fields.js';
import { audiences, type LetterKind, letterKinds } from './letters.js';

/** What is wrong with a template: in which line, with which field where it is one, in words that name both. */
export type TemplateFault = { readonly line: number; readonly field: string | null; readonly message: string };

type Tag = {
  readonly line: number;
  readonly sign: '#' | '/' | '';
  readonly name: string;
  /** Nothing else stands in its line. */
  readonly isAlone: boolean;
};

const TAG = /\{\{([^{}\n]*)\}\}/g;
const SECTION_LINE = /^[ \t]*(\{\{[ \t]*[#/][^{}\n]*\}\})[ \t]*\n/gm;

/** Every pair of braces of a text, in its order. */
const tagsOf = (text: string): Tag[] =>
  text.split('\n').flatMap((words, place) =>
    [...words.matchAll(TAG)].map(([whole, inside = '']) => {
      const [, sign = '', name = ''] = /^\s*([#/]?)\s*(.*?)\s*$/.exec(inside) ?? [];
      return { line: place + 1, sign: sign as Tag['sign'], name, isAlone: words.trim() === whole };
    }),
  );

const fault = (line: number, field: string | null, words: string): TemplateFault => ({
  ...{ line, field, message: `Line ${line}: ${words}` },
});

/** Braces that belong to no pair. */
const looseBraces = (text: string): TemplateFault[] =>
  text
    .split('\n')
    .flatMap((words, place) =>
      /[{}]/.test(words.replaceAll(TAG, ''))
        ? [fault(place + 1, null, 'the braces do not make a pair; a field is written as {{field}}')]
        : [],
    );

function faultOfName({ line, name, sign, isAlone }: Tag, kind: LetterKind): TemplateFault[] {
  const { audience } = letterKinds[kind];
  if (!isLetterField(name)) {
    return [fault(line, name, `there is no field “${name}”. This letter may name ${fieldsOfKind(kind).join(', ')}`)];
  }
  const { to, mayBeEmpty, example } = letterField(name);
  if (!to.includes(audience)) {
    return [fault(line, name, `“${name}” may not stand in a letter to ${audiences[audience]}`)];
  }
  if (!isKnownIn(name, kind)) return [fault(line, name, `“${name}” is not known when this letter is written`)];
  if (sign !== '' && !mayBeEmpty) {
    return [fault(line, name, `“${name}” always holds something, so nothing can depend on it`)];
  }
  if (sign === '' && Array.isArray(example) && !isAlone) {
    return [fault(line, name, `“${name}” is a list and stands in a line of its own`)];
  }
  return [];
}

/** Sections open and close in order, one at a time, and what may be empty stands inside its own. */
function faultsOfSections(tags: readonly Tag[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  let open: Tag | null = null;
  for (const tag of tags) {
    const { line, name, sign } = tag;
    if (sign === '#') {
      if (open) faults.push(fault(line, name, `“${name}” begins inside “${open.name}”: one section at a time`));
      else open = tag;
    } else if (sign === '/') {
      if (open?.name !== name) faults.push(fault(line, name, `“${name}” ends here and did not begin`));
      else open = null;
    } else if (isLetterField(name) && letterField(name).mayBeEmpty && open?.name !== name) {
      const around = `{{#${name}}} and {{/${name}}}`;
      faults.push(fault(line, name, `“${name}” may be empty: put ${around} around all that depends on it`));
    }
  }
  return open ? [...faults, fault(open.line, open.name, `“${open.name}” begins here and does not end`)] : faults;
}

/**
 * Everything that is wrong with a template, at once. In: for which kind of letter, and the text. Out: faults, in the
 * order of the lines; none for a text that may be used. Source: `letter-fields.ts`; a template knows no logic but a
 * section around a field that may be empty (house rule).
 */
export function templateFaults(kind: LetterKind, text: string): TemplateFault[] {
  const tags = tagsOf(text);
  const named = tags.flatMap((tag) => faultOfName(tag, kind));
  const wrong = new Set(named.map(({ field }) => field));
  const sections = faultsOfSections(tags).filter(({ field }) => !wrong.has(field));
  return [...looseBraces(text), ...named, ...sections].toSorted((one, other) => one.line - other.line);
}

/** Braces in a letter as it goes out: a field that was not filled. In: the text. Out: faults. Source: house rule. */
export const bracesLeft = (text: string): TemplateFault[] =>
  text
    .split('\n')
    .flatMap((words, place) =>
      /\{\{|\}\}/.test(words)
        ? [fault(place + 1, null, 'braces are left: write the words that belong here instead')]
        : [],
    );

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** A value as it is printed: in one line, or as a list with a line for each. */
const inPrint = (value: FieldValue): string =>
  typeof value === 'string' ? oneLine(value) : (value ?? []).map((item) => `- ${oneLine(item)}`).join('\n');

/**
 * A template with its fields filled: what people wrote stands where the field stood and is not read again, so that
 * braces in it are words. In: a text without faults, and its values. Out: the letter's text. Throws where a field is
 * named that has no value to it. Source: as above.
 */
export function filled(text: string, values: Partial<Record<LetterFieldName, FieldValue>>): string {
  const valueOf = (name: string): string => {
    if (!isLetterField(name) || !Object.hasOwn(values, name)) throw new Error(`No value for the field ${name}`);
    return inPrint(values[name] ?? null);
  };
  const section = /\{\{\s*#\s*(\w+)\s*\}\}([^]*?)\{\{\s*\/\s*\1\s*\}\}/g;
  return text
    .replaceAll('\r\n', '\n')
    .replace(/(?<!\n)$/, '\n')
    .replaceAll(SECTION_LINE, '$1')
    .replaceAll(section, (_, name: string, inside: string) => (valueOf(name) === '' ? '' : inside))
    .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => valueOf(name))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
