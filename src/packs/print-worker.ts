import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { move } from 'piscina';
import { templates } from '../platform/web/nunjucks.js';
import { sheetFrom } from './kept-sheet.js';
import type { Paper } from './paper.view.js';

const views = fileURLToPath(new URL('views/', import.meta.url));
const layout = readFileSync(`${views}pack.typ`, 'utf8');
const { resolve } = createRequire(import.meta.url);
const font = (weight: string): string => dirname(resolve(`@expo-google-fonts/noto-sans/${weight}/index.js`));
const page = templates().getTemplate('packs/views/pack.njk', true);

/** It may read its own folder of views, and reaches nothing else. */
const compiler = NodeCompiler.create({
  workspace: views,
  fontArgs: [{ fontPaths: [font('400Regular'), font('700Bold')] }],
});

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

const REST_MS = 150;
let restsUntil = 0;

/**
 * Rests a little after a pack, before the next: however many are asked for one after another, those who ask for
 * pages hardly notice.
 */
async function rested<Printed>(print: () => Printed): Promise<Printed> {
  const rest = restsUntil - performance.now();
  if (rest > 0) await setTimeout(rest);
  const printed = print();
  restsUntil = performance.now() + REST_MS;
  return printed;
}

/** The page as HTML in UTF-8. Whatever people wrote is escaped by the templates. */
export const html = ({ paper, ...around }: Printing): Promise<unknown> =>
  rested(() => move(new TextEncoder().encode(page.render({ ...around, paper: printable(paper) }))));

/**
 * The pack as a PDF. What people wrote reaches the layout as data, never as markup, so nothing in it is carried out. It is
 * made to PDF/UA-1 (ISO 14289), which wants every character printable; where a name has a letter that the font has not,
 * the pack is made tagged all the same, without that promise.
 */
export const pdf = ({ paper }: Printing): Promise<unknown> => rested(() => pdfOf(paper));

function pdfOf(paper: Paper): unknown {
  const inputs = { paper: JSON.stringify(printable(paper)) };
  const made = paper.issuedAt ? { creationTimestamp: Math.floor(Date.parse(paper.issuedAt) / 1000) } : {};
  const print = (options: object): Buffer => compiler.pdf({ mainFileContent: layout, inputs }, options);
  try {
    return move(new Uint8Array(printed(print, made)));
  } finally {
    // Nothing of a child stays in the compiler's memory.
    compiler.evictCache(0);
  }
}

function printed(print: (options: object) => Buffer, made: object): Buffer {
  try {
    return print({ ...made, pdfStandard: 'ua-1' });
  } catch {
    return print(made);
  }
}
