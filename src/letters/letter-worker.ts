import { readFileSync } from 'node:fs';
import { rested, typeset } from '../platform/paper/typeset.js';
import { type LetterSheet, printedLetter } from './letter-sheet.js';

const layout = readFileSync(new URL('views/letter.typ', import.meta.url), 'utf8');

/** The letter as a PDF: of the same sheet the same bytes. */
export const pdf = (sheet: LetterSheet): Promise<unknown> =>
  rested(() => typeset(layout, printedLetter(sheet), sheet.madeAt));
