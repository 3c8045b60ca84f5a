/** A code as words: `NOT_COMPLETED` as `not completed`. In: a code. Out: words. Source: the codes themselves. */
export const said = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** What a table calls a code; the code in words where it does not know it. In: names, a code. Out: words. Source: the table. */
export const named = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? said(code);
