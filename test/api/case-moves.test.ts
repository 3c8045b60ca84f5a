import sql from 'sql-template-tag';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type ApiClient, hiddenFields } from '../support/clients.js';
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
    expect([status, body]).toEqual([200, { id: caseId, reference, state: 'PREPARING', version: 2, informed: [] }]);
    expect((await sentences(manager.api, caseId))[0]).toBe('moved the case to “Preparing”');
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
      sentence: 'moved the case to “Returned to police”: The evidence is not sufficient',
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
    const early = await manager.api.put(path, { ...information, bailDate: '2026-01-01', version: 1 });
    expect([early.status, early.body.errors[0].field]).toEqual([400, 'bailDate']);
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
    expect([scored.status, scored.body]).toMatchObject([
      200,
      { version: 2, warnings: [{ code: 'GRAVITY_MOVED_WITHOUT_FACTOR' }] },
    ]);
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

describe('after the sign-off', () => {
  test('late news takes the case back to preparation, the sign-off goes, and the news is on the timeline', async () => {
    const caseId = await accepted();
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    const sent = await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'A new allegation came in.' });
    expect([sent.status, sent.body.state]).toEqual([200, 'PREPARING']);
    expect((await assessor.api.get(`/api/cases/${caseId}`)).body).toMatchObject({
      signedOffBy: null,
      signedOffOn: null,
    });
    const { items } = (await manager.api.get(`/api/cases/${caseId}/timeline?changesOnly=true`)).body;
    expect(items.find(({ reason }: { reason: string | null }) => reason)).toMatchObject({
      reason: 'A new allegation came in.',
    });
    expect(items.map(({ event }: { event: string }) => event)).toContain('SIGN_OFF_REMOVED');
  });

  test.each(['police information', 'gravity'])('changed %s removes the sign-off', async (what) => {
    const caseId = await accepted();
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    const officer = await team.as('YJS_POLICE_OFFICER');
    const { version, offences } = (await assessor.api.get(`/api/cases/${caseId}`)).body;
    const path = `/api/cases/${caseId}/police-information`;
    const {
      crimeReference: _,
      officerName: __,
      officerCollarNumber: ___,
      bailDate: ____,
      ...known
    } = (await officer.api.get(path)).body;
    const changed =
      what === 'gravity'
        ? await officer.api.put(`/api/cases/${caseId}/offences/${offences[0].id}/gravity`, { ...gravity(), version: 1 })
        : await officer.api.put(path, { ...known, policeInformation: 'A second witness came forward.', version });
    expect(changed.status).toBe(200);
    expect((await assessor.api.get(`/api/cases/${caseId}`)).body).toMatchObject({
      state: 'PREPARING',
      signedOffOn: null,
    });
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

describe('on pages', () => {
  test('a manager accepts a case, is led on to allocate it, and lands on the case', async () => {
    const browser = await browserOf(service, team, manager);
    const { caseId } = await referCase(team);
    const shown = await browser.get(`/cases/${caseId}/acceptance`);
    expect(shown.text).toContain('aria-label="Child"');
    const accepting = await browser.fill(`/cases/${caseId}/acceptance`, {});
    expect([accepting.status, accepting.headers.get('location')]).toEqual([303, `/cases/${caseId}/allocation`]);
    const allocating = await browser.fill(`/cases/${caseId}/allocation`, { personId: assessor.id });
    expect([allocating.status, allocating.headers.get('location')]).toEqual([303, `/cases/${caseId}`]);
    expect((await browser.get(`/cases/${caseId}`)).text).toContain(assessor.actor.name);
  });

  test('a reason that is missing is asked for, and what was typed stays', async () => {
    const browser = await browserOf(service, team, manager);
    const { caseId } = await referCase(team);
    const page = `/cases/${caseId}/return-to-police`;
    const missing = await browser.fill(page, { reason: 'The footage is lost.' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('Select why the case goes back to police');
    expect(missing.text).toContain('The footage is lost.');
    const sent = await browser.fill(page, { reasonCode: 'EVIDENCE', reason: 'The footage is lost.' });
    expect(sent.status).toBe(303);
    const again = await browser.fill(`/cases/${caseId}/withdrawal`, { reason: 'Too late.' });
    expect([again.status, again.text.includes('WRONG_STATE')]).toEqual([409, true]);
  });

  test('a page that was opened before somebody else moved the case changes nothing', async () => {
    const browser = await browserOf(service, team, manager);
    const { caseId } = await referCase(team);
    const form = hiddenFields((await browser.get(`/cases/${caseId}/withdrawal`)).text);
    await manager.api.post(`/api/cases/${caseId}/acceptance`);
    const stale = await browser.post(`/cases/${caseId}/withdrawal`, { ...form, reason: 'Entered twice.' });
    expect([stale.status, stale.text.includes('Changed by somebody else')]).toEqual([409, true]);
    expect(stale.text).toContain('Entered twice.');
    expect((await manager.api.get(`/api/cases/${caseId}/police-information`)).body.version).toBe(2);
  });

  test('police information and gravity are changed, and shown again as they were stored', async () => {
    const officer = await team.as('YJS_POLICE_OFFICER');
    const browser = await browserOf(service, team, officer);
    const { caseId } = await referCase(team);
    const page = `/cases/${caseId}/police-information`;
    const answers = { responsibilityStance: 'DENIES', evidenceSufficient: 'NO', cpsAuthority: 'NOT_NEEDED' };
    const rest = { policeStatus: 'BAIL', policeInformation: 'Denies being there.' };
    expect((await browser.fill(page, { ...answers, ...rest })).text).toContain(
      'Enter the day to which the child is bailed',
    );
    const day = { 'bailDate-day': '3', 'bailDate-month': '12', 'bailDate-year': '2026' };
    expect((await browser.fill(page, { ...answers, ...rest, ...day })).status).toBe(303);
    expect((await browser.get(page)).text).toContain('Denies being there.');
    const { offences } = (await assessor.api.get(`/api/cases/${caseId}`)).body;
    const scored = await browser.fill(`/cases/${caseId}/offences/${offences[0].id}/gravity`, {
      ...{ edition: 'NPCC-CGM-2025-02', startScore: '3', finalScore: '4', indictableOnly: 'NO', features: ['KNIFE'] },
      'factors[0][code]': 'PLANNED',
      'factors[0][kind]': 'AGGRAVATING',
      'factors[0][evidence]': 'Messages the evening before.',
    });
    expect(scored.status).toBe(303);
    const shown = (await assessor.api.get(`/api/cases/${caseId}`)).body.offences[0];
    expect(shown).toMatchObject({ gravityStart: 3, gravityFinal: 4, features: ['KNIFE'], version: 2 });
  });

  test('a manager arranges cover and sees it in the list', async () => {
    const browser = await browserOf(service, team, manager);
    const other = await team.as('YJS_ASSESSOR', 2);
    const from = { 'fromDay-day': '1', 'fromDay-month': '2', 'fromDay-year': '2031' };
    const to = { 'toDay-day': '9', 'toDay-month': '2', 'toDay-year': '2031' };
    const people = { panelAreaId: team.areaId, personId: other.id, coveredBy: assessor.id, reason: 'Leave' };
    const sent = await browser.fill('/covers/new', { ...people, ...from, ...to });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/covers']);
    expect((await browser.get('/covers')).text).toContain('9 February 2031');
  });
});
