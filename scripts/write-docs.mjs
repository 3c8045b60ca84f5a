/** Writes the documents that are made from the built service; with --check says whether they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { referralDictionary } from '../dist/exchange/referral-dictionary.js';
import { resolutionDictionary } from '../dist/exchange/resolution-dictionary.js';
import { lifecyclePicture } from '../dist/policy/lifecycle-picture.js';
import { rulesTable } from '../dist/policy/rules-table.js';
import { openApiText } from './openapi-text.mjs';

const made = {
  'lifecycle.md': lifecyclePicture(),
  'rules.md': rulesTable(),
  'referral-import.md': referralDictionary(),
  'resolution-import.md': resolutionDictionary(),
  'openapi.json': await openApiText(),
};

const isCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(made)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (!isCheck) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`docs/${name} is stale: run npm run build && npm run docs\n`);
    process.exitCode = 1;
  }
}
