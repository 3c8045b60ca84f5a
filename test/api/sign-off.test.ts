import {
  allMet,
  considerChild,
  considerNews,
  fact,
  heard,
  judgementOf,
  prepareCase,
  set,
  signOff,
} from '../support/assessments-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let childId: string;
let at: string;

const codesOf = (body: { blockers: { code: string }[] }): string[] => body.blockers.map(({ code }) => code);
const stateOf = async (): Promise<{ state: string; signedOffBy: string | null }> => {
  const [found] = await service.read.source.query(`select state, "signedOffBy" from cases where id = '${caseId}'`);
  return found;
};

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId, childId } = await referCase(team));
  at = `/api/cases/${caseId}`;
});
afterAll(() => service.stop());

test('every gate that is shut is named at once, with the page that mends it', async () => {
  await manager.api.post(`${at}/acceptance`);
  const { status, body } = await manager.api.post(`${at}/assessment/sign-off`);
  expect(status).toBe(409);
  expect(new Set(codesOf(body))).toEqual(
    new Set([
      ...['SAFETY_NOT_RATED', 'SAFETY_NOT_ANALYSED', 'HARM_NOT_RATED', 'HARM_NOT_ANALYSED', 'CHILD_NOT_HEARD'],
      ...['LIKELIHOOD_NOT_RATED', 'LIKELIHOOD_NOT_ANALYSED'],
      ...['CARER_NOT_HEARD', 'VICTIM_NOT_HEARD', 'IDENTITY_NOT_CONSIDERED', 'ASSESSMENT_NOT_SUBMITTED'],
      ...['EARLIER_DISPOSALS_NOT_CHECKED', 'AGENCY_CHECK_OUTSTANDING', 'EXPLOITATION_NOT_CONSIDERED'],
    ]),
  );
  expect(body.blockers.find(({ code }: { code: string }) => code === 'CHILD_NOT_HEARD')).toMatchObject({
    severity: 'STOP',
    mend: `/cases/${caseId}/voices/child`,
  });
});

test('a prepared case is signed off by a manager who wrote no part of it, and is ready', async () => {
  await prepareCase(team, caseId);
  const { status, body } = await manager.api.post(`${at}/assessment/sign-off`, { criteria: allMet() });
  expect([status, body.state]).toEqual([200, 'READY']);
  expect(await stateOf()).toEqual({ state: 'READY', signedOffBy: manager.id });
  expect((await assessor.api.get(`${at}/assessment`)).body).toMatchObject({
    status: 'SIGNED_OFF',
    signedOffBy: manager.id,
  });
});

test('nobody signs off their own work, whichever part of it they wrote', async () => {
  await prepareCase(team, caseId);
  await manager.api.put(`${at}/judgements/LIKELIHOOD_OF_REOFFENDING`, judgementOf('LOW', { version: 1 }));
  const { status, body } = await manager.api.post(`${at}/assessment/sign-off`);
  expect([status, codesOf(body)]).toEqual([409, ['SAME_PERSON_AUTHOR_AND_SIGNER']]);
  const other = await team.as('PANEL_TEAM_MANAGER', 2);
  expect((await other.api.post(`${at}/assessment/sign-off`, { criteria: allMet() })).status).toBe(200);
});

test.each(['no-identifiable-victim', 'earlier-disposals/check'])(
  'whoever wrote %s cannot sign it off',
  async (part) => {
    const noIdentifiableVictim = { reason: 'Nobody was harmed.' };
    const { caseId: id } = await referCase(team, { victims: undefined, noIdentifiableVictim });
    const { api } = await team.as('PANEL_TEAM_MANAGER', 3);
    const mayNot = async () =>
      codesOf((await api.post(`/api/cases/${id}/assessment/sign-off`)).body).includes('SAME_PERSON_AUTHOR_AND_SIGNER');
    expect(await mayNot()).toBe(false);
    const sent =
      part === 'no-identifiable-victim'
        ? await api.put(`/api/cases/${id}/${part}`, { reason: 'It was found in a search.' })
        : await api.post(`/api/cases/${id}/${part}`, { places: 'Our own records', checkedOn: '2026-11-01' });
    expect(sent.status).toBe(200);
    expect(await mayNot()).toBe(true);
  },
);

test('an assessor cannot sign at all, nor the manager of another area, nor anybody before the case is accepted', async () => {
  expect((await assessor.api.post(`${at}/assessment/sign-off`)).status).toBe(403);
  const stranger = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Rutland') });
  expect((await stranger.api.post(`${at}/assessment/sign-off`)).status).toBe(404);
  expect(codesOf((await manager.api.post(`${at}/assessment/sign-off`)).body)).toContain('WRONG_STATE');
});

test('an answer changed after it removes the sign-off, and the case is prepared again', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const { body } = await assessor.api.get(`${at}/assessment`);
  const changed = { set, answers: { 'family-known': [fact('The grandmother has moved in.')] }, version: body.version };
  expect((await assessor.api.put(`${at}/assessment/answers`, changed)).status).toBe(200);
  expect(await stateOf()).toEqual({ state: 'PREPARING', signedOffBy: null });
  expect((await assessor.api.get(`${at}/assessment`)).body.status).toBe('DRAFT');
  const again = await manager.api.post(`${at}/assessment/sign-off`);
  expect(codesOf(again.body)).toEqual(['ASSESSMENT_NOT_SUBMITTED']);
});

test('an agency that answers late removes the sign-off', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const { body } = await assessor.api.get(`${at}/agency-checks`);
  const check = body.items.find(({ agency }: { agency: string }) => agency === 'EDUCATION_PRE16');
  const late = { status: 'INFORMATION_RECEIVED', content: 'Excluded last week.', analysis: 'School no longer holds.' };
  const answered = await assessor.api.put(`${at}/agency-checks/EDUCATION_PRE16`, { ...late, version: check.version });
  expect(answered.status).toBe(200);
  expect(await stateOf()).toEqual({ state: 'PREPARING', signedOffBy: null });
});

test('an earlier disposal that comes to light removes the sign-off and has to be answered', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const disposal = {
    ...{ disposal: 'COMMUNITY_RESOLUTION', givenOn: '2025-11-03', offence: 'Shop theft' },
    ...{ route: 'POLICE_ISSUED', source: 'Police system', completed: 'YES' },
  };
  expect((await assessor.api.post(`/api/children/${childId}/disposals`, disposal)).status).toBe(201);
  expect(await stateOf()).toEqual({ state: 'PREPARING', signedOffBy: null });
  await considerNews(team, caseId);
  expect(codesOf((await manager.api.post(`${at}/assessment/sign-off`)).body)).toEqual([
    'EARLIER_DISPOSAL_NOT_ANALYSED',
  ]);
  const { body: earlier } = await assessor.api.get(`${at}/earlier-disposals`);
  expect(earlier).toMatchObject({
    items: [{ disposal: 'COMMUNITY_RESOLUTION', response: null }],
    flags: [{ count: 1 }],
  });
});

test('the response to each earlier disposal opens its gate, and can be answered only in a case of that child', async () => {
  const disposal = {
    ...{ disposal: 'OUTCOME_22', givenOn: '2025-06-03', offence: 'Damage' },
    ...{ route: 'PANEL', source: 'Our records', completed: 'NOT_KNOWN' },
  };
  await assessor.api.post(`/api/children/${childId}/disposals`, disposal);
  await prepareCase(team, caseId);
  const { body } = await assessor.api.get(`${at}/earlier-disposals`);
  expect(body.items[0].response).toMatchObject({ differentNow: 'A new school and other friends.', version: 1 });
  const response = { whatWasDone: 'Sessions', childsResponse: 'Came', differentNow: '' };
  const page = `earlier-disposals/${body.items[0].id}/response`;
  const missing = await assessor.api.put(`${at}/${page}`, { ...response, version: 1 });
  expect([missing.status, missing.body.errors[0].field]).toEqual([400, 'differentNow']);
  expect((await assessor.api.put(`${at}/${page}`, { ...response, differentNow: 'More' })).status).toBe(409);
  const other = await referCase(team);
  const elsewhere = await assessor.api.put(`/api/cases/${other.caseId}/${page}`, { ...response, differentNow: 'More' });
  expect(elsewhere.status).toBe(404);
  await signOff(team, caseId);
  expect((await stateOf()).state).toBe('READY');
});

test('what can be overridden is passed over with a reason, which stays with the sign-off; a stop never is', async () => {
  await prepareCase(team, caseId);
  const { body } = await assessor.api.get(`${at}/agency-checks`);
  const check = body.items.find(({ agency }: { agency: string }) => agency === 'SUBSTANCE_MISUSE');
  await assessor.api.put(`${at}/agency-checks/SUBSTANCE_MISUSE`, { status: 'REQUESTED', version: check.version });
  await assessor.api.put(`${at}/voices/carer`, { status: 'NOT_OBTAINED', reason: 'Abroad', version: 1 });
  const overrides = [
    { code: 'AGENCY_CHECK_OUTSTANDING', reason: 'The service has closed its waiting list; school knows him well.' },
    { code: 'CARER_NOT_HEARD', reason: 'We have no time.' },
  ];
  const stopped = await manager.api.post(`${at}/assessment/sign-off`, { overrides });
  expect([stopped.status, codesOf(stopped.body)]).toEqual([409, ['CARER_NOT_HEARD']]);
  await assessor.api.put(`${at}/voices/carer`, heard({ version: 2 }));
  expect(codesOf((await manager.api.post(`${at}/assessment/sign-off`)).body)).toEqual(['AGENCY_CHECK_OUTSTANDING']);
  await signOff(team, caseId, overrides);
  const [kept] = await service.read.source.query(`select evaluation from sign_offs where "caseId" = '${caseId}'`);
  expect(JSON.parse(kept.evaluation).overrides).toEqual([{ ...overrides[0], severity: 'OVERRIDE', by: manager.id }]);
  const entries = await service.read.source.query(
    `select details from trail_entries where "subjectId" = '${caseId}' and type = 'GATE_OVERRIDDEN'`,
  );
  expect(entries).toEqual([{ details: '{"code":"AGENCY_CHECK_OUTSTANDING"}' }]);
});

test('of two managers who sign at once, one signs', async () => {
  await prepareCase(team, caseId);
  const other = await team.as('PANEL_TEAM_MANAGER', 2);
  const sent = { criteria: allMet() };
  const answers = await Promise.all([manager, other].map(({ api }) => api.post(`${at}/assessment/sign-off`, sent)));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
});

test('a sign-off of what was shown is refused when somebody has changed it since', async () => {
  await prepareCase(team, caseId);
  const [{ version }] = await service.read.source.query(`select version from cases where id = '${caseId}'`);
  await considerChildAgain();
  const stale = await manager.api.post(`${at}/assessment/sign-off`, { version });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
});

const considerChildAgain = async (): Promise<void> => {
  const consideration = 'He asked us to write that he is proud of his grandmother’s language.';
  await assessor.api.put(`${at}/identity`, { consideration, version: 1 });
};

test('what the child is and had before can be written before anybody accepted the case', async () => {
  await considerChild(team, caseId);
  expect((await stateOf()).state).toBe('REFERRED');
});
