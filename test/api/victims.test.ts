import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PageClient } from '../support/clients.js';
import { PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { gravity, type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { hearVictims, victimView } from '../support/victims-story.js';

const NAME = 'Quentin Canaryname';
const CONTACT = 'canarycontact@example.org';
const STATEMENT = 'The canarystatement of a victim';
const planted = [NAME, CONTACT, STATEMENT];

let service: Service;
let team: Team;
let referred: ReferredCase;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(async () => {
  referred = await referCase(team, { victims: [victim()] });
});
afterAll(() => service.stop());

const victim = (changes: object = {}) => ({
  ...{ kind: 'PERSON', name: NAME, contactDetails: CONTACT, statement: STATEMENT, consentToShare: 'GIVEN' },
  ...changes,
});
const worker = async () => (await team.as('VICTIM_WORKER')).api;
const at = (rest = '', caseId = referred.caseId) => `/api/cases/${caseId}/victims${rest}`;
const none = (caseId: string) => `/api/cases/${caseId}/no-identifiable-victim`;
const only = async () => (await (await worker()).get(at())).body.items[0];
const events = async (caseId = referred.caseId): Promise<string[]> =>
  (
    await service.read.source.query(`select t.type from trail_entries t where t."subjectId" = $1 order by t.sequence`, [
      caseId,
    ])
  ).map(({ type }: { type: string }) => type);

test('a victim worker is shown who the victim is, a panel chair only what the panel needs', async () => {
  await hearVictims(team, referred.caseId);
  expect(await only()).toMatchObject({ name: NAME, contactDetails: CONTACT, statement: STATEMENT, status: 'OBTAINED' });
  const chair = (await team.as('PANEL_CHAIR')).api;
  const { status, body, text } = await chair.get(at());
  expect(status).toBe(200);
  expect(Object.keys(body.items[0]).toSorted()).toEqual([
    ...['id', 'kind', 'obtainedOn', 'position', 'restorativeWish', 'safetyActions', 'safetyNeeds', 'sameSchoolOrHome'],
    ...['sharedHome', 'sharedSchool', 'sharedStreet', 'status', 'view'],
  ]);
  expect(planted.filter((word) => text.includes(word))).toEqual([]);
});

test('a partner has no way to victims, and the worker of another area finds none', async () => {
  expect((await (await team.as('PARTNER_CONTRIBUTOR')).api.get(at())).status).toBe(403);
  const elsewhere = await team.addArea(`Rutland ${referred.reference}`);
  const other = await team.hire(['VICTIM_WORKER'], { areaId: elsewhere });
  expect((await other.api.get(at())).status).toBe(404);
  expect((await other.api.post(at(), victim())).status).toBe(404);
  const { id } = await only();
  expect((await other.api.put(at(`/${id}/view`), victimView())).status).toBe(404);
});

test('an assessor reads the summary and changes nothing', async () => {
  const { api } = await team.as('YJS_ASSESSOR');
  const { id } = await only();
  expect((await api.put(at(`/${id}/view`), victimView())).status).toBe(403);
  expect((await api.post(at(), victim())).status).toBe(403);
});

test('a victim is added later, is numbered after the others and takes back that there was none', async () => {
  referred = await referCase(team, {
    victims: undefined,
    noIdentifiableVictim: { reason: 'Possession only; nobody was harmed as far as is known.' },
  });
  const api = await worker();
  expect((await api.get(at())).body).toMatchObject({ items: [], noIdentifiableVictimReason: expect.any(String) });
  const added = await api.post(at(), { kind: 'BUSINESS', name: 'A corner shop', consentToShare: true });
  expect([added.status, added.body]).toEqual([201, { id: expect.any(String), version: 1 }]);
  const second = await api.post(at(), { kind: 'CHILD', consentToShare: 'NOT_YET_SOUGHT', sameSchoolOrHome: true });
  expect(second.status).toBe(201);
  const { body } = await api.get(at());
  expect(body.noIdentifiableVictimReason).toBeNull();
  expect(body.items).toMatchObject([
    { position: 1, kind: 'BUSINESS', consentToShare: 'GIVEN', sameSchoolOrHome: 'NOT_KNOWN', viewVersion: 0 },
    { position: 2, kind: 'CHILD', consentToShare: 'NOT_YET_SOUGHT', sameSchoolOrHome: 'YES', status: 'NOT_YET_SOUGHT' },
  ]);
  expect((await events()).filter((type) => type === 'VICTIM_ADDED')).toHaveLength(2);
});

test('that there is no identifiable victim is recorded with why, and not beside a victim', async () => {
  const api = await worker();
  const beside = await api.put(none(referred.caseId), { reason: 'Nobody was hurt.' });
  expect([beside.status, beside.body.errors[0].field]).toEqual([400, 'reason']);
  referred = await referCase(team, { victims: undefined, noIdentifiableVictim: { reason: 'Not known at first.' } });
  const said = await api.put(none(referred.caseId), { reason: 'Cannabis for own use; nobody else was there.' });
  expect(said.status).toBe(200);
  expect((await api.get(at())).body.noIdentifiableVictimReason).toContain('Cannabis for own use');
  expect(await events()).toContain('NO_VICTIM_RECORDED');
  expect((await api.put(none(referred.caseId), { reason: ' ' })).body.errors).toEqual([
    { field: 'reason', message: 'Enter why there is no identifiable victim' },
  ]);
});

test('why there is no identifiable victim is not written over by whoever had not read what stands', async () => {
  const noIdentifiableVictim = { reason: 'Not known at first.' };
  referred = await referCase(team, { victims: undefined, noIdentifiableVictim });
  const [one, other] = [await worker(), (await team.as('VICTIM_WORKER', 2)).api];
  const { caseVersion: version } = (await one.get(at())).body;
  const said = await one.put(none(referred.caseId), { reason: 'The shop was shut.', version });
  expect([said.status, said.body]).toEqual([200, { reason: 'The shop was shut.', version: version + 1 }]);
  const stale = await other.put(none(referred.caseId), { reason: 'Nobody came forward.', version });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  expect((await one.get(at())).body).toMatchObject({
    ...{ noIdentifiableVictimReason: 'The shop was shut.', caseVersion: version + 1 },
  });
  const browser = await browserOf((await signIn('VICTIM_WORKER')).email);
  const page = `/cases/${referred.caseId}/no-identifiable-victim`;
  const opened = { version: String(version + 1) };
  expect((await browser.get(page)).text).toContain(`name="version" value="${version + 1}"`);
  expect((await browser.fill(page, { reason: 'The till was found.', ...opened })).status).toBe(303);
  const later = await browser.fill(page, { reason: 'A door was scratched.', ...opened });
  expect([later.status, later.text.includes('The till was found.')]).toEqual([409, true]);
  expect(later.text).toContain('A door was scratched.');
});

test('a victim who does not agree is asked why, and a stale change is refused', async () => {
  const api = await worker();
  const { id, version } = await only();
  const refused = { kind: 'PERSON', name: NAME, consentToShare: false };
  const without = await api.put(at(`/${id}`), { ...refused, version });
  expect([without.status, without.body.errors[0].field]).toEqual([400, 'consentReason']);
  const explained = { ...refused, consentReason: 'Wants to move on.', version };
  expect((await api.put(at(`/${id}`), explained)).body).toEqual({ version: version + 1 });
  expect(await only()).toMatchObject({ consentToShare: 'REFUSED', consentReason: 'Wants to move on.' });
  const stale = await api.put(at(`/${id}`), explained);
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  expect(await events()).toContain('VICTIM_CHANGED');
});

test.each([
  ['a view without its day', { obtainedOn: undefined }, 'obtainedOn'],
  ['a view without words', { view: '  ' }, 'view'],
  ['a view given tomorrow', { obtainedOn: '2999-01-01' }, 'obtainedOn'],
  ['a day that does not exist', { obtainedOn: '2026-02-30' }, 'obtainedOn'],
  ['an attempt made tomorrow', { attempts: [{ on: '2999-01-01', how: 'Letter', result: 'None' }] }, 'attempts[0].on'],
  ['an attempt without a day', { attempts: [{ how: 'Letter', result: 'None' }] }, 'attempts[0].on'],
  ['a refusal without its reason', { status: 'CONSENT_REFUSED' }, 'reason'],
  ['a status that is not known', { status: 'SAID_YES' }, 'status'],
  ['a field that is not known', { feelings: 'mixed' }, 'feelings'],
])('%s is refused by the name of its field', async (_, changes, field) => {
  const { id } = await only();
  const { status, body } = await (await worker()).put(at(`/${id}/view`), victimView(changes));
  expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  expect(await only()).toMatchObject({ status: 'NOT_YET_SOUGHT', viewVersion: 0 });
});

test('nobody was heard, or tried for, before the first offence of the case', async () => {
  const [first, second] = ['2026-10-28', '2026-11-02'].map((date) => ({
    ...{ date, homeOfficeClass: '105A', description: 'Pushed another child.', gravity: gravity() },
  }));
  referred = await referCase(team, { victims: [victim()], offences: [second, first] });
  const { id } = await only();
  const put = async (changes: object) =>
    (await worker()).put(at(`/${id}/view`), victimView({ attempts: [], ...changes }));
  const message = 'The day cannot be before the day of the offence (28 October 2026)';
  const call = (on: string) => ({ on, how: 'Telephone', result: 'No answer' });
  const early = await put({ obtainedOn: '2020-01-01', attempts: [call('2026-10-28'), call('2026-10-27')] });
  expect([early.status, early.body.errors]).toEqual([
    400,
    ['obtainedOn', 'attempts[1].on'].map((field) => ({ field, message })),
  ]);
  const tried = [call('2019-01-01'), call('2019-01-02')];
  expect((await put({ status: 'NOT_CONTACTABLE', obtainedOn: undefined, attempts: tried })).status).toBe(400);
  expect(await only()).toMatchObject({ status: 'NOT_YET_SOUGHT', viewVersion: 0 });
  const consent = { consent: 'GIVEN', askedOn: '2020-01-01', informed: 'All of it.', version: (await only()).version };
  expect((await (await worker()).put(at(`/${id}/consent`), consent)).status).toBe(200);
  expect((await put({ obtainedOn: '2026-10-28' })).status).toBe(200);
});

test('one attempt may be saved before the second, and the second save needs the version of the first', async () => {
  const api = await worker();
  const { id } = await only();
  const call = { on: '2026-09-20', how: 'Telephone', result: 'No answer' };
  const missed = { status: 'NOT_CONTACTABLE', attempts: [call] };
  expect((await api.put(at(`/${id}/view`), missed)).body).toEqual({ version: 1 });
  const again = { status: 'NOT_CONTACTABLE', attempts: [call, { ...call, on: '2026-09-22' }] };
  expect((await api.put(at(`/${id}/view`), again)).status).toBe(409);
  expect((await api.put(at(`/${id}/view`), { ...again, version: 1 })).body).toEqual({ version: 2 });
  expect(await only()).toMatchObject({ status: 'NOT_CONTACTABLE', attempts: again.attempts, viewVersion: 2 });
});

describe('a view that is changed', () => {
  const declined = (version: number) => ({ status: 'DECLINED', version });

  test('stays as it was, with until when, for whoever speaks with victims and nobody else', async () => {
    const api = await worker();
    const { id } = await only();
    await api.put(at(`/${id}/view`), victimView());
    const attempts = [{ on: '2026-09-26', how: 'Letter', result: 'None' }];
    await api.put(at(`/${id}/view`), victimView({ attempts, version: 1 }));
    expect((await only()).viewsBefore).toEqual([]);
    await api.put(at(`/${id}/view`), victimView({ view: 'It is over for me.', impact: 'Sleeps again.', version: 2 }));
    expect((await api.put(at(`/${id}/view`), declined(3))).body).toEqual({ version: 4 });
    const { attempts: _, ...first } = victimView();
    const { status, view, viewsBefore } = await only();
    expect([status, view]).toEqual(['DECLINED', null]);
    const until = expect.stringMatching(/^2026-11-23T/);
    expect(viewsBefore).toEqual([
      { ...first, view: 'It is over for me.', impact: 'Sleeps again.', reason: null, until },
      { ...first, reason: null, until },
    ]);
    const page = `/cases/${referred.caseId}/victims`;
    const own = (await (await browserOf((await signIn('VICTIM_WORKER')).email)).get(page)).text;
    expect([own.includes('Before, until 23 November 2026'), own.includes('Sleeps again.')]).toEqual([true, true]);
    for (const role of ['PANEL_CHAIR', 'PANEL_MEMBER', 'YJS_ASSESSOR'] as const) {
      const texts = [(await (await team.as(role)).api.get(at())).text];
      texts.push((await (await browserOf((await signIn(role)).email)).get(page)).text);
      expect([role, texts.some((text) => /Sleeps again|It is over for me|two weeks/.test(text))]).toEqual([
        role,
        false,
      ]);
    }
  });

  test('is refused when it is stale, and then nothing is kept twice', async () => {
    const api = await worker();
    const { id } = await only();
    await api.put(at(`/${id}/view`), victimView());
    expect((await api.put(at(`/${id}/view`), declined(0))).status).toBe(409);
    expect((await only()).viewsBefore).toEqual([]);
  });

  test('keeps why somebody did not agree, and nothing of a view that held nothing', async () => {
    const api = await worker();
    const { id } = await only();
    await api.put(at(`/${id}/view`), { status: 'NOT_CONTACTABLE' });
    await api.put(at(`/${id}/view`), { status: 'CONSENT_REFUSED', reason: 'Is afraid.', version: 1 });
    await api.put(at(`/${id}/view`), declined(2));
    expect((await only()).viewsBefore).toMatchObject([{ status: 'CONSENT_REFUSED', reason: 'Is afraid.', view: null }]);
  });

  test('is kept where neither the service nor anybody else changes it', async () => {
    const api = await worker();
    const { id } = await only();
    await api.put(at(`/${id}/view`), victimView());
    await api.put(at(`/${id}/view`), declined(1));
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    for (const change of ['update victim_views_withdrawn set view = null', 'delete from victim_views_withdrawn']) {
      await expect(source.query(change)).rejects.toThrow(/append-only/);
    }
  });
});

test('the list shows who waits until they are heard or twice not reached, by area, and names nobody', async () => {
  const api = await worker();
  const place = await team.addArea(`Oadby ${referred.reference}`);
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId: place });
  const there = await team.hire(['VICTIM_WORKER'], { areaId: place });
  const cases = [];
  for (let made = 0; made < 3; made += 1) {
    cases.push(await referCase(team, { panelAreaId: place, victims: [victim()] }, officer));
  }
  const list = `/api/victims?panelAreaId=${place}`;
  expect((await api.get(list)).body.items).toEqual([]);
  const page = await there.api.get(`${list}&limit=2`);
  expect(page.body.items).toHaveLength(2);
  const rest = await there.api.get(`${list}&limit=2&after=${page.body.next}`);
  expect(rest.body).toMatchObject({ items: [expect.anything()], next: null });
  const shown = [...page.body.items, ...rest.body.items].map(({ caseId }: { caseId: string }) => caseId);
  expect(shown.toSorted()).toEqual(cases.map(({ caseId }) => caseId).toSorted());
  expect(planted.filter((word) => page.text.includes(word))).toEqual([]);
  const unheard = async () =>
    (await there.api.get(list)).body.items.filter(({ step }: { step: string }) => /ASK|TRY/.test(step));
  const [first, second] = cases as [ReferredCase, ReferredCase];
  const idOf = async ({ caseId }: ReferredCase) => (await there.api.get(at('', caseId))).body.items[0].id;
  await there.api.put(at(`/${await idOf(first)}/view`, first.caseId), victimView());
  const call = { on: '2026-09-20', how: 'Telephone', result: 'Nobody said: "on":"2026-09-21"' };
  const missed = { status: 'NOT_CONTACTABLE', attempts: [call] };
  await there.api.put(at(`/${await idOf(second)}/view`, second.caseId), missed);
  expect(await unheard()).toHaveLength(2);
  const twice = { ...missed, attempts: [call, call], version: 1 };
  await there.api.put(at(`/${await idOf(second)}/view`, second.caseId), twice);
  expect(await unheard()).toHaveLength(1);
  expect((await there.api.get('/api/victims?after=nonsense')).status).toBe(400);
});

test('on pages a victim is added, corrected and heard, and what was typed comes back when it does not fit', async () => {
  const { email } = await signIn('VICTIM_WORKER');
  const browser = await browserOf(email);
  const page = `/cases/${referred.caseId}/victims`;
  const shown = await browser.get(page);
  expect(shown.text).toContain(NAME);
  expect(shown.text).toContain(referred.reference);
  expect(shown.text).not.toContain('aria-label="Child"');
  expect(/<title>[^<]*/.exec(shown.text)?.[0]).not.toContain(NAME);
  const empty = await browser.fill(`${page}/new`, { name: 'Typed already', consentToShare: 'REFUSED' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Select who was harmed');
  expect(empty.text).toContain('Typed already');
  const added = await browser.fill(`${page}/new`, { kind: 'CHILD', name: 'Second Victim', consentToShare: 'GIVEN' });
  expect([added.status, added.headers.get('location')]).toEqual([303, page]);
  const { id } = await only();
  const incomplete = await browser.fill(`${page}/${id}/view`, { status: 'OBTAINED', view: 'Kept words' });
  expect(incomplete.status).toBe(422);
  expect(incomplete.text).toContain('Kept words');
  const day = { 'obtainedOn-day': '25', 'obtainedOn-month': '9', 'obtainedOn-year': '2026' };
  const heard = await browser.fill(`${page}/${id}/view`, { status: 'OBTAINED', view: 'Let them apologise', ...day });
  expect(heard.status).toBe(303);
  expect((await browser.get(page)).text).toContain('Let them apologise');
  const list = await browser.get('/victims');
  expect([list.status, planted.some((word) => list.text.includes(word))]).toEqual([200, false]);
});

test('a form that was opened before somebody else saved shows both and overwrites nothing', async () => {
  const { email } = await signIn('VICTIM_WORKER');
  const browser = await browserOf(email);
  const { id, version } = await only();
  const page = `/cases/${referred.caseId}/victims/${id}`;
  await browser.get(page);
  const fields = { kind: 'PERSON', name: 'Newer name', consentToShare: 'GIVEN', version: String(version) };
  expect((await browser.fill(page, { ...fields })).status).toBe(303);
  const stale = await browser.fill(page, { ...fields, name: 'Older name' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Newer name');
  expect(stale.text).toContain('Older name');
});

test('what identifies a victim stands on their own pages alone, and never in the trail or the log', async () => {
  await hearVictims(team, referred.caseId);
  const { id } = await only();
  const shown = async (email: string, path: string) => {
    const { text } = await (await browserOf(email)).get(path);
    return planted.some((word) => text.includes(word));
  };
  const own = [`/cases/${referred.caseId}/victims`, `/cases/${referred.caseId}/victims/${id}`];
  const others = ['', '/timeline', '/agency-checks', '/readiness', '/assessment'].map(
    (rest) => `/cases/${referred.caseId}${rest}`,
  );
  const manager = (await signIn('PANEL_TEAM_MANAGER')).email;
  const member = (await signIn('PANEL_MEMBER')).email;
  for (const path of own) expect([path, await shown(manager, path)]).toEqual([path, true]);
  for (const path of [...others, '/victims', '/cases', '/']) {
    expect([path, await shown(manager, path)]).toEqual([path, false]);
  }
  for (const path of [...own, ...others]) expect([path, await shown(member, path)]).toEqual([path, false]);
  const api = (await team.as('PANEL_TEAM_MANAGER')).api;
  for (const path of ['', '/timeline', '/agency-checks', '/readiness']) {
    const { text } = await api.get(`/api/cases/${referred.caseId}${path}`);
    expect([path, planted.some((word) => text.includes(word))]).toEqual([path, false]);
  }
  const trail = JSON.stringify(await service.read.source.query('select t.details from trail_entries t'));
  expect(planted.some((word) => trail.includes(word) || service.log.join('').includes(word))).toBe(false);
});

test('who looked at victims is on record, and the summary apart from the identity', async () => {
  await (await worker()).get(at());
  await (await team.as('PANEL_CHAIR')).api.get(at());
  const seen = await service.read.source.query(
    `select t.details from trail_entries t where t."subjectId" = $1 and t.type = 'CASE_VIEWED' order by t.sequence`,
    [referred.caseId],
  );
  expect(seen.map(({ details }: { details: string }) => JSON.parse(details).part)).toEqual([
    ...['VICTIMS', 'VICTIM_SUMMARIES'],
  ]);
});

/** A colleague with a password of their own. */
async function signIn(role: Parameters<Team['as']>[0]): Promise<{ email: string }> {
  const colleague = await team.as(role);
  const link = await team.administrator.api.post(`/api/people/${colleague.id}/password-link`);
  await new PageClient(service.url).fill(link.body.path, { password: PASSWORD });
  return colleague;
}

async function browserOf(email: string): Promise<PageClient> {
  const browser = new PageClient(service.url);
  await browser.signIn(email, PASSWORD);
  return browser;
}
