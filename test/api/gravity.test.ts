import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { changeDisposal, changeOf, pledge } from '../support/disposals-story.js';
import { listCase, placeOf, recommendation } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase, referral } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let police: Colleague;
let chair: Colleague;
let lead: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  police = await team.as('YJS_POLICE_OFFICER');
  chair = await team.as('PANEL_CHAIR');
  lead = await team.as('QA_LEAD');
});
afterAll(() => service.stop());

const factor = (code: string, kind: string, evidence = 'Said so in interview.') => ({ code, kind, evidence });
const scoring = (startScore: number, finalScore: number, factors: object[] = []) => ({
  ...{ edition: 'NPCC-CGM-2025-02', startScore, finalScore, factors },
});
const offence = (gravity?: object) => ({
  ...{ date: '2026-09-12', homeOfficeClass: '46', description: 'Took make-up from a shop', features: [] },
  ...(gravity ? { gravity } : {}),
});
const scored = async (caseId: string) => (await chair.api.get(`/api/cases/${caseId}/gravity`)).body.items;
async function unscored() {
  const { caseId } = await referCase(team, { offences: [offence()] });
  const [{ offenceId }] = await scored(caseId);
  return {
    caseId,
    at: `/api/cases/${caseId}/offences/${offenceId}/gravity`,
    page: `/cases/${caseId}/offences/${offenceId}/gravity`,
  };
}

describe('the gravity of an offence', () => {
  test('is read by everybody on the panel: start, each factor in words with its evidence, the final score and what it points to', async () => {
    const factors = [factor('REMORSE', 'MITIGATING', 'Wrote a letter.'), factor('youth', 'MITIGATING', 'Is eleven.')];
    const { caseId } = await referCase(team, { offences: [offence(scoring(3, 2, factors)), offence()] });
    const [one, other] = await scored(caseId);
    expect(one).toMatchObject({
      ...{ position: 1, edition: 'NPCC-CGM-2025-02', startScore: 3, finalScore: 2, warnings: [] },
      factors: [
        { code: 'REMORSE', name: 'The child is sorry, or has begun to put it right', evidence: 'Wrote a letter.' },
        { code: 'youth', name: 'youth', kind: 'MITIGATING' },
      ],
      pointsTo: ['COMMUNITY_RESOLUTION', 'OUTCOME_22', 'OUTCOME_20', 'OUTCOME_21', 'OUTCOME_23'],
    });
    expect(other).toMatchObject({ position: 2, finalScore: null, pointsTo: [], warnings: [] });
    const browser = await browserOf(service, team, chair);
    const page = (await browser.get(`/cases/${caseId}/gravity`)).text;
    for (const words of [
      ...['NPCC Child Gravity Matrix, February 2025', '3 (Youth caution)', 'Wrote a letter.', 'Not scored'],
      ...['Mitigates: The child is sorry', 'Community resolution; Outcome 22', 'by this service, not by the matrix'],
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('/offences/');
    expect((await browser.get(`/cases/${caseId}`)).text).toContain('The child is sorry');
  });

  test('is what a person set, whatever the factors are; what is odd is said and stops nobody', async () => {
    const { caseId, at } = await unscored();
    const up = [factor('WEAPON', 'AGGRAVATING'), factor('PLANNED', 'AGGRAVATING'), factor('HATE', 'AGGRAVATING')];
    const far = await police.api.put(at, { ...scoring(2, 5, up), version: 1 });
    expect([far.status, far.body.warnings]).toMatchObject([200, [{ code: 'GRAVITY_MOVED_FAR' }]]);
    const stays = await police.api.put(at, { ...scoring(2, 2, up), version: 2 });
    expect([stays.status, stays.body.warnings]).toEqual([200, []]);
    expect(await scored(caseId)).toMatchObject([{ startScore: 2, finalScore: 2, warnings: [] }]);
    const moved = await police.api.put(at, { ...scoring(2, 3), version: 3 });
    expect(moved.body.warnings).toMatchObject([{ code: 'GRAVITY_MOVED_WITHOUT_FACTOR' }]);
    const shown = (await (await browserOf(service, team, police)).get(`/cases/${caseId}/gravity`)).text;
    expect(shown).toContain('moved from 2 to 3 and no factor was given');
  });

  test('keeps the list of the edition by which it was scored, and another can be asked for', async () => {
    const { caseId, at, page } = await unscored();
    const older = { ...scoring(2, 2, [factor('REMORSE', 'MITIGATING')]), edition: 'NPCC-CGM-2023-10', version: 1 };
    expect((await police.api.put(at, older)).status).toBe(200);
    const browser = await browserOf(service, team, police);
    const form = (await browser.get(page)).text;
    expect(form).toMatch(/<option value="NPCC-CGM-2023-10" selected/);
    expect(form).toContain('?edition=NPCC-CGM-2025-02');
    expect((await browser.get(`${page}?edition=NPCC-CGM-2025-02`)).text).toMatch(
      /<option value="NPCC-CGM-2025-02" selected/,
    );
    expect((await browser.get(`${page}?edition=nonsense`)).text).toMatch(/<option value="NPCC-CGM-2023-10" selected/);
    expect((await scored(caseId))[0].edition).toBe('NPCC-CGM-2023-10');
  });

  test('is scored on its page: a factor says itself whether it aggravates, and one written in other words stays', async () => {
    const written = scoring(2, 2, [factor('loud', 'AGGRAVATING', 'Shouted.')]);
    const { caseId } = await referCase(team, { offences: [offence(written)] });
    const page = `/cases/${caseId}/offences/${(await scored(caseId))[0].offenceId}/gravity`;
    const browser = await browserOf(service, team, police);
    expect((await browser.get(page)).text).toContain('Aggravates: loud');
    const typed = {
      ...{ edition: 'NPCC-CGM-2025-02', startScore: '2', finalScore: '3', indictableOnly: 'NO', features: ['NONE'] },
      ...{ 'factors[0][code]': 'loud', 'factors[0][evidence]': 'Shouted.' },
      ...{ 'factors[1][code]': 'FIRST_CONTACT', 'factors[1][evidence]': 'No record.' },
    };
    const without = await browser.fill(page, { ...typed, 'factors[1][evidence]': '' });
    expect([without.status, /Enter what shows/.test(without.text)]).toEqual([422, true]);
    expect((await browser.fill(page, { ...typed, 'factors[1][code]': 'made up' })).status).toBe(422);
    const twice = await browser.fill(page, { ...typed, 'factors[1][code]': 'loud' });
    expect([twice.status, /“loud” is given twice/.test(twice.text)]).toEqual([422, true]);
    const sent = await browser.fill(page, typed);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/cases/${caseId}/gravity`]);
    expect((await scored(caseId))[0].factors).toMatchObject([
      { code: 'loud', kind: 'AGGRAVATING' },
      { code: 'FIRST_CONTACT', kind: 'MITIGATING' },
    ]);
  });

  test('says who scored it and when, and keeps every scoring before the last', async () => {
    const officer = await team.as('REFERRING_OFFICER');
    const { caseId } = await referCase(team, { offences: [offence(scoring(2, 2, [factor('REMORSE', 'MITIGATING')]))] });
    const [first] = await scored(caseId);
    expect(first).toMatchObject({ scoredBy: officer.actor.name, scoredAt: expect.any(String), earlierScorings: [] });
    const at = `/api/cases/${caseId}/offences/${first.offenceId}/gravity`;
    const up = scoring(2, 3, [factor('PLANNED', 'AGGRAVATING', 'Messages of the day before.')]);
    expect((await police.api.put(at, { ...up, version: 1 })).status).toBe(200);
    const { body } = await chair.api.get(at);
    expect(body).toMatchObject({
      ...{ finalScore: 3, scoredBy: police.actor.name },
      earlierScorings: [
        {
          ...{ edition: 'NPCC-CGM-2025-02', startScore: 2, finalScore: 2, scoredBy: officer.actor.name },
          ...{ scoredAt: first.scoredAt, factors: [{ code: 'REMORSE', evidence: 'Said so in interview.' }] },
        },
      ],
    });
    const page = (await (await browserOf(service, team, chair)).get(`/cases/${caseId}/gravity`)).text;
    for (const words of [
      'Scored by',
      police.actor.name,
      'Earlier scorings',
      officer.actor.name,
      'Said so in interview.',
    ]) {
      expect(page).toContain(words);
    }
  });

  test('takes no factor that its list contradicts, in a scoring or in a referral', async () => {
    const { caseId, at } = await unscored();
    const remorse = factor('REMORSE', 'MITIGATING');
    const refused: [object[], string][] = [
      [[factor('REMORSE', 'AGGRAVATING')], 'factors[0].kind'],
      [[remorse, factor('PLANNED', 'AGGRAVATING'), remorse], 'factors[2].code'],
      [[remorse, factor('NOT_A_FACTOR', 'AGGRAVATING')], 'factors[1].code'],
    ];
    for (const [factors, field] of refused) {
      const { status, body } = await police.api.put(at, { ...scoring(2, 2, factors), version: 1 });
      expect([status, body.errors]).toMatchObject([400, [{ field }]]);
    }
    expect(await scored(caseId)).toMatchObject([{ version: 1, finalScore: null, factors: [] }]);
    const officer = await team.as('REFERRING_OFFICER');
    const sent = referral(team.areaId, { offences: [offence(scoring(2, 2, [factor('REMORSE', 'AGGRAVATING')]))] });
    const { status, body } = await officer.api.post('/api/referrals', sent);
    expect([status, body.errors]).toMatchObject([400, [{ field: 'offences[0].gravity.factors[0].kind' }]]);
    const risen = await police.api.put(at, { ...scoring(2, 3, [remorse]), version: 1 });
    expect([risen.status, risen.body.warnings]).toMatchObject([200, [{ code: 'GRAVITY_MOVED_WITHOUT_FACTOR' }]]);
  });

  test('that comes with a mark for which the prosecutor may be needed unsays that nobody is needed', async () => {
    const police = await team.as('YJS_POLICE_OFFICER');
    const { caseId, at } = await unscored();
    const authority = async () => (await police.api.get(`/api/cases/${caseId}/police-information`)).body.cpsAuthority;
    expect(await authority()).toBe('NOT_NEEDED');
    done('Unmarked', await police.api.put(at, { ...scoring(2, 2), features: ['KNIFE'], version: 1 }));
    expect(await authority()).toBe('NOT_NEEDED');
    done('Marked', await police.api.put(at, { ...scoring(2, 2), features: ['HATE'], version: 2 }));
    expect(await authority()).toBe('NOT_KNOWN');
    const [{ marksBefore, earlierScorings }] = await scored(caseId);
    expect([marksBefore, earlierScorings[0].marksBefore]).toEqual([
      { features: ['KNIFE'], indictableOnly: false },
      { features: [], indictableOnly: false },
    ]);
    done('The same', await police.api.put(at, { ...scoring(2, 3), version: 3 }));
    expect((await scored(caseId))[0].marksBefore).toBeNull();
    const { text } = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/gravity`);
    expect(text).toContain('Marked until then');
    expect(text).toContain('Knife or other weapon');
  });

  test('is read by nobody of another area', async () => {
    const { caseId } = await unscored();
    const far = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Derby') });
    expect((await far.api.get(`/api/cases/${caseId}/gravity`)).status).toBe(404);
    expect((await team.administrator.api.get(`/api/cases/${caseId}/gravity`)).status).toBe(403);
  });
});

describe('departures from what the score points to', () => {
  test('are counted by direction, per panel area and period, for those who read audits', async () => {
    const recommended = async (score: number, disposal: string): Promise<void> => {
      const { caseId } = await referCase(team, { offences: [offence(scoring(score, score))] });
      await prepareCase(team, caseId);
      await signOff(team, caseId);
      const meetingId = await listCase(team, caseId);
      const { version } = await placeOf(team, caseId);
      const sent = recommendation(meetingId, version, { disposal });
      const { status, text } = await chair.api.post(`/api/cases/${caseId}/recommendation`, sent);
      expect([status, text]).toEqual([201, expect.any(String)]);
    };
    await recommended(2, 'COMMUNITY_RESOLUTION');
    await recommended(2, 'YOUTH_CAUTION');
    await recommended(3, 'COMMUNITY_RESOLUTION');
    await recommended(4, 'NO_FURTHER_ACTION');
    await recommended(2, 'OUTCOME_20');
    const period = 'from=2026-11-23&to=2026-11-23';
    const { status, body } = await lead.api.get(`/api/gravity-departures?${period}`);
    expect([status, body.areas]).toMatchObject([
      200,
      [
        {
          ...{ panelAreaId: team.areaId, panelArea: 'Leicester City', recommendations: 5 },
          directions: { AS_POINTED: 1, MORE_SEVERE: 1, LESS_SEVERE: 2, SAME_TIER: 1, NOT_KNOWN: 0 },
          explained: { MORE_SEVERE: 1, LESS_SEVERE: 2, SAME_TIER: 1 },
        },
      ],
    ]);
    expect((await lead.api.get('/api/gravity-departures?from=2026-11-24&to=2026-11-30')).body.areas).toEqual([]);
    const far = await team.hire(['QA_LEAD'], { areaId: await team.addArea('Leicestershire') });
    expect((await far.api.get(`/api/gravity-departures?${period}`)).body.areas).toEqual([]);
    expect((await far.api.get(`/api/gravity-departures?${period}&panelAreaId=${team.areaId}`)).body.areas).toEqual([]);
    expect((await chair.api.get('/api/gravity-departures')).status).toBe(403);
    for (const wrong of ['from=2026-12-01&to=2026-11-30', 'months=7', 'from=yesterday', 'panelAreaId=here']) {
      expect([wrong, (await lead.api.get(`/api/gravity-departures?${wrong}`)).status]).toEqual([wrong, 400]);
    }

    service.clock.ahead += 2 * 86_400_000;
    const browser = await browserOf(service, team, lead);
    const page = (await browser.get('/gravity-departures?months=3')).text;
    service.clock.ahead -= 2 * 86_400_000;
    for (const words of ['Leicester City', 'More severe', '2 with the reason written', 'Meetings from']) {
      expect(page).toContain(words);
    }
    expect((await browser.get('/audit-plans')).text).toContain('/gravity-departures');
  });

  test('are told of a disposal that was added too, in the edition under which it was recommended', async () => {
    const recommended = async (score: number): Promise<string> => {
      const { caseId } = await referCase(team, { offences: [offence(scoring(score, score))] });
      await prepareCase(team, caseId);
      await signOff(team, caseId);
      const meetingId = await listCase(team, caseId);
      const sent = recommendation(meetingId, (await placeOf(team, caseId)).version, { disposal: 'COMMUNITY_PLEDGE' });
      done('The recommendation', await chair.api.post(`/api/cases/${caseId}/recommendation`, sent));
      return caseId;
    };
    const area = await lead.api.get('/api/gravity-departures?from=2026-11-23&to=2026-11-23');
    const [before] = area.body.areas;
    const { api } = team.administrator;
    done('The new one', await api.post('/api/disposals', pledge()));
    const caseId = await recommended(2);
    await recommended(4);
    const change = {
      ...changeOf('COMMUNITY_RESOLUTION', {
        name: 'Pledge to the community',
        informal: false,
        version: 1,
        validFrom: pledge()['validFrom'],
      }),
    };
    done('The change', await api.post('/api/disposals/COMMUNITY_PLEDGE/editions', change));
    await recommended(2);
    const { body } = await lead.api.get('/api/gravity-departures?from=2026-11-23&to=2026-11-23');
    expect(body.areas[0].directions).toEqual({
      ...before.directions,
      SAME_TIER: before.directions.SAME_TIER + 1,
      LESS_SEVERE: before.directions.LESS_SEVERE + 1,
      NOT_KNOWN: before.directions.NOT_KNOWN + 1,
    });
    expect(await scored(caseId)).toMatchObject([{ alsoAtScore: [] }]);
  });
});

test('the score of an offence names what stands at it as the disposals of the day do, and says who placed it there', async () => {
  const { caseId } = await referCase(team, { offences: [offence(scoring(2, 2))] });
  expect(await scored(caseId)).toMatchObject([{ alsoAtScore: [] }]);
  const { api } = team.administrator;
  const added = { ...pledge({ name: 'Mended fence' }), code: 'MENDED_FENCE' };
  done('The new one', await api.post('/api/disposals', added));
  done('The change', await changeDisposal(team, 'OUTCOME_22', { name: 'Outcome 22: a course' }));
  const [one] = await scored(caseId);
  expect(one.alsoAtScore).toEqual(['MENDED_FENCE']);
  const at = `/api/cases/${caseId}/offences/${one.offenceId}/gravity`;
  expect((await chair.api.get(at)).body.alsoAtScore).toEqual(['MENDED_FENCE']);
  const browser = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  for (const page of [`/cases/${caseId}/gravity`, `/cases/${caseId}`]) {
    const { text } = await browser.get(page);
    expect(text).toContain('Community resolution; Outcome 22: a course. Placed beside them by this service');
    expect(text).toContain('Informal as well, and placed by nobody: Mended fence');
  }
});
