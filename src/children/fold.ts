/** Letters that keep their mark when accents are taken off, as people without that key write them. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', å: 'a', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ŋ: 'ng' },
  ...{ ı: 'i', ĸ: 'k', ſ: 's', ə: 'e' },
};

/**
 * A name as it is compared and searched: small letters, no accents, no apostrophes, and one blank for any run of blanks,
 * hyphens or other signs. “O’Brien-Łuczak” is “obrien luczak”.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘ʼ`´]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/[^\x20-\x7e]/gu, (letter) => letters[letter] ?? letter)
    .trim();

export type Named = { readonly givenName: string; readonly familyName: string };

/** Given and family name folded, in that order. */
export const fullName = ({ givenName, familyName }: Named): string => foldName(`${givenName} ${familyName}`);

/** Family and given name folded, in that order. */
export const swappedName = ({ givenName, familyName }: Named): string => foldName(`${familyName} ${givenName}`);

/** Everything by whose beginning a child is found: each name, each part of one, and both names in either order. */
export function searchTerms(child: Named): string[] {
  const names = [foldName(child.givenName), foldName(child.familyName)];
  const terms = [...names, fullName(child), swappedName(child), ...names.flatMap((name) => name.split(' '))];
  return [...new Set(terms)].filter((term) => term !== '');
}
