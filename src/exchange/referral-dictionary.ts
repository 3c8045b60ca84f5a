import { MOST_OFFENCES, MOST_ROWS, MOST_VICTIMS, referralColumns, type Column } from './referral-columns.js';
import { csvFile } from './safe-csv.js';

/** An empty file with every heading. */
export const templateFile = (): string => csvFile([referralColumns.map(({ name }) => name)]);

const kinds: Record<Column['kind'], string> = {
  TEXT: 'text',
  DAY: 'day, YYYY-MM-DD',
  NUMBER: 'number',
  CODE: 'one code',
  CODES: 'codes, separated by semicolons',
  FACTORS: 'factors, as described',
};

const sensitivities: Record<Column['sensitivity'], string> = {
  OPERATIONAL: 'operational',
  PERSONAL: 'personal data',
  CRIMINAL_OFFENCE: 'criminal offence data',
  SPECIAL_CATEGORY: 'special category',
};

/** A column as a row of its dictionary. */
export function columnRow({ name, kind, meaning, values, limit, required, sensitivity }: Column): string {
  const allowed = [kinds[kind], values?.join(', '), limit && `at most ${limit.toLocaleString('en-GB')} characters`];
  const need = required === true ? 'always' : (required ?? 'no');
  const cells = [`\`${name}\``, meaning.replaceAll('|', '\\|'), allowed.filter(Boolean).join(': ')];
  return `| ${[...cells, need, sensitivities[sensitivity]].join(' | ')} |`;
}

/** The column dictionary, in Markdown: `docs/referral-import.md` is made from it. */
export const referralDictionary = (): string =>
  [
    '# Importing referrals',
    '',
    'Made from `src/exchange/referral-columns.ts`; change that, not this.',
    '',
    'A file is CSV in UTF-8, with or without a byte order mark, at most 10 MB and',
    `${MOST_ROWS.toLocaleString('en-GB')} rows. Commas part the cells; a cell with a comma, a quotation mark or a line`,
    'break stands in quotation marks, and quotation marks inside it are doubled.',
    'The first row holds the headings below, in any order and in large or small letters. Columns that are needed always',
    'must be there; others may be left out; no other column may be there, and none twice.',
    `Each row below is one referral of one child, with up to ${MOST_OFFENCES} offences and ${MOST_VICTIMS} victims.`,
    'What nobody knows is written NOT_KNOWN where that stands among the codes; an empty cell says nothing at all.',
    'Faults are named by row, counted as a spreadsheet does (the headings are row 1), and by column.',
    '',
    'A dry run shows every fault and the children already known who may be the ones described. Then the file is imported',
    'whole or not at all. It can be undone while nobody has built on any of it: every case is still as referred.',
    'The same file is not taken twice while its first import stands.',
    '',
    '| column | meaning | what may be written | needed | sensitivity |',
    '|---|---|---|---|---|',
    ...referralColumns.map(columnRow),
    '',
  ].join('\n');
