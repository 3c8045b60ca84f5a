import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { questionSets } from '../../src/policy/questions/published-sets.js';

/**
 * One line for each published set, old ones included. Answers are shown with the words that were asked, so a set is never
 * edited once used: when this fails, put the words back and publish a new version beside it.
 */
const fingerprints: Record<string, string> = {
  'child-assessment 2026-11': '32f238bf4643f420049e01410ae9bd7c2529448a8c814c5b03d93eb9a91f8d82',
  'child-assessment 2026-12': 'db13c1b1570f59226fccd3353de4651af7c75c25591ec3730ad8f2b2a4fb3622',
  'child-assessment-short 2026-12': 'f1df04647d5c79acd68200a578d5c2e3baf1c3360accda27f067a1386fded901',
  'hmip-2021-out-of-court 2021-1': 'd16b86070a103381ef626e9b4dce11599082bf3041a6d36efdc11f7556e6cd55',
};

describe('published question sets', () => {
  it('are word for word what they were when they were published', () => {
    const found = questionSets.map(({ id, version, ...rest }) => [
      `${id} ${version}`,
      createHash('sha256')
        .update(JSON.stringify({ id, version, ...rest }))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(fingerprints);
  });
});
