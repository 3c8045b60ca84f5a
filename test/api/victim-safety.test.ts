import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { decidedCase } from '../support/outcomes-story.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let worker: Colleague;
let referred: ReferredCase;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
beforeEach(async () => {
  referred = await referCase(team);
});
afterAll(() => service.stop());

const at = (rest = '', { caseId } = referred) => `/api/cases/${caseId}/victims${rest}`;
const victimOf = async (of = referred) => (await worker.api.get(at('', of))).body.items[0];
const action = { what: 'Not in the same form group', who: 'Head of year', dueOn: dayFromNow(5) };
const safety = (more: object = {}) => ({
  ...{ sharedSchool: 'YES', sharedHome: 'NO', sharedStreet: 'NOT_KNOWN', actions: [action] },
  ...{ feltAtStart: 'QUITE_UNSAFE', feltAtStartOn: dayFromNow(0) },
  ...more,
});
const save = async (more: object = {}, of = referred) => {
  const { id, safety: known } = await victimOf(of);
  return worker.api.put(at(`/${id}/safety`, of), { ...safety(more), version: known?.version ?? 0 });
};

test.each([
  ['a school that is maybe shared', { sharedSchool: 'MAYBE' }, 'sharedSchool'],
  ['a street nobody asked about', { sharedStreet: undefined }, 'sharedStreet'],
  ['a step without who does it', { actions: [{ ...action, who: ' ' }] }, 'actions[0].who'],
  ['a step without its day', { actions: [{ ...action, dueOn: undefined }] }, 'actions[0].dueOn'],
  ['a step done tomorrow', { actions: [{ ...action, doneOn: '2999-01-01' }] }, 'actions[0].doneOn'],
  ['a feeling that is not on the scale', { feltAtStart: 'FINE' }, 'feltAtStart'],
  ['a feeling without its day', { feltAtStartOn: undefined }, 'feltAtStartOn'],
  ['an end before the start', { feltAtEnd: 'QUITE_SAFE', feltAtEndOn: '2026-01-01' }, 'feltAtEndOn'],
])('%s is refused by the name of its field', async (_, more, field) => {
  const { status, body } = await save(more);
  expect([status, body.errors?.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  expect((await victimOf()).safety).toBeNull();
});

test('what is shared and what is done about it is kept, and the panel reads it, but not how safe they feel', async () => {
  expect((await save()).body).toEqual({ version: 1 });
  const shared = { sharedSchool: 'YES', sharedHome: 'NO', sharedStreet: 'NOT_KNOWN', sameSchoolOrHome: 'YES' };
  const kept = { ...shared, safetyActions: [{ ...action, doneOn: null }] };
  expect(await victimOf()).toMatchObject({ ...kept, safety: { feltAtStart: 'QUITE_UNSAFE', version: 1 } });
  const chair = (await (await team.as('PANEL_CHAIR')).api.get(at())).body.items[0];
  expect(chair).toMatchObject(kept);
  expect(JSON.stringify(chair)).not.toContain('QUITE_UNSAFE');
  const stale = await worker.api.put(at(`/${chair.id}/safety`), { ...safety(), version: 0 });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  expect((await (await team.as('PANEL_CHAIR')).api.put(at(`/${chair.id}/safety`), safety())).status).toBe(403);
});

test('before the panel a change takes the sign-off away; the pack shows the steps; after it the end is asked', async () => {
  await prepareCase(team, referred.caseId);
  await save();
  await signOff(team, referred.caseId);
  const meetingId = await listCase(team, referred.caseId);
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect((await chair.get(`/meetings/${meetingId}/pack`)).text).toContain('Not in the same form group');
  await save({ actions: [{ ...action, doneOn: dayFromNow(0) }] });
  expect(await stateOf(service, referred.caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
  const decided = await decidedCase(team);
  const end = { feltAtEnd: 'VERY_SAFE', feltAtEndOn: dayFromNow(0) };
  expect((await save(end, decided)).status).toBe(200);
  expect((await victimOf(decided)).safety).toMatchObject(end);
  expect(await stateOf(service, decided.caseId)).toMatchObject({ state: 'DECIDED' });
});

test('on its page what was typed comes back when it does not fit, and what is saved is shown', async () => {
  const { id } = await victimOf();
  const browser = await browserOf(service, team, worker);
  const page = `/cases/${referred.caseId}/victims/${id}/about/safety`;
  const typed = {
    sharedSchool: 'YES',
    sharedHome: 'NO',
    'actions[0][what]': 'A lift home',
    'actions[0][who]': 'School',
  };
  const short = await browser.fill(page, typed);
  expect([short.status, short.text.includes('A lift home')]).toEqual([422, true]);
  const [year = '', month = '', day = ''] = dayFromNow(4).split('-');
  const due = { 'actions[0][dueOn-day]': day, 'actions[0][dueOn-month]': month, 'actions[0][dueOn-year]': year };
  const saved = await browser.fill(page, { ...typed, sharedStreet: 'NO', ...due });
  expect(saved.status).toBe(303);
  expect((await browser.get(`/cases/${referred.caseId}/victims`)).text).toContain('A lift home');
});
