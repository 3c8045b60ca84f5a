import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { stateOf } from '../support/signed-off-case.js';
import { victimView } from '../support/victims-story.js';

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
  referred = await referCase(team, {
    victims: [{ kind: 'CHILD', name: 'Wren Ash', consentToShare: 'NOT_YET_SOUGHT' }],
  });
});
afterAll(() => service.stop());

const at = (rest = '', { caseId } = referred) => `/api/cases/${caseId}/victims${rest}`;
const victimOf = async (of = referred) => (await worker.api.get(at('', of))).body.items[0];
const consent = async (body: object) => {
  const { id, version } = await victimOf();
  return worker.api.put(at(`/${id}/consent`), { version, ...body });
};
const given = { consent: 'GIVEN', askedOn: dayFromNow(0), informed: 'What is shared with whom, and that it can end.' };
const withdraw = async (body: object = {}) => {
  const { id, version } = await victimOf();
  const sent = { on: dayFromNow(0), reason: 'It brings everything back.', version, ...body };
  return worker.api.post(at(`/${id}/withdrawal`), sent);
};

test.each([
  ['an agreement without its day', { ...given, askedOn: undefined }, 'askedOn'],
  ['an agreement asked for tomorrow', { ...given, askedOn: '2999-01-01' }, 'askedOn'],
  ['an agreement without what they were told', { ...given, informed: ' ' }, 'informed'],
  ['a refusal without why', { consent: 'REFUSED', askedOn: dayFromNow(0) }, 'refusal'],
  ['a refusal for a reason not on the list', { consent: 'REFUSED', askedOn: dayFromNow(0), refusal: 'X' }, 'refusal'],
  ['another reason without words', { consent: 'REFUSED', askedOn: dayFromNow(0), refusal: 'OTHER' }, 'reason'],
  ['a withdrawal by this way', { ...given, consent: 'WITHDRAWN' }, 'consent'],
])('%s is refused by the name of its field', async (_, body, field) => {
  const answer = await consent(body);
  expect([answer.status, answer.body.errors?.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  expect(await victimOf()).toMatchObject({ consentToShare: 'NOT_YET_SOUGHT', version: 1 });
});

test('what they agreed to is kept with its day, what they were told, and the coded reason of a refusal', async () => {
  expect((await consent(given)).body).toEqual({ version: 2 });
  expect(await victimOf()).toMatchObject({ consentToShare: 'GIVEN', consentInformed: given.informed, version: 2 });
  await consent({ consent: 'REFUSED', askedOn: dayFromNow(0), refusal: 'FEAR' });
  const refused = { consentToShare: 'REFUSED', consentRefusal: 'FEAR', consentReason: null };
  expect(await victimOf()).toMatchObject(refused);
  const stale = await consent({ ...given, version: 2 });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
});

test('nobody but who speaks with victims of the area records what they agreed to', async () => {
  const { id, version } = await victimOf();
  const { api } = await team.as('PANEL_CHAIR');
  expect((await api.put(at(`/${id}/consent`), { ...given, version })).status).toBe(403);
  const elsewhere = await team.addArea(`Rutland ${referred.reference}`);
  const other = await team.hire(['VICTIM_WORKER'], { areaId: elsewhere });
  expect((await other.api.post(at(`/${id}/withdrawal`), { on: dayFromNow(0), reason: 'X', version })).status).toBe(404);
  expect((await other.api.put(at(`/${id}/contact`), { version })).status).toBe(404);
});

test('there is nothing to take back before they agreed, nor twice, nor on a day to come', async () => {
  expect((await withdraw()).body.errors[0].field).toBe('on');
  await consent(given);
  expect((await withdraw({ on: '2999-01-01' })).body.errors[0].field).toBe('on');
  expect((await withdraw({ reason: ' ' })).body.errors[0].field).toBe('reason');
  expect((await withdraw()).status).toBe(201);
  expect((await withdraw()).body.errors[0].field).toBe('on');
});

test('a withdrawal closes what was open in every case, hides what they said, and takes a signed-off case back', async () => {
  await consent(given);
  await prepareCase(team, referred.caseId);
  const { id, harmedId, version } = await victimOf();
  await worker.api.put(at(`/${id}/contact`), { nextContactOn: dayFromNow(3), version });
  const other = await referCase(team);
  await worker.api.post(`/api/cases/${other.caseId}/known-victims`, { harmedId });
  const there = (await worker.api.get(at('', other))).body.items[1];
  const view = victimView({ view: 'Words of the other case' });
  await worker.api.put(at(`/${there.id}/view`, other), view);
  await signOff(team, referred.caseId);
  const meetingId = await listCase(team, referred.caseId);
  const readers = [
    ...(['PANEL_CHAIR', 'PANEL_TEAM_MANAGER'] as const).map((role) => ({
      role,
      path: `/cases/${referred.caseId}/victims`,
    })),
    { role: 'PANEL_TEAM_MANAGER', path: `/cases/${referred.caseId}/assessment/sign-off` },
    { role: 'PANEL_CHAIR', path: `/meetings/${meetingId}/pack` },
  ] as const;
  const said = victimView()['view'] as string;
  const shows = async () => {
    const seen = [];
    for (const { role, path } of readers) {
      const { text } = await (await browserOf(service, team, await team.as(role))).get(path);
      seen.push(text.includes(said));
    }
    return seen;
  };
  const before = await shows();
  expect(before).toEqual([true, true, true, true]);
  const withdrawn = await withdraw();
  expect(withdrawn.body).toEqual({ version: version + 2, closed: ['VIEW', 'CONTACT'] });
  expect(await stateOf(service, referred.caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
  expect(await shows()).toEqual(readers.map(() => false));
  expect(await victimOf()).toMatchObject({
    ...{ consentToShare: 'WITHDRAWN', withdrawnOn: dayFromNow(0), withdrawalReason: 'It brings everything back.' },
    ...{ status: 'CONSENT_WITHDRAWN', view: null, impact: null, nextContactOn: null },
  });
  const texts = [await worker.api.get(at('', other)), await (await team.as('PANEL_CHAIR')).api.get(at('', other))];
  expect(texts.some(({ text }) => text.includes('Words of the other case'))).toBe(false);
  const trail = JSON.stringify(await service.read.source.query('select t.details from trail_entries t'));
  expect(trail).not.toContain('brings everything back');
});

describe('an agreement on which something rests', () => {
  const rests: [string, string, (version: number) => object][] = [
    ['what they said', 'view', () => victimView()],
    ['an offer', 'restorative-offer', () => ({ offered: 'YES', offeredOn: dayFromNow(0) })],
    ['their wish to be told', 'telling', () => ({ status: 'WANTS_TO_BE_TOLD' })],
    ['a planned contact', 'contact', (version) => ({ nextContactOn: dayFromNow(2), version })],
    ['what is kept of their needs', 'needs', () => ({ agrees: 'YES', language: 'Gujarati' })],
  ];
  const refused = { consent: 'REFUSED', askedOn: dayFromNow(0), refusal: 'FEAR' };
  const change = async (consentToShare: string) => {
    const { id, version } = await victimOf();
    const sent = { kind: 'CHILD', name: 'Wren Ash', consentToShare, consentReason: 'Is afraid', version };
    return worker.api.put(at(`/${id}`), sent);
  };

  test.each(rests)('is taken back and not written over: %s', async (_, part, body) => {
    await consent(given);
    const { id, version } = await victimOf();
    expect((await worker.api.put(at(`/${id}/${part}`), body(version))).status).toBe(200);
    const answers = [await consent(refused), await consent({ consent: 'NOT_YET_SOUGHT' })];
    answers.push(await change('REFUSED'), await change('NOT_YET_SOUGHT'));
    const message = expect.stringContaining('“They withdraw their agreement”');
    const faults = ['consent', 'consent', 'consentToShare', 'consentToShare'].map((field) => [{ field, message }]);
    expect(answers.map(({ body: { errors } }) => errors)).toEqual(faults);
    expect((await victimOf()).consentToShare).toBe('GIVEN');
    expect((await consent(given)).status).toBe(200);
    expect((await withdraw()).status).toBe(201);
    expect((await consent(refused)).status).toBe(200);
  });

  test('is taken back also where it rests in another case, of which nothing is said here', async () => {
    await consent(given);
    const { harmedId } = await victimOf();
    const other = await referCase(team);
    await worker.api.post(`/api/cases/${other.caseId}/known-victims`, { harmedId });
    const there = (await worker.api.get(at('', other))).body.items[1];
    expect((await worker.api.put(at(`/${there.id}/view`, other), victimView())).status).toBe(200);
    const answer = await consent(refused);
    expect([answer.status, answer.text.includes(other.reference)]).toEqual([400, false]);
    expect((await change('REFUSED')).status).toBe(400);
  });

  test('on which nothing rests any more is written over where it was recorded wrongly', async () => {
    await consent(given);
    const { id, version } = await victimOf();
    await worker.api.put(at(`/${id}/contact`), { nextContactOn: dayFromNow(2), version });
    expect((await consent(refused)).status).toBe(400);
    await worker.api.put(at(`/${id}/contact`), { version: (await victimOf()).version });
    expect((await change('NOT_YET_SOUGHT')).status).toBe(200);
  });
});

test('after a withdrawal no view is recorded until they agree anew, and then they are asked anew', async () => {
  await consent(given);
  const { id } = await victimOf();
  await worker.api.put(at(`/${id}/view`), victimView());
  await withdraw();
  const { viewVersion, version } = await victimOf();
  const refused = await worker.api.put(at(`/${id}/view`), { ...victimView(), version: viewVersion });
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'status']);
  const past = { kind: 'CHILD', name: 'Wren Ash', consentToShare: 'GIVEN', version };
  const changed = await worker.api.put(at(`/${id}`), past);
  expect(changed.body.errors).toEqual([{ field: 'consentToShare', message: refused.body.errors[0].message }]);
  expect((await consent(given)).status).toBe(200);
  const now = await victimOf();
  expect(now).toMatchObject({
    consentToShare: 'GIVEN',
    status: 'NOT_YET_SOUGHT',
    view: null,
    withdrawnOn: dayFromNow(0),
  });
  expect((await worker.api.put(at(`/${id}/view`), { ...victimView(), version: now.viewVersion })).status).toBe(200);
});

describe('what they said before it was changed', () => {
  const sayAndChange = async (view: string) => {
    const { id, viewVersion } = await victimOf();
    expect((await worker.api.put(at(`/${id}/view`), victimView({ view, version: viewVersion }))).status).toBe(200);
    const declined = { status: 'DECLINED', version: viewVersion + 1 };
    expect((await worker.api.put(at(`/${id}/view`), declined)).status).toBe(200);
  };
  const saidBefore = async () => (await victimOf()).viewsBefore.map(({ view }: { view: string }) => view);

  test('is read by nobody once they withdrew, also after they agree again', async () => {
    await consent(given);
    await sayAndChange('Said at first');
    expect(await saidBefore()).toEqual(['Said at first']);
    expect((await withdraw()).body.closed).toEqual(['VIEW']);
    expect(await saidBefore()).toEqual([]);
    expect((await consent(given)).status).toBe(200);
    await sayAndChange('Said since');
    expect(await saidBefore()).toEqual(['Said since']);
    const browser = await browserOf(service, team, worker);
    const { text } = await browser.get(`/cases/${referred.caseId}/victims`);
    expect([text.includes('Said at first'), text.includes('Said since')]).toEqual([false, true]);
  });

  test('rests on their agreement, which no other answer takes the place of', async () => {
    await consent(given);
    await sayAndChange('Said at first');
    const refused = await consent({ consent: 'REFUSED', askedOn: dayFromNow(0), refusal: 'FEAR' });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'consent']);
    const browser = await browserOf(service, team, worker);
    const { id } = await victimOf();
    const { text } = await browser.get(`/cases/${referred.caseId}/victims/${id}/about/withdrawal`);
    expect(text).toContain('nobody reads it from then on');
  });

  test('leaves a pack that was issued before as it was', async () => {
    await consent(given);
    await prepareCase(team, referred.caseId);
    await signOff(team, referred.caseId);
    const meetingId = await listCase(team, referred.caseId);
    await (await team.as('PANEL_ADMINISTRATOR')).api.post(`/api/meetings/${meetingId}/packs`);
    const { id, viewVersion } = await victimOf();
    await worker.api.put(at(`/${id}/view`), { status: 'DECLINED', version: viewVersion });
    const chair = await team.as('PANEL_CHAIR');
    const { text } = await chair.api.get(`/api/meetings/${meetingId}/packs/1`);
    expect(text).toContain(victimView()['view']);
  });
});

test('the page of a withdrawal says what it closes before anything is sent', async () => {
  await consent(given);
  const { id } = await victimOf();
  await worker.api.put(at(`/${id}/view`), victimView());
  const browser = await browserOf(service, team, worker);
  const page = `/cases/${referred.caseId}/victims/${id}/about`;
  const { text } = await browser.get(`${page}/withdrawal`);
  expect(text).toContain('in every case in which this person was harmed');
  expect(text).toContain('nobody reads it from then on');
  const day = { 'on-day': '26', 'on-month': '11', 'on-year': '2026' };
  expect((await browser.fill(`${page}/withdrawal`, day)).status).toBe(422);
  expect((await victimOf()).consentToShare).toBe('GIVEN');
  const [year = '', month = '', date = ''] = dayFromNow(0).split('-');
  const on = { 'on-day': date, 'on-month': month, 'on-year': year };
  expect((await browser.fill(`${page}/withdrawal`, { ...on, reason: 'Did not say' })).status).toBe(303);
  expect((await victimOf()).consentToShare).toBe('WITHDRAWN');
  expect((await browser.get(`${page}/nonsense`)).status).toBe(404);
  const agreed = { consent: 'REFUSED', 'askedOn-day': date, 'askedOn-month': month, 'askedOn-year': year };
  expect((await browser.fill(`${page}/consent`, { ...agreed, refusal: 'FEAR' })).status).toBe(303);
  expect((await browser.get(`/cases/${referred.caseId}/victims`)).text).toContain('They are afraid');
});

test('a pack issued before they withdrew leaves out what they said, but for those who audit what the panel read', async () => {
  await consent(given);
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  const meetingId = await listCase(team, referred.caseId);
  const administrator = await team.as('PANEL_ADMINISTRATOR');
  expect((await administrator.api.post(`/api/meetings/${meetingId}/packs`)).status).toBe(201);
  const [chair, lead] = [await team.as('PANEL_CHAIR'), await team.as('QA_LEAD')];
  const { view } = victimView();
  const pages = [`/meetings/${meetingId}/packs/1`, `/meetings/${meetingId}/pack`];
  const readBy = async (colleague: Colleague): Promise<boolean[]> => {
    const browser = await browserOf(service, team, colleague);
    const texts = [];
    for (const page of pages) texts.push((await browser.get(page)).text, (await colleague.api.get(`/api${page}`)).text);
    return texts.map((text) => text.includes(String(view)));
  };
  expect(await readBy(chair)).toEqual([true, true, true, true]);
  expect((await withdraw()).status).toBe(201);
  expect(await readBy(chair)).toEqual([false, false, false, false]);
  expect(await readBy(lead)).toEqual([true, true, true, true]);
  const { text } = await (await browserOf(service, team, chair)).get(pages[0] ?? '');
  expect(text).toContain('Withheld: a victim took their agreement back after this pack was issued.');
});
