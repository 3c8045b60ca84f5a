import { type DecisionDays, daysOutOfOrder } from './decision-days.js';

const days = {
  ...{ recommendedOn: '2026-11-03', decidedOn: '2026-11-04', consentOn: '2026-11-05', givenOn: '2026-11-06' },
  victimInformedOn: '2026-11-07',
};
const faulty = (changed: DecisionDays) =>
  daysOutOfOrder({ ...days, ...changed }).map(({ earlier, later }) => `${earlier},${later}`);

test.each<[string, DecisionDays, string[]]>([
  ['in their order are right', {}, []],
  ['that are all the same are right', Object.fromEntries(Object.keys(days).map((day) => [day, '2026-11-06'])), []],
  ['that are not known are not held against another', { decidedOn: null, givenOn: '', consentOn: undefined }, []],
  ['of a decision before the meeting are wrong', { decidedOn: '2026-11-02' }, ['recommendedOn,decidedOn']],
  [
    'of an outcome before the decision are wrong',
    { decidedOn: '2026-11-07', victimInformedOn: null },
    ['decidedOn,givenOn'],
  ],
  ['of an agreement after the outcome are wrong', { consentOn: '2026-11-07' }, ['consentOn,givenOn']],
  ['of a victim told before the outcome are wrong', { victimInformedOn: '2026-11-05' }, ['givenOn,victimInformedOn']],
])('days %s', (_, changed, expected) => {
  expect(faulty(changed)).toEqual(expected);
});
