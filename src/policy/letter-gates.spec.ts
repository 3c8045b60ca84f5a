import { isOutdated, letterBlockers, toldIn, victimLetterBlockers } from './letter-gates.js';

const drafted = { caseId: 'x', matterId: 'o1', draftedOf: 'o1', draftedAt: '2026-11-23T10:00:00.000Z' };
const [before, after] = ['2026-11-01T10:00:00.000Z', '2026-12-01T10:00:00.000Z'];

test.each([
  ['CHILD_OUTCOME', after, ['LETTER_MATTER_CHANGED']],
  ['VICTIM_OUTCOME', after, ['LETTER_MATTER_CHANGED']],
  ['CHILD_OUTCOME', before, []],
  ['CHILD_OUTCOME', null, []],
  ['CHILD_RIGHTS', before, []],
  ['VICTIM_VIEW', after, ['LETTER_MATTER_CHANGED']],
] as const)('%s that was drafted on 23 November of what changed last at %s: %j', (kind, changedAt, codes) => {
  const facts = { ...drafted, kind, changedAt };
  expect(letterBlockers(facts).map(({ code }) => code)).toEqual(codes);
  expect(isOutdated(facts)).toBe(codes.length > 0);
});

test.each([
  ['CHILD_OUTCOME', after, ['LETTER_MATTER_CHANGED']],
  ['CHILD_OUTCOME', before, []],
  ['POLICE_OUTCOME', after, []],
  ['VICTIM_OUTCOME', after, []],
] as const)('%s that was drafted on 23 November, of which nothing is asked since %s: %j', (kind, endedAt, codes) => {
  const facts = { ...drafted, kind, isOver: true, endedAt };
  expect(letterBlockers(facts).map(({ code }) => code)).toEqual(codes);
  expect(isOutdated(facts)).toBe(false);
});

test.each([
  ['CHILD_OUTCOME', ['OUTCOME', 'AGREEMENT']],
  ['CARER_AGREED', ['AGREEMENT']],
  ['VICTIM_CARER_OUTCOME', ['OUTCOME']],
  ['POLICE_RECOMMENDATION', ['RECOMMENDATION']],
  ['POLICE_NOT_KEPT', ['OUTCOME', 'AGREEMENT', 'FAILURE']],
  ['CHILD_RIGHTS', []],
  ['VICTIM_VIEW', ['MEETING']],
  ['VICTIM_OFFER', ['OFFER']],
  ['VICTIM_CARER_OFFER', ['OFFER']],
] as const)('%s tells of %j', (kind, told) => expect(toldIn(kind)).toEqual(told));

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
