import { releaseCalendar } from './bank-holidays.js';
import { closedByWithdrawal, refusalOf } from './victim-consent.js';
import { isOfferOpen } from './victim-offers.js';
import { eitherOf } from './victim-safety.js';
import { tellAskerBy } from './victim-telling.js';

test.each([
  ['YES', 'NO', 'YES'],
  ['NOT_KNOWN', 'YES', 'YES'],
  ['NO', 'NO', 'NO'],
  ['NO', 'NOT_KNOWN', 'NOT_KNOWN'],
] as const)('a school that is %s and a home that is %s are %s of either', (school, home, either) => {
  expect(eitherOf(school, home)).toBe(either);
});

test.each([
  ['no offer', null, false],
  ['an offer that was not made', { answer: null }, false],
  ['an offer without an answer', { offeredOn: '2026-11-02' }, true],
  ['one that is thought about', { offeredOn: '2026-11-02', answer: 'THINKING' }, true],
  ['one that was accepted', { offeredOn: '2026-11-02', answer: 'ACCEPTED' }, true],
  ['one that took place', { offeredOn: '2026-11-02', answer: 'ACCEPTED', tookPlaceOn: '2026-11-20' }, false],
  ['one that was declined', { offeredOn: '2026-11-02', answer: 'DECLINED' }, false],
  ['one that was taken back', { offeredOn: '2026-11-02', answer: 'WITHDRAWN' }, false],
] as const)('%s is open: %#', (_, offer, isOpen) => {
  expect(isOfferOpen(offer)).toBe(isOpen);
});

test('a withdrawal closes all that is open and nothing that is not', () => {
  const all = { hasView: true, offer: { offeredOn: '2026-11-02' }, telling: 'WANTS_TO_BE_TOLD', hasNeeds: true };
  expect(closedByWithdrawal({ ...all, nextContactOn: '2026-12-01' })).toEqual([
    ...['VIEW', 'OFFER', 'TELLING', 'CONTACT', 'NEEDS'],
  ]);
  expect(closedByWithdrawal({ telling: 'TOLD', hasView: false })).toEqual([]);
});

test('a refusal always has a code, and nothing else has one', () => {
  expect(refusalOf('REFUSED', 'FEAR', null)).toBe('FEAR');
  expect(refusalOf('REFUSED', null, 'Has moved away')).toBe('OTHER');
  expect(refusalOf('REFUSED', null, null)).toBe('NOT_RECORDED');
  expect(refusalOf('GIVEN', 'FEAR', 'Words')).toBeNull();
});

test.each([
  ['after they had declined', 'DECLINED', false, '2026-12-04'],
  ['after they had withdrawn, with enhanced rights', 'CONSENT_WITHDRAWN', true, '2026-11-30'],
  ['of whom nothing was recorded', null, false, '2026-12-04'],
  ['of whom it was recorded wrongly that they were told', 'TOLD', false, '2026-11-27'],
] as const)('somebody who asks to be told %s is told in time', (_, before, enhancedRights, by) => {
  const asking = { givenOn: '2026-11-20', today: '2026-11-27', calendar: releaseCalendar };
  expect(tellAskerBy({ ...asking, before, enhancedRights })).toBe(by);
});
