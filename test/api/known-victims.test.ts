import { browserOf } from '../support/browser.js';
import { done, hiddenFields } from '../support/clients.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { victimView } from '../support/victims-story.js';

const NAME = 'Séverine O’Brien-Łuczak';
const FIRST_CASE_ONLY = ['The statement of the first case', 'The view given in the first case'];

let service: Service;
let team: Team;
let worker: Colleague;
let first: ReferredCase;
let second: ReferredCase;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());

beforeEach(async () => {
  const [statement, view] = FIRST_CASE_ONLY;
  const asked = { consentToShare: 'REFUSED', consentReason: 'Wants to move on' };
  first = await referCase(team, {
    victims: [
      { kind: 'CHILD', name: `${NAME} ${Math.random()}`, contactDetails: '0116 496 0000', statement, ...asked },
    ],
  });
  second = await referCase(team, { victims: undefined, noIdentifiableVictim: { reason: 'Not known at first.' } });
  const { id } = await victimOf(first);
  await worker.api.put(`${at(first)}/${id}/view`, victimView({ view }));
});

const at = ({ caseId }: ReferredCase) => `/api/cases/${caseId}/victims`;
const victimOf = async (of: ReferredCase) => (await worker.api.get(at(of))).body.items[0];
const found = async (by: Colleague, name: string) =>
  (await by.api.post(`/api/cases/${second.caseId}/known-victims/search`, { name })).body.items ?? [];
const link = (by: Colleague, harmedId: string, of = second) =>
  by.api.post(`/api/cases/${of.caseId}/known-victims`, { harmedId });

test('somebody known is found by a part of the name, added to another case, and what they agreed to comes with them', async () => {
  const { name, harmedId } = await victimOf(first);
  const [known] = await found(worker, name.slice(9).toUpperCase());
  expect(known).toEqual({ harmedId, name, contactDetails: '0116 496 0000', kind: 'CHILD', harmedOn: '2026-09-12' });
  const added = await link(worker, harmedId);
  expect([added.status, added.body]).toEqual([201, { id: expect.any(String), version: 1 }]);
  const asked = { consentToShare: 'REFUSED', consentReason: 'Wants to move on', consentRefusal: 'OTHER' };
  expect(await victimOf(second)).toMatchObject({
    harmedId,
    name,
    kind: 'CHILD',
    statement: null,
    view: null,
    ...asked,
  });
  expect((await worker.api.get(at(second))).body.noIdentifiableVictimReason).toBeNull();
  expect(await found(worker, name)).toEqual([]);
  const again = await link(worker, harmedId);
  expect([again.status, again.body.errors[0].field]).toEqual([400, 'harmedId']);
});

test('what is changed in one case is changed once, and a form opened before in the other does not overwrite it', async () => {
  const { harmedId, id, name, version } = await victimOf(first);
  await link(worker, harmedId);
  const there = await victimOf(second);
  const change = { kind: 'CHILD', name, contactDetails: 'By her mother', version };
  expect((await worker.api.put(`${at(first)}/${id}`, change)).body).toEqual({ version: version + 1 });
  expect(await victimOf(second)).toMatchObject({ contactDetails: 'By her mother', consentToShare: 'REFUSED' });
  const stale = await worker.api.put(`${at(second)}/${there.id}`, { ...change, contactDetails: 'Older' });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
});

test('no child’s case shows another’s: neither reference, nor child, nor what was said there', async () => {
  const { harmedId, name, id } = await victimOf(first);
  await link(worker, harmedId);
  const there = await victimOf(second);
  const children = await service.read.source.query(
    'select k."familyName" as "name" from cases c join children k on k.id = c."childId" where c.id = $1',
    [first.caseId],
  );
  const canaries = [...FIRST_CASE_ONLY, first.reference, first.caseId, first.childId, id, children[0].name];
  const shown = (text: string) => canaries.filter((word) => text.includes(word));
  const search = await worker.api.post(`/api/cases/${second.caseId}/known-victims/search`, { name });
  const answers = [search, await worker.api.get(at(second))];
  const browser = await browserOf(service, team, worker);
  const page = `/cases/${second.caseId}/victims`;
  for (const rest of ['', '/new', `/${there.id}`, `/${there.id}/view`]) answers.push(await browser.get(page + rest));
  for (const { status, text } of answers) expect([status, shown(text)]).toEqual([200, []]);
  expect(answers.at(-2)?.text).toContain('0116 496 0000');
});

test('nobody is found, or added, whom the worker may not see', async () => {
  const elsewhere = await team.addArea(`Oadby ${first.reference}`);
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId: elsewhere });
  const stranger = await team.hire(['VICTIM_WORKER'], { areaId: elsewhere });
  const { harmedId, name } = await victimOf(first);
  second = await referCase(team, { panelAreaId: elsewhere }, officer);
  expect(await found(stranger, name)).toEqual([]);
  const refused = await link(stranger, harmedId);
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'harmedId']);
  expect((await link(stranger, harmedId, first)).status).toBe(404);
  expect((await link(await team.as('PANEL_CHAIR'), harmedId, first)).status).toBe(403);
});

test('on pages the search goes on to a choice, and a name stands in no address', async () => {
  const { name, harmedId } = await victimOf(first);
  const browser = await browserOf(service, team, worker);
  const page = `/cases/${second.caseId}/known-victims`;
  const none = await browser.fill(page, { name: 'Nobody of that name' });
  expect([none.status, none.text.includes('Nobody was found')]).toEqual([200, true]);
  expect((await browser.fill(page, {})).status).toBe(422);
  const some = await browser.fill(page, { name });
  expect([some.status, some.text.includes(harmedId)]).toEqual([200, true]);
  expect(some.text).toMatch(/An? (adult|child), harmed on \d+ \w+ 20\d\d/);
  const unsaid = await browser.post(`${page}/add`, hiddenFields(some.text));
  expect([unsaid.status, unsaid.text.includes('Select who it is')]).toEqual([422, true]);
  const added = await browser.post(`${page}/add`, { ...hiddenFields(unsaid.text), harmedId });
  expect([added.status, added.headers.get('location')]).toEqual([303, `/cases/${second.caseId}/victims`]);
  expect(await victimOf(second)).toMatchObject({ harmedId, name });
});

test('somebody who took their agreement back is left alone in the next case too, and keeps it waiting for nothing', async () => {
  const asked = { consentToShare: 'GIVEN' };
  const before = await referCase(team, { victims: [{ kind: 'PERSON', name: `${NAME} ${Math.random()}`, ...asked }] });
  const { id, harmedId, version } = await victimOf(before);
  const withdrawal = { on: dayFromNow(0), reason: 'They want no more letters.', version };
  done('The withdrawal', await worker.api.post(`${at(before)}/${id}/withdrawal`, withdrawal));
  done('The link', await link(worker, harmedId));
  expect(await victimOf(second)).toMatchObject({
    ...{ consentToShare: 'WITHDRAWN', status: 'CONSENT_WITHDRAWN' },
    telling: { status: 'CONSENT_WITHDRAWN' },
  });
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const { text } = await api.get(`/api/cases/${second.caseId}/readiness`);
  expect(text).not.toContain('VICTIM_NOT_HEARD');
  const { id: before2, version: now } = await victimOf(before);
  const refusal = { consent: 'REFUSED', refusal: 'FEAR', askedOn: dayFromNow(0), version: now };
  done('The refusal', await worker.api.put(`${at(before)}/${before2}/consent`, refusal));
  const third = await referCase(team, { victims: undefined, noIdentifiableVictim: { reason: 'Not known at first.' } });
  done('The link', await link(worker, harmedId, third));
  const asked3 = { status: 'NOT_YET_SOUGHT', telling: { status: 'CONSENT_WITHDRAWN' } };
  expect(await victimOf(third)).toMatchObject(asked3);
});
