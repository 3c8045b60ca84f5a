import { type CaseDay, type CaseDays, daysOutOfOrder } from './case-days.js';

const days = {
  ...{ offenceOn: '2026-10-01', referredOn: '2026-10-05', sentOn: '2026-10-06', receivedOn: '2026-10-20' },
  heardOn: '2026-10-07',
  ...{ recommendedOn: '2026-11-03', decidedOn: '2026-11-04', consentOn: '2026-11-05', startedOn: '2026-11-05' },
  ...{
    actionStartsOn: '2026-11-05',
    happenedOn: '2026-11-05',
    contactOn: '2026-11-05',
    endedOn: '2026-11-06',
    activityEndedOn: '2026-11-06',
  },
  ...{ givenOn: '2026-11-06', victimInformedOn: '2026-11-07', variedOn: '2026-11-08', bailDate: '2026-11-09' },
  ...{ conditionDueOn: '2026-11-20', actionDueOn: '2026-11-20', dueOn: '2026-11-21' },
} satisfies Record<CaseDay, string>;

const faulty = (changed: CaseDays) =>
  daysOutOfOrder(changed)
    .map(({ earlier, later }) => `${earlier},${later}`)
    .toSorted();

test.each<[string, CaseDays]>([
  ['in their order', days],
  ['that are all the same', Object.fromEntries(Object.keys(days).map((day) => [day, '2026-11-06']))],
  ['of which none is known', Object.fromEntries(Object.keys(days).map((day, place) => [day, place % 2 ? null : '']))],
])('days %s are right', (_, right) => {
  expect(faulty(right)).toEqual([]);
});

/** Moved before all others, a day is in the wrong order with each of these. */
const must: Record<CaseDay, readonly CaseDay[]> = {
  ...{ offenceOn: [], referredOn: [], recommendedOn: [] },
  ...{
    bailDate: ['offenceOn'],
    heardOn: ['offenceOn'],
    sentOn: ['referredOn'],
    receivedOn: ['sentOn'],
    decidedOn: ['recommendedOn'],
  },
  ...{ consentOn: ['decidedOn'], startedOn: ['decidedOn'], actionStartsOn: ['decidedOn'], happenedOn: ['decidedOn'] },
  ...{ activityEndedOn: [], contactOn: [], variedOn: ['decidedOn'], endedOn: ['contactOn', 'decidedOn', 'startedOn'] },
  ...{
    givenOn: ['activityEndedOn', 'consentOn', 'decidedOn'],
    conditionDueOn: ['givenOn'],
    victimInformedOn: ['givenOn'],
  },
  actionDueOn: ['actionStartsOn', 'decidedOn', 'startedOn', 'variedOn'],
  dueOn: ['actionDueOn', 'startedOn', 'variedOn'],
};

test.each(Object.entries(must))('a day of %s before all others is out of order with %j', (day, earlier) => {
  const faults = faulty({ ...days, [day]: '2026-01-01' }).filter((pair) => pair.endsWith(`,${day}`));
  expect(faults).toEqual(earlier.map((one) => `${one},${day}`));
});

test('every fault says in words what cannot be', () => {
  const reversed = Object.fromEntries(
    Object.entries(days).map(([day, at]) => [day, `20${99 - Number(at.slice(8))}-01-01`]),
  );
  for (const { message } of daysOutOfOrder(reversed)) expect(message).toMatch(/(cannot|can be|must) .*before/);
  expect(daysOutOfOrder(reversed).length).toBeGreaterThan(10);
});
