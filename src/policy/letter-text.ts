/** A part of a letter as it is set: a paragraph with its lines, or a list. */
export type LetterBlock =
  | { readonly kind: 'PARAGRAPH'; readonly lines: readonly string[] }
  | { readonly kind: 'LIST'; readonly isNumbered: boolean; readonly items: readonly string[] };

const BULLET = /^\s*[-•*]\s+/;
const NUMBER = /^\s*\d{1,2}[.)]\s+/;

const kindOf = (line: string): 'BULLET' | 'NUMBER' | 'WORDS' =>
  BULLET.test(line) ? 'BULLET' : NUMBER.test(line) ? 'NUMBER' : 'WORDS';

/** Lines of one kind that follow each other. */
function runs(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && kindOf(last[0]) === kindOf(line)) last.push(line);
    else found.push([line]);
  }
  return found;
}

function blockOf(lines: readonly string[]): LetterBlock {
  const kind = kindOf(lines[0] ?? '');
  if (kind === 'WORDS') return { kind: 'PARAGRAPH', lines: lines.map((line) => line.trim()) };
  const mark = kind === 'BULLET' ? BULLET : NUMBER;
  return {
    ...{ kind: 'LIST', isNumbered: kind === 'NUMBER' },
    items: lines.map((line) => line.replace(mark, '').trim()),
  };
}

/**
 * The text of a letter in parts. Blank lines part paragraphs; lines that begin with a dash, a dot or a number are a
 * list; nothing else means anything. In: the text. Out: its parts, in words alone. Source: house rule.
 */
export const letterBlocks = (text: string): LetterBlock[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .flatMap((lines) => runs(lines).map(blockOf));
