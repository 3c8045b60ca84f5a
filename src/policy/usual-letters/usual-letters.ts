import type { LetterKind } from '../letters.js';
import { toCarer } from './to-carer.js';
import { toChild } from './to-child.js';
import { toPolice } from './to-police.js';
import { toVictim } from './to-victim.js';
import { toVictimCarer } from './to-victim-carer.js';
import type { UsualLetter } from './usual-letter.js';

/**
 * The template of every kind until an administrator writes another. In: nothing. Out: templates by kind. Source: our
 * own words; Leicester City Youth Justice Plan 2025 to 2030, section 9 (writing to the child in plain words).
 */
export const usualLetters: Readonly<Record<LetterKind, UsualLetter>> = {
  ...toChild,
  ...toCarer,
  ...toVictim,
  ...toVictimCarer,
  ...toPolice,
};
