import sql from 'sql-template-tag';
import type { ApiClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
});
afterAll(() => service.stop());

const accepted = async (): Promise<string> => {
  const { caseId } = await referCase(team);
  expect((await manager.api.post(`/api/cases/${caseId}/acceptance`)).status).toBe(200);
  return caseId;
};
const sentences = async (api: ApiClient, caseId: string): Promise<string[]> =>
  (await api.get(`/api/cases/${caseId}/timeline?changesOnly=true`)).body.items.map(
    ({ sentence }: { sentence: string }) => sentence,
  );

describe('accepting and allocating', () => {
  test('a manager accepts a referral, preparation begins and the timeline says so', async () => {
    const { caseId, reference } = await referCase(team);
    const { status, body } = await manager.api.post(`/api/cases/${caseId}/acceptance`, { version: 1 });
    expect([status, body]).toEqual([200, { id: caseId, reference, state: 'PREPARING', version: 2 }]);
    expect((await sentences(manager.api, caseId))[0]).toBe('moved the case to preparing (accept)');
    expect(await sentences(manager.api, caseId)).toContain(`referred the case ${reference}`);
  });

  test('a case accepted twice is refused with the code of its state, and nothing is added to the timeline', async () => {
    const caseId = await accepted();
    const before = await sentences(manager.api, caseId);
    const { status, body } = await manager.api.post(`/api/cases/${caseId}/acceptance`);
    expect([status, body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
    expect(await sentences(manager.api, caseId)).toEqual(before);
  });

  test('a stale version is refused and nothing is overwritten', async () => {
    const { caseId } = await referCase(team);
    const { status, body } = await manager.api.post(`/api/cases/${caseId}/acceptance`, { version: 7 });
    expect([status, body.code, body.currentVersion]).toEqual([409, 'STALE_VERSION', 1]);
    expect((await manager.api.get(`/api/cases?state=REFERRED&limit=100`)).text).toContain(caseId);
  });

  test('a case is allocated to an assessor of the area, then to another', async () => {
    const caseId = await accepted();
    const first = await manager.api.post(`/api/cases/${caseId}/allocation`, { personId: assessor.id });
    expect([first.status, first.body.allocatedTo]).toEqual([200, assessor.id]);
    const other = await team.as('YJS_ASSESSOR', 2);
    await manager.api.post(`/api/cases/${caseId}/allocation`, { personId: other.id, version: first.body.version });
    expect((await sentences(manager.api, caseId)).slice(0, 2)).toEqual([
      'allocated the case to somebody else',
      'allocated the case',
    ]);
  });

  test('nobody is given a case who may not assess children in its panel area', async () => {
    const caseId = await accepted();
    const chair = await team.as('PANEL_CHAIR');
    const elsewhere = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Rutland') });
    for (const { id } of [chair, elsewhere]) {
      const { status, body } = await manager.api.post(`/api/cases/${caseId}/allocation`, { personId: id });
      expect([status, body.errors[0].field]).toEqual([400, 'personId']);
    }
  });
});

describe('ending a case without the panel', () => {
  test('police get a case back at once with a coded reason, and whoever may read it sees why', async () => {
    const caseId = await accepted();
    const reason = 'The witness withdrew, and the footage does not show who it was.';
    const officer = await team.as('YJS_POLICE_OFFICER');
    const sent = await officer.api.post(`/api/cases/${caseId}/return-to-police`, { reasonCode: 'EVIDENCE', reason });
    expect([sent.status, sent.body.state]).toEqual([200, 'RETURNED_TO_POLICE']);
    const [latest] = (await assessor.api.get(`/api/cases/${caseId}/timeline?changesOnly=true`)).body.items;
    expect(latest).toMatchObject({
      event: 'CASE_MOVED',
      sentence: 'moved the case to returned to police (return to police: evidence)',
      reason,
    });
    const stored = await service.read.rows<{ details: string }>(sql`select t.details from trail_entries t`);
    expect(stored.map(({ details }) => details).join()).not.toContain('witness withdrew');
  });

  test('a return without its reason or with an unknown code is refused, naming the fields', async () => {
    const caseId = await accepted();
    const { status, body } = await manager.api.post(`/api/cases/${caseId}/return-to-police`, { reasonCode: 'BORED' });
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([400, ['reasonCode', 'reason']]);
  });

  test('a manager withdraws a case entered in error; it ends and cannot be moved again', async () => {
    const { caseId } = await referCase(team);
    const sent = await manager.api.post(`/api/cases/${caseId}/withdrawal`, { reason: 'Entered twice.' });
    expect([sent.status, sent.body.state]).toEqual([200, 'WITHDRAWN']);
    const again = await manager.api.post(`/api/cases/${caseId}/return-to-police`, {
      reasonCode: 'EVIDENCE',
      reason: 'None.',
    });
    expect([again.status, again.body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
    const allocation = await manager.api.post(`/api/cases/${caseId}/allocation`, { personId: assessor.id });
    expect(allocation.status).toBe(409);
  });

  test('preparation that was never signed off cannot be reopened', async () => {
    const caseId = await accepted();
    const { status, body } = await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'Late news.' });
    expect([status, body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
  });

  test('an assessor may do none of these, and a manager of another area does not see that the case exists', async () => {
    const caseId = await accepted();
    const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Oadby') });
    const body = { reason: 'For a reason.', reasonCode: 'EVIDENCE' };
    expect((await assessor.api.post(`/api/cases/${caseId}/acceptance`)).status).toBe(403);
    expect((await assessor.api.post(`/api/cases/${caseId}/withdrawal`, { reason: 'x' })).status).toBe(403);
    expect((await assessor.api.post(`/api/cases/${caseId}/return-to-police`, body)).status).toBe(403);
    expect((await elsewhere.api.post(`/api/cases/${caseId}/withdrawal`, { reason: 'x' })).status).toBe(404);
    expect((await elsewhere.api.post(`/api/cases/${caseId}/return-to-police`, body)).status).toBe(404);
    expect((await elsewhere.api.get(`/api/cases/${caseId}/timeline`)).status).toBe(404);
  });
});

describe('police information and gravity', () => {
  const information = {
    responsibilityStance: 'PARTIAL_ADMISSION',
    evidenceSufficient: 'YES',
    cpsAuthority: 'NOT_NEEDED',
    policeStatus: 'BAIL',
    bailDate: '2026-12-20',
    policeInformation: 'Bailed with a condition not to go to the shop.',
  };

  test('an officer changes the police information under the version of the case', async () => {
    const { caseId } = await referCase(team);
    const { api } = await team.as('YJS_POLICE_OFFICER');
    const path = `/api/cases/${caseId}/police-information`;
    const shown = (await api.get(path)).body;
    expect(shown).toMatchObject({ responsibilityStance: 'FULL_ADMISSION', version: 1 });
    const changed = await api.put(path, { ...information, version: 1 });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    expect((await api.get(path)).body).toMatchObject({ ...information, version: 2 });
    const stale = await api.put(path, { ...information, version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    expect(await sentences(manager.api, caseId)).toContain('changed the police information');
  });

  test('bail needs its day, a wrong code is named, and an assessor may not change it', async () => {
    const { caseId } = await referCase(team);
    const path = `/api/cases/${caseId}/police-information`;
    const { bailDate: _, ...without } = information;
    const missing = await manager.api.put(path, { ...without, version: 1 });
    expect([missing.status, missing.body.errors[0].field]).toEqual([400, 'bailDate']);
    const wrong = await manager.api.put(path, { ...information, responsibilityStance: 'SHRUGS', version: 1 });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'responsibilityStance']);
    expect((await assessor.api.put(path, { ...information, version: 1 })).status).toBe(403);
  });

  test('an offence is scored factor by factor under its own version', async () => {
    const { caseId } = await referCase(team);
    const { api } = await team.as('YJS_POLICE_OFFICER');
    const offence = await service.read.row<{ id: string }>(
      sql`select o.id from offences o where o."caseId" = ${caseId}`,
    );
    const path = `/api/cases/${caseId}/offences/${offence?.id}/gravity`;
    const scored = await api.put(path, { ...gravity(3, 4), features: ['KNIFE'], indictableOnly: true, version: 1 });
    expect([scored.status, scored.body]).toEqual([200, { version: 2 }]);
    expect((await api.get(path)).body).toMatchObject({
      startScore: 3,
      finalScore: 4,
      features: ['KNIFE'],
      indictableOnly: true,
      version: 2,
    });
    expect((await api.put(path, { ...gravity(), version: 1 })).status).toBe(409);
    const high = await api.put(path, { ...gravity(3, 6), version: 2 });
    expect([high.status, high.body.errors[0].field]).toEqual([400, 'finalScore']);
    expect(await sentences(manager.api, caseId)).toContain('scored the gravity of an offence 4');
    const { caseId: other } = await referCase(team);
    expect(
      (await api.put(`/api/cases/${other}/offences/${offence?.id}/gravity`, { ...gravity(), version: 2 })).status,
    ).toBe(404);
  });
});

describe('cover', () => {
  test('a manager says who covers for whom, and is shown it', async () => {
    const other = await team.as('YJS_ASSESSOR', 2);
    const cover = { panelAreaId: team.areaId, personId: assessor.id, coveredBy: other.id };
    const days = { fromDay: '2030-01-01', toDay: '2030-01-14', reason: 'Annual leave' };
    expect((await manager.api.post('/api/covers', { ...cover, ...days })).status).toBe(201);
    expect((await manager.api.get('/api/covers')).body.items).toMatchObject([{ ...cover, ...days }]);
    const wrong = { ...cover, coveredBy: assessor.id, ...days, toDay: '2029-12-31' };
    const { status, body } = await manager.api.post('/api/covers', wrong);
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([400, ['coveredBy', 'toDay']]);
    const rutland = await team.addArea('Blaby');
    expect((await manager.api.post('/api/covers', { ...cover, ...days, panelAreaId: rutland })).status).toBe(404);
    expect((await assessor.api.get('/api/covers')).status).toBe(403);
  });
});
