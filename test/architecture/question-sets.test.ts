import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { questionSets } from '../../src/policy/questions/published-sets.js';

/**
 * One line for each published set, old ones included. Answers are shown with the words that were asked, so a set is never
 * edited once used: when this fails, put the words back and publish a new version beside it.
 */
const fingerprints: Record<string, string> = {
  'child-assessment 2026-11': '32f238bf4643f420049e01410ae9bd7c2529448a8c814c5b03d93eb9a91f8d82',
  'child-assessment 2026-12': 'e172d283904102220f9050f6bcb3d78805fbf8e531665388357ec2794ef03ec4',
  'child-assessment-short 2026-12': 'dfffaa490426d21be24196f4cc96c58821000b55a0f9a48fcb7efc91d6a16a77',
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
