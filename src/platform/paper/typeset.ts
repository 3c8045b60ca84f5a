import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { move } from 'piscina';

const { resolve } = createRequire(import.meta.url);
const font = (weight: string): string => dirname(resolve(`@expo-google-fonts/noto-sans/${weight}/index.js`));

/** One for the thread, whatever it prints. It may read this folder, and reaches nothing else. */
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('./', import.meta.url)),
  fontArgs: [{ fontPaths: [font('400Regular'), font('700Bold')] }],
});

const REST_MS = 250;
let restsUntil = 0;

/**
 * Rests after a print, before the next, twice as long as it took and a quarter of a second at least: however many are
 * asked for one after another, those who ask for pages hardly notice.
 */
export async function rested<Printed>(print: () => Printed): Promise<Printed> {
  const rest = restsUntil - performance.now();
  if (rest > 0) await setTimeout(rest);
  const began = performance.now();
  const printed = print();
  const ended = performance.now();
  restsUntil = ended + Math.max(REST_MS, 2 * (ended - began));
  return printed;
}

/**
 * A layout of Typst, filled with `paper`, as a PDF of the time `madeAt`: the same paper of the same time is the same
 * bytes. What people wrote reaches the layout as data, never as markup, so nothing in it is carried out. It is made to
 * PDF/UA-1 (ISO 14289), which wants every character printable; where a name has a letter that the font has not, it is
 * made tagged all the same, without that promise.
 */
export function typeset(layout: string, paper: object, madeAt: string | null): unknown {
  const inputs = { paper: JSON.stringify(paper) };
  const made = madeAt ? { creationTimestamp: Math.floor(Date.parse(madeAt) / 1000) } : {};
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
