import { closedDisposal } from '../../src/policy/disposal.js';
import { considerChild, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf, done } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { decidedCase, recordOutcome } from '../support/outcomes-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/** A panel must never give one more resolution because one before it was given in a case that is closed to somebody. */
let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;
let reviewer: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
  reviewer = await team.as('SENIOR_REVIEWER');
});
afterAll(() => service.stop());

type Shut = { code: string; severity: string; message: string; mend: string };

const words = {
  whatWasDone: 'A thistledown hedge was planted anew.',
  childsResponse: 'Came each time.',
  differentNow: 'Lives with an aunt.',
};
const issued = (childId: string) => ({
  ...{ childId, panelAreaId: team.areaId, givenOn: '2026-06-01', offence: 'Took a drink from a shop.' },
  ...{ officer: 'PC Rowan Ashdown (4471)', features: [] },
});
const shutFor = async ({ api }: Colleague, caseId: string, stage = 'SIGN_OFF'): Promise<Shut[]> =>
  (await api.get(`/api/cases/${caseId}/readiness?for=${stage}`)).body.blockers;
const codes = (shut: readonly Shut[]): string[] => shut.map(({ code }) => code);

/** A child whom a restricted case gave a community resolution, before a panel again. */
async function heardAgain() {
  const past = await decidedCase(team);
  await recordOutcome(team, past.caseId, 'COMMUNITY_RESOLUTION');
  await restrictCase(team, past.caseId);
  const { caseId } = await referCase(team, { childId: past.childId, child: undefined }, manager);
  await prepareCase(team, caseId);
  const [given] = (await manager.api.get(`/api/cases/${caseId}/earlier-disposals`)).body.items;
  return { past, caseId, childId: past.childId, givenId: given.id as string };
}

test('what a closed case gave counts at every gate, whoever asks, and nobody signs for what they cannot read', async () => {
  const { past, caseId, childId, givenId } = await heardAgain();
  const at = `/api/cases/${caseId}`;
  const officer = await team.as('REFERRING_OFFICER');
  const second = await officer.api.post('/api/police-issued-resolutions', {
    ...issued(childId),
    overrides: [{ code: 'POLICE_ONLY_RESOLUTION_LIMIT', reason: 'The first was not known to the officer.' }],
  });
  expect([second.status, codes(second.body.warnings)]).toEqual([201, ['POLICE_ONLY_RESOLUTION_LIMIT']]);
  const { panelReasons } = (await assessor.api.get(`${at}/routing`)).body;
  expect(codes(panelReasons)).toContain('POLICE_ONLY_RESOLUTION_LIMIT');

  const police = await team.as('YJS_POLICE_OFFICER');
  await recordDisposal(police.api, childId, { givenOn: '2025-06-01' });
  await considerChild(team, caseId);
  const shut = await shutFor(assessor, caseId);
  expect(codes(shut)).toContain('REPEAT_NOT_REVIEWED');
  const unanalysed = shut.filter(({ code }) => code === 'EARLIER_DISPOSAL_NOT_ANALYSED');
  expect(unanalysed).toMatchObject([{ severity: 'STOP', mend: `/cases/${caseId}/earlier-disposals` }]);
  expect(unanalysed[0]?.message).toContain(closedDisposal);
  const response = `${at}/earlier-disposals/${givenId}/response`;
  expect((await assessor.api.put(response, words)).status).toBe(404);

  done('The response', await manager.api.put(response, words));
  expect(codes(await shutFor(assessor, caseId))).not.toContain('EARLIER_DISPOSAL_NOT_ANALYSED');
  const review = async () => {
    const { version } = (await reviewer.api.get(at)).body;
    return reviewer.api.post(`${at}/repeat-review`, { finding: 'SIGNED', reason: 'The thistledown helped.', version });
  };
  const unread = await review();
  expect([unread.status, codesOf(unread)]).toEqual([409, ['REPEAT_NOT_REVIEWED']]);
  const named = { personId: reviewer.id, reason: 'Reviews the child’s next case.' };
  done('The name', await manager.api.post(`/api/cases/${past.caseId}/restriction/people`, named));
  expect((await review()).status).toBe(201);
  expect(codes(await shutFor(assessor, caseId))).not.toContain('REPEAT_NOT_REVIEWED');
  const [told] = (await assessor.api.get(`${at}/repeat-review`)).body.items;
  expect(told).toMatchObject({ finding: 'SIGNED', reason: `${closedDisposal}.` });
});

test('of what a closed case gave the kind and the day are told, and no word of it or of what was written of it', async () => {
  const { past, caseId, givenId } = await heardAgain();
  const at = `/cases/${caseId}`;
  done('The response', await manager.api.put(`/api${at}/earlier-disposals/${givenId}/response`, words));
  const [whole] = (await manager.api.get(`/api${at}/earlier-disposals`)).body.items;
  const [told] = (await assessor.api.get(`/api${at}/earlier-disposals`)).body.items;
  expect(whole).toMatchObject({ id: givenId, response: words });
  expect(told).toMatchObject({
    ...{ id: givenId, disposal: whole.disposal, givenOn: whole.givenOn, offence: closedDisposal, isClosed: true },
    ...{ source: '', completed: 'NOT_KNOWN' },
  });
  const browser = await browserOf(service, team, assessor);
  const pages = [at, `${at}/earlier-disposals`, `${at}/readiness`, `${at}/whole`, `/children/${past.childId}`];
  for (const page of pages) {
    for (const { text } of [await browser.get(page), await assessor.api.get(`/api${page}`)]) {
      expect([page, text.includes('thistledown'), text.includes(past.reference)]).toEqual([page, false, false]);
    }
  }
  expect((await browser.get(`${at}/earlier-disposals`)).text).toContain(closedDisposal);
  expect((await browser.get(`${at}/earlier-disposals/${givenId}/response`)).status).toBe(404);
});

test('what a restricted case gives opens a preparation again that was signed off without it', async () => {
  const past = await decidedCase(team);
  await restrictCase(team, past.caseId, [await team.as('YJS_POLICE_OFFICER')]);
  const { caseId } = await referCase(team, { childId: past.childId, child: undefined }, manager);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await recordOutcome(team, past.caseId, 'COMMUNITY_RESOLUTION');
  expect((await assessor.api.get(`/api/cases/${caseId}`)).body.state).toBe('PREPARING');
  expect(codes(await shutFor(assessor, caseId))).toContain('EARLIER_DISPOSAL_NOT_ANALYSED');
});
