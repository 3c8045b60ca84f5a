import { MOST_ROWS } from './referral-columns.js';
import { columnRow } from './referral-dictionary.js';
import { resolutionColumns } from './resolution-columns.js';
import { csvFile } from './safe-csv.js';

/** An empty file with every heading. */
export const resolutionTemplate = (): string => csvFile([resolutionColumns.map(({ name }) => name)]);

/** The column dictionary, in Markdown: `docs/resolution-import.md` is made from it. */
export const resolutionDictionary = (): string =>
  [
    '# Importing police-issued resolutions',
    '',
    'Made from `src/exchange/resolution-columns.ts`; change that, not this.',
    '',
    `A file is as for [referrals](referral-import.md): CSV in UTF-8, at most 10 MB and ${MOST_ROWS.toLocaleString('en-GB')} rows.`,
    'Each row is one community resolution that police issued to one child without the panel. It makes a record of the',
    'child; who is the same as a child already known, a person decides afterwards, and from then on it counts for that',
    'child. A dry run shows every fault, what local rules say of each row, and the children already known who may be the',
    'ones described. Then the file is imported whole or not at all. It can be undone while nothing else was recorded on',
    'any of its children and none of its resolutions was drawn for review.',
    '',
    '| column | meaning | what may be written | needed | sensitivity |',
    '|---|---|---|---|---|',
    ...resolutionColumns.map(columnRow),
    '',
  ].join('\n');
