import { expect, it } from '@jest/globals';
import { countPrompts } from './prompt-counts.js';
import { currentQuestionSet } from './questions/published-sets.js';

const set = currentQuestionSet('hmip-2021-out-of-court');

it('counts each answer to a prompt, under both denominators', () => {
  const given = ['YES', 'YES', 'NO', 'UNCLEAR', 'NOT_APPLICABLE'].map((answer) => ({ '3.1.1h': answer }));
  const counted = countPrompts(set, [...given, {}]);
  expect(counted.find(({ ref }) => ref === '3.1.1h')).toMatchObject({
    ...{ yes: 2, no: 1, unclear: 1, notApplicable: 1, applicable: 4, all: 5 },
    ...{ percentOfApplicable: 50, percentOfAll: 40 },
  });
});

it('counts prompts alone: neither key questions nor their evidence', () => {
  const refs = countPrompts(set, []).map(({ ref }) => ref);
  expect(refs).toHaveLength(38);
  expect(refs.filter((ref) => !/[a-z]$/.test(ref) || ref.includes('evidence'))).toEqual([]);
  expect(countPrompts(set, [])[0]).toMatchObject({ all: 0, percentOfAll: null, percentOfApplicable: null });
});
