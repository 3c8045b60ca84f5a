/** A code as words: `NOT_COMPLETED` as `not completed`. In: a code. Out: words. Source: the codes themselves. */
export const said = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/**
 * A disposal in the trail, which holds its code: what an administrator called it as they wrote it, else the code in words.
 * In: a name or a code. Out: words. Source: the editions of disposals.
 */
export const disposalSaid = (disposal: string): string => (/^[A-Z0-9_]+$/.test(disposal) ? said(disposal) : disposal);

/** What a table calls a code; the code in words where it does not know it. In: names, a code. Out: words. Source: the table. */
export const named = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? said(code);
