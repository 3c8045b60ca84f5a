/** What a spreadsheet would run as a formula, in full-width letters too (OWASP ASVS 5.0, 1.2.10). */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

/** One cell of a file we send: never a formula, quoted where commas, quotation marks or line breaks ask for it. */
export function csvCell(value: string): string {
  const safe = RUNS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole file, with the mark by which Excel knows that it is UTF-8. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
