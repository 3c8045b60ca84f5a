import { letterBlockers } from './letter-gates.js';

test.each([
  ['CHILD_OUTCOME', '2026-12-01T10:00:00.000Z', ['LETTER_MATTER_CHANGED']],
  ['CARER_AGREED', '2026-12-01T10:00:00.000Z', ['LETTER_MATTER_CHANGED']],
  ['POLICE_OUTCOME', '2026-12-01T10:00:00.000Z', ['LETTER_MATTER_CHANGED']],
  ['VICTIM_OUTCOME', '2026-12-01T10:00:00.000Z', []],
  ['CHILD_OUTCOME', '2026-11-01T10:00:00.000Z', []],
  ['CHILD_OUTCOME', null, []],
] as const)('%s that was drafted before what was agreed changed at %s: %j', (kind, agreedAt, codes) => {
  const facts = { caseId: 'x', kind, matterId: 'o1', draftedOf: 'o1', draftedAt: '2026-11-23T10:00:00.000Z', agreedAt };
  expect(letterBlockers(facts).map(({ code }) => code)).toEqual(codes);
});
