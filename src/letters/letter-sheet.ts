import { fingerprintOf } from '../packs/fingerprint.js';
import { audiences, letterKinds, type LetterKind } from '../policy/letters.js';
import type { LetterLook } from '../policy/letter-look.js';
import { type LetterBlock, letterBlocks } from '../policy/letter-text.js';
import { dayInWords } from '../platform/web/words.js';

/**
 * Everything that is printed of a letter. It is kept as text, so that a reprint is the same whatever becomes of the
 * case.
 */
export type LetterSheet = LetterLook & {
  readonly kind: LetterKind;
  readonly heading: string;
  readonly text: string;
  readonly panelName: string;
  readonly reference: string;
  /** The day that stands at its head. */
  readonly day: string;
  /** The day of the letter that it puts right. */
  readonly corrects: string | null;
  /** When it was written, for the date of the file. */
  readonly madeAt: string;
};

export type SheetKept = { readonly id: string; readonly sheet: string; readonly fingerprint: string };

/** The sheet of a letter that was sent. One that is not what was kept is never shown: throws. */
export function keptSheet({ id, sheet, fingerprint }: SheetKept): LetterSheet {
  if (fingerprintOf(sheet) !== fingerprint) throw new Error(`The letter ${id} is not what was kept`);
  return draftSheet(sheet);
}

export const draftSheet = (sheet: string): LetterSheet => JSON.parse(sheet) as LetterSheet;

/** A letter as both its page and its PDF print it: words alone. */
export type LetterPrinted = {
  readonly heading: string;
  readonly day: string;
  readonly from: string;
  readonly corrects: string | null;
  readonly blocks: readonly LetterBlock[];
  readonly isLarge: boolean;
  readonly paper: string | null;
  /** Printed over every sheet of a letter between services. */
  readonly marking: string | null;
  readonly filing: string;
};

export function printedLetter(sheet: LetterSheet): LetterPrinted {
  const { kind, heading, text, panelName, reference, day, corrects, isLarge, paper } = sheet;
  return {
    ...{ heading, isLarge, paper, from: panelName, day: dayInWords(day), blocks: letterBlocks(text) },
    corrects: corrects && `This letter takes the place of our letter of ${dayInWords(corrects)}.`,
    marking: letterKinds[kind].audience === 'POLICE' ? 'Official-Sensitive' : null,
    filing: `For the worker: file under ${reference}`,
  };
}

/** A sheet as the API sends it: the text as it stands, and its parts. */
export const sheetSent = (sheet: LetterSheet): object => ({
  ...sheet,
  to: audiences[letterKinds[sheet.kind].audience],
  blocks: letterBlocks(sheet.text),
});
