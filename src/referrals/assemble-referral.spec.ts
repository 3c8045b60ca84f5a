import { assembleReferral } from './assemble-referral.js';
import { checkReferral } from './check-referral.js';
import type { DraftAnswers } from './draft-answers.js';
import { nextPage, pageOfFault, previousPage } from './draft-order.js';

const areaId = '018f0000-0000-7000-8000-000000000001';
const childId = '018f0000-0000-7000-8000-000000000002';

const whole: DraftAnswers = {
  start: { panelAreaId: areaId, childIs: 'NEW' },
  child: { givenName: 'Lowri', familyName: 'Pennant', dateOfBirth: '2011-03-27', sex: 'FEMALE' },
  ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF' },
  offences: [
    {
      ...{ date: '2026-10-04', listedClass: 'OTHER', homeOfficeClass: '3A', description: 'Said it on a bus.' },
      indictableOnly: 'YES',
      features: ['NONE'],
      gravity: {
        ...{ isScored: 'YES', edition: 'NPCC-CGM-2025-02', startScore: '2', finalScore: '3' },
        factors: [{ code: 'PLANNED', evidence: 'Messages of the day before.' }],
      },
    },
    {
      date: '2026-10-05',
      listedClass: '46',
      description: 'Took sweets.',
      indictableOnly: 'NOT_KNOWN',
      features: ['HATE'],
    },
  ],
  crime: {
    ...{ crimeReference: '26/1', officer: { name: 'PC Wren Halloway', collarNumber: '1180' } },
    policeStatus: 'VOLUNTARY_ATTENDANCE',
  },
  evidence: { responsibilityStance: 'NO_COMMENT', evidenceSufficient: 'NO', policeInformation: 'Nothing else.' },
  adult: { isNamed: 'NO' },
  victims: [{ kind: 'CHILD', consentToShare: 'NOT_YET_SOUGHT', sameSchoolOrHome: 'YES' }],
};

test('a draft becomes the body that the API takes', () => {
  expect(assembleReferral(whole)).toEqual({
    panelAreaId: areaId,
    child: { ...whole.child, ethnicity: whole.ethnicity },
    offences: [
      {
        ...{ date: '2026-10-04', homeOfficeClass: '3A', description: 'Said it on a bus.', features: [] },
        indictableOnly: true,
        gravity: {
          ...{ edition: 'NPCC-CGM-2025-02', startScore: 2, finalScore: 3 },
          factors: [{ code: 'PLANNED', kind: 'AGGRAVATING', evidence: 'Messages of the day before.' }],
        },
      },
      { date: '2026-10-05', homeOfficeClass: '46', description: 'Took sweets.', features: ['HATE'] },
    ],
    ...whole.crime,
    ...whole.evidence,
    victims: whole.victims,
  });
});

test('a known child stands in place of the answers about a new one', () => {
  const start = { panelAreaId: areaId, childIs: 'KNOWN', childId } as const;
  const body = assembleReferral({ ...whole, start });
  expect([body['childId'], body['child']]).toEqual([childId, undefined]);
});

test('a reason for there being no victim goes once a victim is named', () => {
  const noVictim = { reason: 'Nobody lives there.' };
  expect(assembleReferral({ ...whole, noVictim })).not.toHaveProperty('noIdentifiableVictim');
  expect(assembleReferral({ ...whole, noVictim, victims: [] })).toMatchObject({ noIdentifiableVictim: noVictim });
  expect(assembleReferral({ ...whole, victims: [] })).not.toHaveProperty('victims');
});

test('an appropriate adult is sent when there is one', () => {
  const adult = { isNamed: 'YES', name: 'Mair Pennant', relationship: 'Aunt' } as const;
  expect(assembleReferral({ ...whole, adult })).toMatchObject({
    appropriateAdult: { name: 'Mair Pennant', relationship: 'Aunt' },
  });
  expect(assembleReferral(whole)).not.toHaveProperty('appropriateAdult');
});

test('a draft in order has no fault; one just begun has a fault for each page still to come', async () => {
  expect((await checkReferral(whole, undefined, '2026-11-22')).faults).toEqual([]);
  const { faults } = await checkReferral({ start: whole.start }, undefined, '2026-11-22');
  const pages = new Set(faults.map(({ field }) => pageOfFault(field)));
  expect(pages).toEqual(new Set(['child', 'offences', 'crime', 'evidence', 'victims']));
});

test('the days of a known child are held against the earlier case', async () => {
  const start = { panelAreaId: areaId, childIs: 'KNOWN', childId } as const;
  const { faults } = await checkReferral({ ...whole, start }, '2017-01-01', '2026-11-22');
  expect(faults.map(({ field }) => field)).toEqual(['offences[0].date', 'offences[1].date']);
});

test.each([
  ['child.givenName', 'child'],
  ['child.ethnicity.code', 'ethnicity'],
  ['offences', 'offences'],
  ['offences[1].date', 'offences/2'],
  ['offences.0.gravity.finalScore', 'offences/1/gravity'],
  ['officer.name', 'crime'],
  ['victims[0].kind', 'victims/1'],
  ['noIdentifiableVictim.reason', 'victims'],
  ['childId', 'start'],
])('a fault in %s is mended on the page %s', (field, page) => {
  expect(pageOfFault(field)).toBe(page);
});

test('the form goes on to the first page without answers, and then to the check', () => {
  expect(nextPage({ start: whole.start })).toBe('child');
  expect(nextPage({ start: { panelAreaId: areaId, childIs: 'KNOWN', childId } })).toBe('offences/new');
  const { crime: _, ...withoutCrime } = whole;
  expect(nextPage(withoutCrime)).toBe('crime');
  expect(nextPage({ ...whole, victims: [] })).toBe('victims');
  expect(nextPage(whole)).toBe('check');
});

test.each([
  ['start', null],
  ['child', 'start'],
  ['offences', 'ethnicity'],
  ['offences/2/gravity', 'offences'],
  ['victims/new', 'victims'],
  ['victims', 'adult'],
])('the way back from %s leads to %s', (path, page) => {
  expect(previousPage(path, whole)).toBe(page);
});

test('the first offence of a known child leads back to the start', () => {
  const start = { panelAreaId: areaId, childIs: 'KNOWN', childId } as const;
  expect(previousPage('offences/new', { start })).toBe('start');
});
