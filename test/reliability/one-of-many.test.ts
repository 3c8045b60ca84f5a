import sql from 'sql-template-tag';
import { verifyTrail } from '../../src/platform/trail/verify-trail.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { hiddenFields } from '../support/clients.js';
import { listCase, placeOf, recommend, recommendation, dayFromNow } from '../support/panels-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase, referral } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

async function listedCase(): Promise<string> {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  return caseId;
}

const count = async (table: 'recommendations' | 'police_decisions', caseId: string): Promise<number> => {
  const found =
    table === 'recommendations'
      ? sql`select r.id from recommendations r where r."caseId" = ${caseId}`
      : sql`select d.id from police_decisions d where d."caseId" = ${caseId}`;
  return (await service.read.rows(found)).length;
};

test('fifty recommendations on one case at the same time make one', async () => {
  const caseId = await listedCase();
  const { meetingId, version } = await placeOf(team, caseId);
  const { api } = await team.as('PANEL_CHAIR');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, place) => {
      const disposal = place % 2 ? 'COMMUNITY_RESOLUTION' : 'OUTCOME_22';
      return api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, { disposal }));
    }),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status < 300)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  expect(await count('recommendations', caseId)).toBe(1);
});

test('twenty identical submissions of a decision make one, and all get the first answer', async () => {
  const caseId = await listedCase();
  await recommend(team, caseId);
  const { version } = await placeOf(team, caseId);
  const { api } = await team.as('POLICE_DECISION_MAKER');
  const sent = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [], version };
  const key = { 'idempotency-key': `decision-${caseId}` };
  const send = () => api.post(`/api/cases/${caseId}/police-decision`, sent, key);
  const answers = await Promise.all(Array.from({ length: 20 }, send));
  const late = await send();
  expect(new Set([...answers, late].map(({ text }) => text)).size).toBe(1);
  expect(late.status).toBeLessThan(300);
  expect(await count('police_decisions', caseId)).toBe(1);
  const other = await api.post(`/api/cases/${caseId}/police-decision`, { ...sent, reason: 'Another body' }, key);
  expect(other.status).toBe(422);
});

test('twenty identical referrals make one case', async () => {
  const { api } = await team.as('REFERRING_OFFICER');
  const body = referral(team.areaId);
  const send = () => api.post('/api/referrals', body, { 'idempotency-key': 'referral-1' });
  const answers = await Promise.all(Array.from({ length: 20 }, send));
  expect(new Set(answers.map((answer) => answer.body.caseId)).size).toBe(1);
  const made = await service.read.rows(
    sql`select c.id from cases c where c."crimeReference" = ${body['crimeReference']}`,
  );
  expect(made).toHaveLength(1);
});

test('a stale form is refused, shows what is stored and loses nothing of what was typed', async () => {
  const { caseId } = await referCase(team);
  await (await team.as('PANEL_TEAM_MANAGER')).api.post(`/api/cases/${caseId}/acceptance`);
  const path = `/cases/${caseId}/identity`;
  const [one, other] = [
    await browserOf(service, team, await team.as('YJS_ASSESSOR')),
    await browserOf(service, team, await team.as('YJS_ASSESSOR', 2)),
  ];
  const shown = hiddenFields((await other.get(path)).text);
  expect((await one.fill(path, { consideration: 'What the first one wrote.' })).status).toBe(303);
  const refused = await other.post(path, { ...shown, consideration: 'What the second one wrote.' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('What the first one wrote.');
  expect(refused.text).toContain('What the second one wrote.');
  const again = await other.post(path, { ...hiddenFields(refused.text), consideration: 'What both agreed.' });
  expect(again.status).toBe(303);
  expect((await one.get(path)).text).toContain('What both agreed.');
});

test('after all of this the trail is unbroken', async () => {
  expect((await verifyTrail(service.read)).broken).toBeNull();
});
