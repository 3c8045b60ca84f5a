import { childLook, type PaperColour, paperColours } from './child-look.js';
import { adjustments } from './communication.js';
import type { Wording } from './letters.js';

/** How a letter is set and worded. */
export type LetterLook = {
  readonly wording: Wording;
  readonly isLarge: boolean;
  /** The colour behind the words, or null for white. */
  readonly paper: PaperColour | null;
};

export const usualLook: LetterLook = { wording: 'USUAL', isLarge: false, paper: null };

/** The colours of paper, with the words people read. */
export const paperNames = Object.fromEntries(
  paperColours.map((colour) => [colour, `${colour.charAt(0)}${colour.slice(1).toLowerCase()}`]),
) as Readonly<Record<PaperColour, string>>;

type Answered = Readonly<Record<string, unknown>>;

/**
 * How a letter to a child looks and reads, by the adjustments that the child needs; a person may choose otherwise. In:
 * the answers of the assessment, of any set. Out: the look. Source: `child-look.ts`.
 */
export function lookForChild(answers: Answered): LetterLook {
  const { isLarge, isShort, paper } = childLook(answers);
  return { wording: isShort ? 'SHORT' : 'USUAL', isLarge, paper };
}

/**
 * What whoever hands the letter over needs to know: every adjustment recorded, in words. In: as above. Out: sentences.
 * Source: `communication.ts`.
 */
export function adjustmentsNeeded(answers: Answered): string[] {
  const needs = answers['adjustments'];
  const more = answers['adjustments-more'];
  const named = (Array.isArray(needs) ? needs : []).flatMap((need) =>
    Object.hasOwn(adjustments, String(need)) ? [adjustments[String(need) as keyof typeof adjustments]] : [],
  );
  return [...named, ...(typeof more === 'string' && more.trim() && named.length > 0 ? [more.trim()] : [])];
}
