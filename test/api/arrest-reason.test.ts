import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let police: Colleague;
let manager: Colleague;

const CODE = 'ARREST_REASON_UNKNOWN';
const reason = 'Suspected burglary of a shed; cannabis was found when he was searched.';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [police, manager] = [await team.as('YJS_POLICE_OFFICER'), await team.as('PANEL_TEAM_MANAGER')];
});
afterAll(() => service.stop());

/** The inspectors' case: a small bag of cannabis, and nobody harmed. */
const cannabis = (more: object = {}): Record<string, unknown> => ({
  offences: [
    {
      ...{ date: '2026-09-12', homeOfficeClass: '92E', description: 'A small bag of cannabis', features: ['CANNABIS'] },
      gravity: gravity(),
    },
  ],
  victims: undefined,
  noIdentifiableVictim: { reason: 'Possession for his own use' },
  ...more,
});
const shutFor = async (caseId: string, action = 'SIGN_OFF') =>
  (await manager.api.get(`/api/cases/${caseId}/readiness?for=${action}`)).body.blockers.filter(
    ({ code }: { code: string }) => code === CODE,
  );
const informationOf = async (caseId: string) => (await police.api.get(`/api/cases/${caseId}/police-information`)).body;

test('cannabis without a victim asks what the arrest was for, until police say', async () => {
  const { caseId } = await referCase(team, cannabis());
  for (const action of ['SIGN_OFF', 'LIST', 'RECOMMEND']) {
    expect(await shutFor(caseId, action)).toMatchObject([
      { severity: 'OVERRIDE', mend: `/cases/${caseId}/police-information` },
    ]);
  }
  const { crimeReference: _, officerName: __, officerCollarNumber: ___, ...known } = await informationOf(caseId);
  const path = `/api/cases/${caseId}/police-information`;
  const long = await police.api.put(path, { ...known, bailDate: undefined, arrestedFor: 'x'.repeat(501) });
  expect([long.status, long.body.errors[0].field]).toEqual([400, 'arrestedFor']);
  const said = { ...known, bailDate: undefined, arrestedFor: reason };
  expect((await police.api.put(path, said)).status).toBe(200);
  expect(await shutFor(caseId)).toEqual([]);
  const { arrestedFor: ____, ...without } = said;
  expect((await police.api.put(path, { ...without, version: said.version + 1 })).status).toBe(200);
  expect((await informationOf(caseId)).arrestedFor).toBe(reason);
  expect((await police.api.put(path, { ...said, arrestedFor: ' ', version: said.version + 2 })).status).toBe(200);
  expect((await informationOf(caseId)).arrestedFor).toBeNull();
  expect(await shutFor(caseId)).toHaveLength(1);
});

test('is not asked where a victim is named, where the offence is another, or where the referral says', async () => {
  const named = await referCase(team, cannabis({ noIdentifiableVictim: undefined, ...victim }));
  const other = await referCase(team);
  const told = await referCase(team, cannabis({ arrestedFor: reason }));
  for (const { caseId } of [named, other, told]) expect(await shutFor(caseId)).toEqual([]);
  expect((await informationOf(told.caseId)).arrestedFor).toBe(reason);
});

const victim = { victims: [{ kind: 'PERSON', consentToShare: 'NOT_YET_SOUGHT', sameSchoolOrHome: 'NO' }] };

test('the page for police information asks it, and takes the task off the case', async () => {
  const { caseId } = await referCase(team, cannabis());
  const browser = await browserOf(service, team, police);
  const page = `/cases/${caseId}/police-information`;
  const { text } = await browser.get(page);
  expect(text).toContain('What was the child arrested for?');
  const task = async () =>
    (await manager.api.get(`/api/cases/${caseId}`)).body.preparation
      .flatMap(({ tasks }: { tasks: { page: string }[] }) => tasks)
      .find((one: { page: string }) => one.page === 'police-information');
  expect(await task()).toMatchObject({ why: expect.stringContaining('arrested for') });
  const saved = await browser.fill(page, {
    ...{ responsibilityStance: 'FULL_ADMISSION', evidenceSufficient: 'YES', cpsAuthority: 'NOT_NEEDED' },
    ...{ policeStatus: 'VOLUNTARY_ATTENDANCE', policeInformation: 'Nothing else.', arrestedFor: reason },
  });
  expect(saved.status).toBe(303);
  expect((await browser.get(page)).text).toContain(reason);
  expect(await task()).toMatchObject({ status: 'COMPLETE' });
});
