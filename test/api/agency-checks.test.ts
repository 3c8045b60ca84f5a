import { findCase } from '../../src/cases/find-case.js';
import { moveCase } from '../../src/cases/move-case.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { answerAllChecks, information } from '../support/checks-story.js';
import { PageClient } from '../support/clients.js';
import { PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let referred: ReferredCase;

const OWN = 'CHILDRENS_SOCIAL_CARE';
const usual = ['POLICE', OWN, 'EDUCATION_PRE16', 'HEALTH_NAVIGATOR', 'SUBSTANCE_MISUSE'];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(async () => {
  service.clock.fixed = null;
  referred = await referCase(team);
});
afterAll(() => service.stop());

const at = (agency = '') => `/api/cases/${referred.caseId}/agency-checks${agency && `/${agency}`}`;
const path = ({ caseId }: ReferredCase) => `/api/cases/${caseId}/agency-checks`;
const assessor = async () => (await team.as('YJS_ASSESSOR')).api;
const partner = async () => (await team.as('PARTNER_CONTRIBUTOR')).api;
const ask = async (...agencies: string[]) => (await assessor()).post(at(), { agencies });
const check = async (agency: string) =>
  (await (await assessor()).get(at())).body.items.find((known: { agency: string }) => known.agency === agency);
const trail = async (): Promise<{ type: string; details: string }[]> =>
  service.read.source.query(
    `select t.type, t.details from trail_entries t where t."subjectId" = $1 order by t.sequence`,
    [referred.caseId],
  );

test('what the panel area requires and nobody asked is shown as not requested', async () => {
  const { status, body } = await (await team.as('PANEL_CHAIR')).api.get(at());
  expect(status).toBe(200);
  expect(body.items.map(({ agency }: { agency: string }) => agency)).toEqual(usual);
  expect(body.items[0]).toMatchObject({ status: 'NOT_REQUESTED', isRequired: true, isOverdue: false, version: 0 });
});

test('several agencies are asked at once, for ten working days, and none of them twice', async () => {
  service.clock.fixed = new Date('2026-12-18T10:00:00Z');
  const asked = await ask(OWN, 'HOUSING');
  expect([asked.status, asked.body]).toEqual([201, { agencies: [OWN, 'HOUSING'], dueOn: '2027-01-06' }]);
  expect(await check('HOUSING')).toMatchObject({
    ...{ status: 'REQUESTED', isRequired: false, requestedOn: '2026-12-18', dueOn: '2027-01-06', version: 1 },
    requestedBy: expect.stringContaining('Colleague'),
  });
  expect((await ask(OWN, 'POLICE')).body.agencies).toEqual(['POLICE']);
  const again = await ask(OWN);
  expect([again.status, again.body.errors[0].field]).toEqual([400, 'agencies']);
  expect((await trail()).filter(({ type }) => type === 'AGENCY_ASKED')).toHaveLength(3);
  service.clock.fixed = new Date('2027-01-07T10:00:00Z');
  expect(await check(OWN)).toMatchObject({ isOverdue: true });
});

test.each([
  ['nobody', { agencies: [] }, 'agencies'],
  ['an agency that does not exist', { agencies: ['CIRCUS'] }, 'agencies'],
  ['an answer in the past', { agencies: ['POLICE'], dueOn: '2020-01-01' }, 'dueOn'],
  ['an answer on no day', { agencies: ['POLICE'], dueOn: 'soon' }, 'dueOn'],
])('asking %s is refused', async (_, body, field) => {
  const refused = await (await assessor()).post(at(), body);
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, field]);
});

test('a partner answers for their own agency alone, and sees nothing of the others', async () => {
  const api = await partner();
  expect((await api.get(at())).status).toBe(404);
  expect((await api.put(at(OWN), { status: 'NIL_RETURN' })).status).toBe(404);
  await ask(OWN, 'POLICE');
  await (await assessor()).put(at('POLICE'), information({ content: 'A secret of the police' }));
  const own = await api.get(at());
  expect(own.body.items).toMatchObject([{ agency: OWN, status: 'REQUESTED', version: 1 }]);
  expect(own.text).not.toContain('A secret of the police');
  expect((await api.put(at('POLICE'), { status: 'NIL_RETURN', version: 2 })).status).toBe(404);
  const answered = await api.put(at(OWN), { status: 'INFORMATION_RECEIVED', content: 'A plan is in place.' });
  expect([answered.status, answered.body]).toEqual([200, { version: 2 }]);
  expect(await check(OWN)).toMatchObject({
    ...{ status: 'INFORMATION_RECEIVED', content: 'A plan is in place.', analysis: null },
    respondedOn: expect.any(String),
    respondedBy: expect.stringContaining('Colleague'),
  });
  expect((await trail()).at(-2)).toMatchObject({ type: 'AGENCY_ANSWERED' });
});

test('a partner neither asks, nor writes what an answer means, nor loses what others wrote about it', async () => {
  await ask(OWN);
  const api = await partner();
  expect((await api.post(at(), { agencies: ['POLICE'] })).status).toBe(403);
  expect((await api.put(at(OWN), { status: 'REQUESTED', version: 1 })).status).toBe(403);
  const analysed = await api.put(at(OWN), information({ version: 1 }));
  expect([analysed.status, analysed.body.errors[0].field]).toEqual([400, 'analysis']);
  await api.put(at(OWN), information({ analysis: undefined, version: 1 }));
  await (await assessor()).put(at(OWN), information({ version: 2 }));
  expect((await api.get(at())).body.items[0].analysis).toBeNull();
  const corrected = information({ content: 'Since summer, not spring.', analysis: undefined, version: 3 });
  expect((await api.put(at(OWN), corrected)).status).toBe(200);
  expect(await check(OWN)).toMatchObject({ content: 'Since summer, not spring.', analysis: information()['analysis'] });
});

test.each([
  ['information without words', { status: 'INFORMATION_RECEIVED', content: '  ' }, 'content'],
  ['not applicable without why', { status: 'NOT_APPLICABLE' }, 'reason'],
  ['an unknown status', { status: 'OVERDUE' }, 'status'],
  ['more than fits', { status: 'NIL_RETURN', content: 'x'.repeat(4001) }, 'content'],
])('%s is refused', async (_, body, field) => {
  const refused = await (await assessor()).put(at('POLICE'), body);
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, field]);
  expect(await check('POLICE')).toMatchObject({ status: 'NOT_REQUESTED', version: 0 });
});

test('an answer changed meanwhile is not overwritten, and nothing stored is changed without its version', async () => {
  const api = await assessor();
  expect((await api.put(at('POLICE'), { status: 'NIL_RETURN' })).body).toEqual({ version: 1 });
  const stale = await api.put(at('POLICE'), information({ version: 0 }));
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  expect((await api.put(at('POLICE'), information())).status).toBe(409);
  expect(await check('POLICE')).toMatchObject({ status: 'NIL_RETURN' });
});

test('roles without the permission are refused, another area finds nothing, and no agency is made up', async () => {
  expect((await (await team.as('VICTIM_WORKER')).api.get(at())).status).toBe(403);
  expect((await (await team.as('PANEL_CHAIR')).api.put(at('POLICE'), { status: 'NIL_RETURN' })).status).toBe(403);
  const elsewhere = await team.addArea(`Melton ${referred.reference}`);
  const other = await team.hire(['YJS_ASSESSOR'], { areaId: elsewhere });
  expect((await other.api.get(at())).status).toBe(404);
  expect((await other.api.put(at('POLICE'), { status: 'NIL_RETURN' })).status).toBe(404);
  expect((await (await assessor()).put(at('CIRCUS'), { status: 'NIL_RETURN' })).status).toBe(404);
});

test('a late answer takes the sign-off away and makes the partner no author of the preparation', async () => {
  await ask(OWN);
  await answerAllChecks(team, referred.caseId);
  const { actor } = await team.as('PANEL_TEAM_MANAGER');
  await service.app.get(UnitOfWork).run(actor, async (work) => {
    const accepted = await moveCase(work, await findCase(work.tx, actor, 'case.read', referred.caseId), 'ACCEPT');
    return { state: (await moveCase(work, accepted, 'SIGN_OFF')).state };
  });
  const { version } = await check(OWN);
  const late = { status: 'INFORMATION_RECEIVED', content: 'Something new.', version };
  expect((await (await partner()).put(at(OWN), late)).status).toBe(200);
  const [{ state }] = await service.read.source.query('select c.state from cases c where c.id = $1', [referred.caseId]);
  expect(state).toBe('PREPARING');
  expect((await trail()).map(({ type }) => type)).toContain('SIGN_OFF_REMOVED');
  const authors = await service.read.source.query(
    `select a."personId" from preparation_authors a where a."caseId" = $1`,
    [referred.caseId],
  );
  const { id } = await team.as('YJS_ASSESSOR');
  expect(authors).toEqual([{ personId: id }]);
});

test('the waiting list holds the own agency’s questions, with what is needed to find the child, due first', async () => {
  const place = await team.addArea(`Harborough ${referred.reference}`);
  const [officer, asking, answering] = await Promise.all([
    team.hire(['REFERRING_OFFICER'], { areaId: place }),
    team.hire(['YJS_ASSESSOR'], { areaId: place }),
    team.hire(['PARTNER_CONTRIBUTOR'], { areaId: place, agency: 'HOUSING' }),
  ]);
  const first = await referCase(team, { panelAreaId: place }, officer);
  const second = await referCase(team, { panelAreaId: place }, officer);
  await asking.api.post(path(first), { agencies: ['HOUSING', 'SEND'], dueOn: '2998-02-01' });
  await asking.api.post(path(second), { agencies: ['HOUSING'], dueOn: '2998-01-01' });
  const { body } = await answering.api.get('/api/agency-checks?limit=1');
  expect(body.items).toMatchObject([
    { caseId: second.caseId, reference: second.reference, agency: 'HOUSING', dueOn: '2998-01-01' },
  ]);
  expect(body.items[0]).toMatchObject({ givenName: expect.any(String), dateOfBirth: expect.any(String) });
  const rest = await answering.api.get(`/api/agency-checks?limit=1&after=${body.next}`);
  expect(rest.body).toMatchObject({ items: [{ caseId: first.caseId, agency: 'HOUSING' }], next: null });
  expect((await asking.api.get('/api/agency-checks')).body.items).toHaveLength(3);
  await answering.api.put(`${path(second)}/HOUSING`, { status: 'NIL_RETURN' });
  expect((await answering.api.get('/api/agency-checks')).body.items).toHaveLength(1);
  expect((await (await team.as('PANEL_MEMBER')).api.get('/api/agency-checks')).status).toBe(403);
});

test('on pages an assessor asks and writes what an answer means, and mistakes come back with what was typed', async () => {
  const browser = await browserOf('YJS_ASSESSOR');
  const page = `/cases/${referred.caseId}/agency-checks`;
  expect((await browser.get(page)).text).toContain('Not asked');
  const nobody = await browser.fill(page, {});
  expect(nobody.status).toBe(422);
  expect(nobody.text).toContain('Select at least one agency to ask');
  expect((await browser.fill(page, { agencies: [OWN, 'POLICE'] })).status).toBe(303);
  expect((await browser.get(page)).text).toContain('Asked on');
  const form = `${page}/${OWN}`;
  const typed = { status: 'INFORMATION_RECEIVED', analysis: 'Typed already' };
  const incomplete = await browser.fill(form, typed);
  expect(incomplete.status).toBe(422);
  expect(incomplete.text).toContain('Enter what the agency said');
  expect(incomplete.text).toContain('Typed already');
  const saved = await browser.fill(form, { ...typed, content: 'A plan is in place.' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, page]);
  expect((await browser.get(page)).text).toContain('Typed already');
});

test('on pages a partner finds the question, answers it, and is shown no other', async () => {
  await ask(OWN, 'POLICE');
  const browser = await browserOf('PARTNER_CONTRIBUTOR');
  const list = await browser.get('/agency-checks');
  expect(list.text).toContain(referred.reference);
  const form = `/cases/${referred.caseId}/agency-checks/${OWN}`;
  expect(list.text).toContain(`href="${form}"`);
  const shown = await browser.get(form);
  expect(shown.text).toContain('Date of birth');
  expect(shown.text).not.toContain('What does it mean');
  expect((await browser.get(`/cases/${referred.caseId}/agency-checks/POLICE`)).status).toBe(404);
  expect((await browser.get(`/cases/${referred.caseId}/agency-checks`)).text).not.toContain('Police</');
  const answered = await browser.fill(form, { status: 'NIL_RETURN' });
  expect([answered.status, answered.headers.get('location')]).toEqual([303, '/agency-checks']);
  expect((await browser.get('/agency-checks')).text).not.toContain(form);
});

async function browserOf(role: Parameters<Team['as']>[0]): Promise<PageClient> {
  const { id, email } = await team.as(role);
  const link = await team.administrator.api.post(`/api/people/${id}/password-link`);
  const browser = new PageClient(service.url);
  await browser.fill(link.body.path, { password: PASSWORD });
  await browser.signIn(email, PASSWORD);
  return browser;
}

test('who asks for checks in one area is a partner alone in another', async () => {
  const elsewhere = await team.addArea('Rutland');
  const { id, email, api } = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'HOUSING' });
  const roles = [
    { role: 'PARTNER_CONTRIBUTOR', panelAreaId: team.areaId },
    { role: 'YJS_ASSESSOR', panelAreaId: elsewhere },
  ];
  const both = { name: 'Somebody', email, agency: 'HOUSING', state: 'ACTIVE', version: 1, roles };
  expect((await team.administrator.api.put(`/api/people/${id}`, both)).status).toBe(200);
  expect((await api.get(at())).status).toBe(404);
  expect((await api.put(at('HOUSING'), { status: 'NIL_RETURN' })).status).toBe(404);
  await ask('HOUSING');
  expect((await api.get(at())).body.items).toHaveLength(1);
  expect((await api.put(at('HOUSING'), { status: 'NIL_RETURN' })).status).toBe(200);
});
