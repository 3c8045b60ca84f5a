import { considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { decidedCase, recordOutcome, versionOf } from '../support/outcomes-story.js';
import {
  arrangeMeeting,
  attend,
  decide,
  listCase,
  pairOf,
  placeOf,
  recommend,
  recommendation,
} from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let lead: Colleague;
let meetingId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, lead] = [await team.as('PANEL_CHAIR'), await team.as('QA_LEAD')];
  meetingId = await arrangeMeeting(team);
  await attend(team, meetingId);
  const heard: string[] = [];
  for (let count = 0; count < 5; count += 1) heard.push(await listedCase());
  const [diverging = '', uncoded = '', disputed = '', corrected = ''] = heard;
  for (const caseId of [diverging, uncoded, corrected]) await recommend(team, caseId);
  const why = { reason: 'The evidence is not what it was.' };
  await decide(team, diverging, 'OUTCOME_22', { ...why, reasonCode: 'EVIDENCE_CHANGED' });
  await decide(team, uncoded, 'OUTCOME_22', why);
  await decide(team, corrected);
  await dissentAndEscalate(disputed);
  await correctOutcome(corrected);
});
afterAll(() => service.stop());

async function listedCase(): Promise<string> {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  return caseId;
}

async function dissentAndEscalate(caseId: string): Promise<void> {
  const dissents = [{ agency: 'POLICE', disposal: 'YOUTH_CAUTION', reason: 'Somebody was pushed.' }];
  const { version } = await placeOf(team, caseId);
  const sent = recommendation(meetingId, version, { basis: 'MAJORITY', dissents });
  done('The recommendation', await chair.api.post(`/api/cases/${caseId}/recommendation`, sent));
  const reason = 'Police and the others do not agree.';
  const escalation = { reason, version: await versionOf(team, caseId), ...(await pairOf(team)) };
  done('The escalation', await chair.api.post(`/api/cases/${caseId}/escalation`, escalation));
  for (const senior of [await team.as('POLICE_DECISION_MAKER'), await team.as('SENIOR_REVIEWER')]) {
    const version = await versionOf(team, caseId);
    const view = { result: 'AGREED_DISPOSAL', disposal: 'OUTCOME_22', reason: 'It asks for more.', version };
    done('The view', await senior.api.post(`/api/cases/${caseId}/escalation/views`, view));
  }
  await recommend(team, caseId, 'OUTCOME_22');
}

async function correctOutcome(caseId: string): Promise<void> {
  const before = await counted();
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  expect(await counted()).toEqual(before);
  const slip = { whatWasWrong: 'A letter was left out.', why: 'The constable’s note says so.' };
  const sent = { record: 'OUTCOME', field: 'place', after: 'At home', version: await versionOf(team, caseId), ...slip };
  const manager = await team.as('PANEL_TEAM_MANAGER');
  done('The correction', await manager.api.post(`/api/cases/${caseId}/corrections`, sent));
  expect(await counted()).toEqual({ ...before, corrected: 1 });
}

const period = 'from=2026-11-23&to=2026-11-23';
const asked = (more = period, by = lead) => by.api.get(`/api/decision-counts?${more}`);
const counted = async () => (await asked()).body.areas[0];

const expected = {
  ...{ panelArea: 'Leicester City', cases: 5, recommended: 4, dissented: 1 },
  ...{ escalated: 1, escalationsEnded: { AGREED_DISPOSAL: 1 } },
  ...{ decided: 3, differing: 2, reasons: { EVIDENCE_CHANGED: 1, NOT_CODED: 1 } },
  ...{ corrected: 1, takenBack: 0, reviewed: 0 },
};

test('each case of a period is counted once: who disagreed, how it was settled, and what police decided otherwise', async () => {
  const { status, body } = await asked();
  expect([status, body.areas]).toEqual([200, [{ panelAreaId: team.areaId, ...expected }]]);
  expect((await asked('from=2026-11-24&to=2026-11-30')).body.areas).toEqual([]);
});

test('a meeting is counted in one of two successive years', async () => {
  const years = await Promise.all(['2026-11-23', '2027-11-22', '2027-11-23'].map((to) => asked(`to=${to}`)));
  expect(years.map(({ body }) => [body.from, body.areas.length])).toEqual([
    ['2025-11-24', 1],
    ['2026-11-23', 1],
    ['2026-11-24', 0],
  ]);
});

test('nobody counts another area, without the permission, or a period that makes no sense', async () => {
  const far = await team.hire(['QA_LEAD'], { areaId: await team.addArea('Far Vale') });
  expect((await asked(period, far)).body.areas).toEqual([]);
  expect((await asked(`${period}&panelAreaId=${team.areaId}`, far)).body.areas).toEqual([]);
  expect((await asked(period, chair)).status).toBe(403);
  for (const wrong of ['from=2026-12-01&to=2026-11-30', 'months=7', 'from=yesterday', 'panelAreaId=here']) {
    expect([wrong, (await asked(wrong)).status]).toEqual([wrong, 400]);
  }
});

test('the page says it in words, and is found from the samples', async () => {
  service.clock.ahead += 86_400_000;
  const browser = await browserOf(service, team, lead);
  const { text } = await browser.get('/decision-counts');
  const rows = [...text.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>\s*<td[^>]*>(\d+)</g)].map(([, name, count]) => [
    name,
    Number(count),
  ]);
  expect(Object.fromEntries(rows)).toMatchObject({
    ...{ 'Recommended on': 4, 'With an agency that disagreed': 1, Escalated: 1 },
    ...{ 'A disposal for the panel to recommend': 1, 'Otherwise than recommended': 2 },
    ...{ 'The evidence is not what the panel had before it': 1, 'No reason from the list was given': 1 },
  });
  expect((await browser.get('/audit-plans')).text).toContain('/decision-counts');
  service.clock.ahead -= 86_400_000;
});

test('a case that is restricted for the reader, and a recommendation taken back, are not counted as they were', async () => {
  const [taken, hidden] = [await listedCase(), await listedCase()];
  await recommend(team, taken);
  const undone = { version: await versionOf(team, taken) };
  done('The undoing', await chair.api.post(`/api/cases/${taken}/undoing`, undone));
  await restrictCase(team, hidden);
  expect(await counted()).toMatchObject({ cases: 6, recommended: 4, takenBack: 1 });
});

test('a recommendation made anew, on which police have not decided, is no divergence, and no decided case to audit', async () => {
  const before = await counted();
  const { population } = await decidedThisYear();
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  expect((await decidedThisYear()).population).toBe(population + 1);
  await returnToPanel(caseId);
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId);
  const { cases, recommended, decided, differing } = await counted();
  expect({ cases, recommended, decided, differing }).toEqual({
    ...{ cases: before.cases + 1, recommended: before.recommended + 1 },
    ...{ decided: before.decided, differing: before.differing },
  });
  expect((await decidedThisYear()).population).toBe(population);
  await decide(team, caseId);
  const { decided: decidedAnew, differing: stillDiffering } = await counted();
  expect([decidedAnew, stillDiffering]).toEqual([before.decided + 1, before.differing]);
});

test('an audit shows no police decision on another recommendation than the one it shows', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  const year = { panelAreaId: team.areaId, from: '2026-01-01', to: '2026-12-31', framework: 'HMIP-2021-D3' };
  const drawn = await lead.api.post('/api/audit-plans', { ...year, size: 100, seed: 'all of it' });
  const { planId } = done('The sample', drawn).body;
  await returnToPanel(caseId);
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId);
  const { text } = await (await browserOf(service, team, lead)).get(`/audit-plans/${planId}/cases/${caseId}`);
  const words = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const papers = words.slice(words.indexOf('Panel recommended'), words.indexOf('Delivery'));
  expect(papers).toBe(
    'Panel recommended Community resolution, 23 November 2026 Police decided Not recorded Outcome Not recorded ',
  );
  const { sample } = (await lead.api.get(`/api/audit-plans/${planId}`)).body;
  expect(sample.find((one: { caseId: string }) => one.caseId === caseId)).toMatchObject({ disposal: null });
});

async function returnToPanel(caseId: string): Promise<void> {
  const officer = await team.as('YJS_POLICE_OFFICER');
  const sent = { reason: 'The child’s mother will not agree to it.', version: await versionOf(team, caseId) };
  done('The return', await officer.api.post(`/api/cases/${caseId}/return-to-panel`, sent));
}

const decidedThisYear = async () =>
  (await lead.api.get(`/api/audit-plans/population?panelAreaId=${team.areaId}&from=2026-01-01&to=2026-12-31`)).body;

test('a case entered in error is no slip that was taken back, and no decided case to audit', async () => {
  const { caseId } = await decidedCase(team);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  const before = await counted();
  const { population } = await decidedThisYear();
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const withdrawn = {
    reason: 'Entered twice.',
    reasonCode: 'ENTERED_IN_ERROR',
    version: await versionOf(team, caseId),
  };
  done('The withdrawal', await api.post(`/api/cases/${caseId}/withdrawal`, withdrawn));
  const { takenBack, decided } = await counted();
  expect([takenBack, decided]).toEqual([before.takenBack, before.decided]);
  expect((await decidedThisYear()).population).toBe(population - 1);
});
