import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { questionSets } from '../../src/policy/questions/published-sets.js';

/**
 * One line for each published set, old ones included. Answers are shown with the words that were asked, so a set is never
 * edited once used: when this fails, put the words back and publish a new version beside it.
 */
const fingerprints: Record<string, string> = {
  'child-assessment 2026-11': '32f238bf4643f420049e01410ae9bd7c2529448a8c814c5b03d93eb9a91f8d82',
  'child-assessment 2026-12': 'd4cd78f8dc5d94066f84bb7b1ca7cb4b28a375323b925ba4ce39723621ce603a',
  'child-assessment-short 2026-12': 'a5088adbe79d5dc2f52f43587922847de6d02554d6cc0e7e9684590b6423db73',
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
