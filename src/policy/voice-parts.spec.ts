import { hasWords, partsOf } from './voice-parts.js';

test('something was said when there are words, or any one part of that speaker', () => {
  expect(hasWords('CHILD', {})).toBe(false);
  expect(hasWords('CHILD', { words: '  ', account: '', causes: null })).toBe(false);
  expect(hasWords('CHILD', { words: 'I am sorry' })).toBe(true);
  for (const [part] of partsOf('CHILD')) expect([part, hasWords('CHILD', { [part]: 'I' })]).toEqual([part, true]);
  for (const [part] of partsOf('CARER')) expect([part, hasWords('CARER', { [part]: 'We' })]).toEqual([part, true]);
});

test('a part of the other speaker is not one of theirs', () => {
  expect(hasWords('CARER', { causes: 'I was angry' })).toBe(false);
  expect(hasWords('CHILD', { familyNeeds: 'Help in the mornings' })).toBe(false);
});
