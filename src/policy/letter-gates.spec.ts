import { letterBlockers, victimLetterBlockers } from './letter-gates.js';

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

test.each([
  ['VICTIM_VIEW', 'PERSON', null, []],
  ['VICTIM_VIEW', 'BUSINESS', 'USUAL', []],
  ['VICTIM_VIEW', 'CHILD', 'SHORT', []],
  ['VICTIM_VIEW', 'CHILD', 'USUAL', ['LETTER_MATTER_CHANGED']],
  ['VICTIM_VIEW', 'PERSON', 'SHORT', ['LETTER_MATTER_CHANGED']],
  ['VICTIM_VIEW', 'AGE_NOT_KNOWN', null, ['VICTIM_AGE_NOT_KNOWN']],
  ['VICTIM_VIEW', null, null, ['VICTIM_AGE_NOT_KNOWN']],
  ['VICTIM_CARER_VIEW', 'CHILD', 'USUAL', []],
  ['VICTIM_CARER_VIEW', 'PERSON', null, ['VICTIM_LETTER_NOT_WANTED']],
  ['VICTIM_CARER_VIEW', 'AGE_NOT_KNOWN', null, ['VICTIM_AGE_NOT_KNOWN']],
] as const)('%s where a %s was harmed, drafted in the words %s: %j', (kind, harmed, draftedIn, codes) => {
  const facts = { caseId: 'x', victimId: 'v', kind, harmed, draftedIn, consent: 'GIVEN', viewStatus: 'NOT_YET_SOUGHT' };
  expect(victimLetterBlockers({ ...facts, isPastPanel: false }).map(({ code }) => code)).toEqual(codes);
});
