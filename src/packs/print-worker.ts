import { readFileSync } from 'node:fs';
import { move } from 'piscina';
import { rested, typeset } from '../platform/paper/typeset.js';
import { templates } from '../platform/web/nunjucks.js';
import { sheetFrom } from './kept-sheet.js';
import type { Paper } from './paper.view.js';

const layout = readFileSync(new URL('views/pack.typ', import.meta.url), 'utf8');
const page = templates().getTemplate('packs/views/pack.njk', true);

/** What both templates print: the sheets read and found to be what was kept, in words alone. */
const printable = (paper: Paper) => ({
  ...paper,
  sheets: paper.sheets.map((kept, place) => {
    const { sent: _, ...words } = sheetFrom(kept);
    return { ...words, version: `Case version ${words.version}`, anchor: `case-${place + 1}` };
  }),
});

/** What is printed: a pack, and for a page whatever stands around it. */
export type Printing = { readonly paper: Paper; readonly [around: string]: unknown };

/** The page as HTML in UTF-8. Whatever people wrote is escaped by the templates. */
export const html = ({ paper, ...around }: Printing): Promise<unknown> =>
  rested(() => move(new TextEncoder().encode(page.render({ ...around, paper: printable(paper) }))));

/** The pack as a PDF. */
export const pdf = ({ paper }: Printing): Promise<unknown> =>
  rested(() => typeset(layout, printable(paper), paper.issuedAt));
