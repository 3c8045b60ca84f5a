import { closedBehaviour } from '../../src/children/closed-behaviour.js';
import { closedDisposal } from '../../src/policy/disposal.js';
import { considerChild, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordBehaviour } from '../support/behaviour-story.js';
import { childNamed, recordDisposal, registerResolution } from '../support/children-story.js';
import { done } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/** What a restricted case leaves on the child's other case: that there is something, and nothing of it. */
let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;
let auditor: Colleague;
let open: { caseId: string; childId: string };
let restricted: { caseId: string; childId: string; reference: string };

const MARK = 'quicksilver';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
  auditor = await team.as('QA_AUDITOR');
  const ethnicity = { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' };
  const child = { ...childNamed(), familyName: 'Thornquest', ethnicity };
  open = await referCase(team, { child });
  restricted = await referCase(team, { child: { ...child, familyName: 'Thornquist' } });
  await restrictCase(team, restricted.caseId);
  const same = { sameAs: open.childId, decision: 'SAME', reason: 'Both gave the same day of birth and mother.' };
  done('The match', await manager.api.post(`/api/children/${restricted.childId}/match`, same));
  await prepareCase(team, open.caseId);
  await signOff(team, open.caseId);
  await listCase(team, open.caseId);
  await recordBehaviour(manager.api, restricted.caseId, {
    what: `An aunt, ${MARK}, works here.`,
    source: `Told to ${MARK}`,
  });
});
afterAll(() => service.stop());

const at = () => `/cases/${open.caseId}`;

test('earlier behaviour that was written down in it is told by kind and day alone, on pages and by the API', async () => {
  const own = (await manager.api.get(`/api${at()}/earlier-behaviour`)).body.items;
  expect(own).toMatchObject([{ what: `An aunt, ${MARK}, works here.`, recordedBy: manager.id }]);
  const [{ id, kind, happenedOn }] = own;
  for (const reader of [assessor, auditor]) {
    const { items } = (await reader.api.get(`/api${at()}/earlier-behaviour`)).body;
    const hidden = { what: `${closedBehaviour}.`, source: '', recordedBy: '', recordedByName: '', childId: '' };
    expect(items).toMatchObject([{ id, kind, happenedOn, ...hidden, caseId: null, isClosed: true }]);
    const browser = await browserOf(service, team, reader);
    for (const page of [at(), `${at()}/earlier-behaviour`, `${at()}/whole`, `${at()}/timeline`]) {
      const { text } = await browser.get(page);
      expect([page, text.includes(MARK), text.includes(restricted.reference)]).toEqual([page, false, false]);
    }
    expect((await browser.get(`${at()}/earlier-behaviour`)).text).toContain(closedBehaviour);
    expect((await reader.api.get(`/api${at()}/earlier-behaviour/${id}`)).status).toBe(404);
  }
  const police = await team.as('YJS_POLICE_OFFICER');
  const correction = { kind, happenedOn, what: 'Else.', source: 'Else.', because: 'It was wrong.', version: 1 };
  expect((await police.api.put(`/api${at()}/earlier-behaviour/${id}`, correction)).status).toBe(404);
  const withdrawal = { because: 'It was wrong.', version: 1 };
  expect((await police.api.post(`/api${at()}/earlier-behaviour/${id}/withdrawal`, withdrawal)).status).toBe(404);
});

test('an earlier disposal typed onto its record is told by kind and day alone, and answered to by those named', async () => {
  const typed = { givenOn: '2025-02-03', offence: `Took ${MARK} from a shop.`, source: `Told to ${MARK}` };
  const { id } = await recordDisposal(manager.api, restricted.childId, typed);
  const path = `/api${at()}/earlier-disposals`;
  const ofIt = (one: { id: string }) => one.id === id;
  const own = (await manager.api.get(path)).body.items.find(ofIt);
  expect(own).toMatchObject({ offence: typed.offence, source: typed.source });
  for (const reader of [assessor, auditor]) {
    const told = (await reader.api.get(path)).body.items.find(ofIt);
    expect(told).toMatchObject({ disposal: own.disposal, givenOn: own.givenOn, offence: closedDisposal, source: '' });
    const browser = await browserOf(service, team, reader);
    for (const page of [at(), `${at()}/earlier-disposals`, `${at()}/whole`, `/children/${open.childId}`]) {
      for (const { text } of [await browser.get(page), await reader.api.get(`/api${page}`)]) {
        expect([page, text.includes(MARK)]).toEqual([page, false]);
      }
    }
  }
  const words = { whatWasDone: 'A talk.', childsResponse: 'Came.', differentNow: 'Older.' };
  expect((await assessor.api.put(`${path}/${id}/response`, words)).status).toBe(404);
  const aside = `/api/children/${open.childId}/disposals/${id}/set-aside`;
  const police = await team.as('YJS_POLICE_OFFICER');
  expect((await police.api.post(aside, { reason: 'It was another child.' })).status).toBe(404);
  done('The setting aside', await manager.api.post(aside, { reason: 'It was another child.' }));
  const shown = async ({ api }: Colleague) => (await api.get(`/api/children/${open.childId}`)).text.includes(MARK);
  expect([await shown(manager), await shown(assessor), await shown(police)]).toEqual([true, false, false]);
});

test('who brought the news of it is not told on the timeline of the other case', async () => {
  const newsTo = async ({ api }: Colleague) => {
    const { items } = (await api.get(`/api${at()}/timeline?changesOnly=true`)).body;
    return items.filter(({ event }: { event: string }) => ['LATE_NEWS_CAME', 'SIGN_OFF_REMOVED'].includes(event));
  };
  const [known, told] = [await newsTo(manager), await newsTo(assessor)];
  expect(known.length).toBeGreaterThanOrEqual(2);
  expect(new Set(known.map(({ actor }: { actor: string }) => actor))).toEqual(new Set([manager.actor.name]));
  expect(told.map(({ actor }: { actor: string | null }) => actor)).toEqual(known.map(() => null));
  expect(told.every(({ isByPerson }: { isByPerson: boolean }) => isByPerson)).toBe(true);
  const { text } = await (await browserOf(service, team, assessor)).get(`${at()}/timeline?changesOnly=true`);
  expect(text).toContain('by somebody');
});

test('a pack that was issued with it shows the others kind and day, and keeps it for whoever is named', async () => {
  const { caseId, childId } = await referCase(team);
  const other = await referCase(team, { child: undefined, childId }, manager);
  await recordBehaviour(manager.api, other.caseId, { what: `Seen with ${MARK}.` });
  await restrictCase(team, other.caseId);
  await prepareCase(team, caseId);
  await considerChild(team, caseId);
  await signOff(team, caseId);
  const heardAt = await listCase(team, caseId);
  const clerk = await team.as('PANEL_ADMINISTRATOR');
  done('The pack', await clerk.api.post(`/api/meetings/${heardAt}/packs`));
  const read = async ({ api }: Colleague) => (await api.get(`/api/meetings/${heardAt}/packs/1`)).text;
  expect(await read(manager)).toContain(`Seen with ${MARK}.`);
  const text = await read(auditor);
  expect([text.includes(MARK), text.includes(closedBehaviour)]).toEqual([false, true]);
});

test('a name that stands on its record alone finds nothing for whoever is not named', async () => {
  const found = async ({ api }: Colleague) => {
    const { searchId } = (await api.post('/api/case-searches', { name: 'Thornquist' })).body;
    return (await api.get(`/api/case-searches/${searchId}`)).body.items.length;
  };
  expect([await found(manager), await found(assessor)]).toEqual([2, 0]);
});

describe('a child of whom every case is closed to them is not there for the others', () => {
  const statusFor = async ({ api }: Colleague, childId: string) =>
    Promise.all(
      [`/api/children/${childId}`, `/api/children/${childId}/disposals`].map(
        async (path) => (await api.get(path)).status,
      ),
    );
  const stranger = () => team.as('YJS_ASSESSOR', 4);

  test('also where somebody types in a resolution that police gave', async () => {
    const { caseId, childId } = await referCase(team);
    await restrictCase(team, caseId);
    const typed = { route: 'POLICE_ISSUED', offence: `Took ${MARK} from a shop.` };
    await recordDisposal(manager.api, childId, typed);
    expect(await statusFor(manager, childId)).toEqual([200, 200]);
    expect(await statusFor(await stranger(), childId)).toEqual([404, 404]);
  });

  test('but for a resolution of the register, until it is set aside as recorded wrongly', async () => {
    const { childId, disposalId } = await registerResolution(team);
    const { caseId } = await referCase(team, { child: undefined, childId });
    expect(await statusFor(await stranger(), childId)).toEqual([200, 200]);
    await restrictCase(team, caseId);
    expect(await statusFor(await stranger(), childId)).toEqual([200, 200]);
    const police = await team.as('YJS_POLICE_OFFICER', 4);
    const browser = await browserOf(service, team, police);
    const registered = async (by: Colleague) => [
      (await by.api.get('/api/police-issued-resolutions?limit=100')).text.includes(disposalId),
      (await (await browserOf(service, team, by)).get(`/police-issued-resolutions/${disposalId}`)).status,
    ];
    expect(await registered(police)).toEqual([true, 200]);
    const aside = `/children/${childId}/disposals/${disposalId}/set-aside`;
    const sent = await browser.fill(aside, { reason: 'It was another child.' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/']);
    expect(await statusFor(await stranger(), childId)).toEqual([404, 404]);
    expect([await registered(police), await registered(manager)]).toEqual([
      [false, 404],
      [true, 200],
    ]);
    expect(await statusFor(manager, childId)).toEqual([200, 200]);
  });
});
