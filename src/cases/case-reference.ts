import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a reference can be read aloud and copied by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that says nothing of child or case but the year: JDP-26-7K2M9Q. */
export const newReference = (today: string): string =>
  `JDP-${today.slice(2, 4)}-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

/** A reference as somebody typed it: spaces, small letters and the letters that are not used are put right. */
export const readReference = (typed: string): string => {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const [, year = '', code = ''] = /^(?:JDP)?(\d{2})([A-Z0-9]{6})$/.exec(bare) ?? [];
  if (!code) return typed.trim().toUpperCase();
  return `JDP-${year}-${code.replaceAll('O', '0').replaceAll(/[IL]/g, '1')}`;
};
