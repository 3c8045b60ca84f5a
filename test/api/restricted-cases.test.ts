import { checklistCodes } from '../../src/policy/prosecutor.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Answer, codesOf, done } from '../support/clients.js';
import { recordDisposal } from '../support/children-story.js';
import { restrictCase, stepOut } from '../support/confidential-story.js';
import { decidedCase, deliver, recordOutcome } from '../support/outcomes-story.js';
import { dayFromNow, listCase, placeOf, recommend, recommendation } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let other: Colleague;
let member: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [manager, other] = [await team.as('PANEL_TEAM_MANAGER'), await team.as('PANEL_TEAM_MANAGER', 2)];
  member = await team.as('PANEL_MEMBER');
});
afterEach(() => void (service.clock.fixed = null));
afterAll(() => service.stop());

const restriction = (people: readonly Colleague[], more: object = {}): object => ({
  reason: 'The child of a colleague.',
  reviewOn: dayFromNow(30),
  people: people.map(({ id }) => id),
  ...more,
});
const seenBy = async ({ api }: Colleague, { caseId }: ReferredCase): Promise<number> =>
  (await api.get(`/api/cases/${caseId}`)).status;
const fields = ({ body }: { body: any }): string[] => (body.errors ?? []).map(({ field }: { field: string }) => field);

test('a restricted case exists for the people named and for nobody else', async () => {
  const referred = await referCase(team);
  const path = `/api/cases/${referred.caseId}/restriction`;
  expect((await member.api.post(path, restriction([manager]))).status).toBe(403);
  const { body, status } = await manager.api.post(path, restriction([manager, member]));
  expect([status, body.caseId]).toEqual([201, referred.caseId]);
  expect([await seenBy(manager, referred), await seenBy(member, referred)]).toEqual([200, 200]);
  expect([await seenBy(other, referred), await seenBy(await team.as('PANEL_CHAIR'), referred)]).toEqual([404, 404]);
  const officers = await (await team.as('REFERRING_OFFICER')).api.get(`/api/referrals/${referred.caseId}`);
  expect(officers.status).toBe(404);
  expect((await other.api.get(path)).status).toBe(404);
  const [found] = (await manager.api.get(path)).body.items;
  expect(found).toMatchObject({ reason: 'The child of a colleague.', liftedAt: null, reviewOn: dayFromNow(30) });
  expect(found.people).toHaveLength(2);
  expect((await manager.api.get(`/api/cases/${referred.caseId}`)).body.restriction.reviewOn).toBe(dayFromNow(30));
});

test('what does not fit is refused with its reason, and nothing is half written', async () => {
  const referred = await referCase(team);
  const path = `/api/cases/${referred.caseId}/restriction`;
  const stranger = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Far Vale') });
  expect(fields(await manager.api.post(path, restriction([manager, stranger])))).toEqual(['people[1]']);
  expect(fields(await manager.api.post(path, restriction([member])))).toEqual(['people']);
  expect(fields(await manager.api.post(path, restriction([])))).toContain('people');
  expect(fields(await manager.api.post(path, restriction([manager], { reviewOn: dayFromNow(0) })))).toEqual([
    'reviewOn',
  ]);
  expect(fields(await manager.api.post(path, restriction([manager], { reason: ' ' })))).toEqual(['reason']);
  await stepOut(referred.caseId, member);
  expect(fields(await manager.api.post(path, restriction([manager, member])))).toEqual(['people[1]']);
  expect((await manager.api.get(path)).body.items).toEqual([]);
  await restrictCase(team, referred.caseId);
  const twice = await manager.api.post(path, restriction([manager, other]));
  expect([twice.status, codesOf(twice)]).toEqual([409, ['WRONG_STATE']]);
  expect((await manager.api.get(path)).body.items).toHaveLength(1);
  expect(await seenBy(other, referred)).toBe(404);
  const unrestricted = await referCase(team);
  const nobody = await manager.api.post(`/api/cases/${unrestricted.caseId}/restriction/lifting`, { reason: 'Over.' });
  expect([nobody.status, codesOf(nobody)]).toEqual([409, ['WRONG_STATE']]);
});

test('people are named and taken off with a reason, and one manager always stays', async () => {
  const referred = await referCase(team);
  await restrictCase(team, referred.caseId);
  const path = `/api/cases/${referred.caseId}/restriction`;
  const name = { personId: member.id, reason: 'Sits on this case.' };
  expect((await manager.api.post(`${path}/people`, name)).status).toBe(201);
  expect(fields(await manager.api.post(`${path}/people`, name))).toEqual(['personId']);
  const stranger = await team.hire(['PANEL_MEMBER'], { areaId: await team.addArea('Nether Vale') });
  expect(fields(await manager.api.post(`${path}/people`, { ...name, personId: stranger.id }))).toEqual(['personId']);
  expect(await seenBy(member, referred)).toBe(200);
  const off = (person: Colleague, by = manager) =>
    by.api.post(`${path}/people/${person.id}/removal`, { reason: 'No longer needed.' });
  expect((await off(member)).status).toBe(200);
  expect(await seenBy(member, referred)).toBe(404);
  expect((await off(member)).status).toBe(404);
  expect(fields(await off(manager))).toEqual(['personId']);
  const stepped = { personId: manager.id, reason: 'It is my nephew.' };
  expect(fields(await manager.api.post(`/api/cases/${referred.caseId}/conflicts`, stepped))).toEqual(['personId']);
  expect((await manager.api.post(`${path}/people`, { ...name, personId: other.id })).status).toBe(201);
  expect((await off(manager, other)).status).toBe(200);
  expect([await seenBy(manager, referred), await seenBy(other, referred)]).toEqual([404, 200]);
  const [found] = (await other.api.get(path)).body.items;
  const kept = found.people.map(({ name: who, removeReason }: any) => [who, removeReason !== null]);
  expect(kept).toHaveLength(3);
  expect(kept.filter(([, isOff]: [string, boolean]) => isOff)).toHaveLength(2);
});

test('a restriction is looked at again on its day, goes on or is lifted', async () => {
  const referred = await referCase(team);
  await restrictCase(team, referred.caseId);
  const path = `/api/cases/${referred.caseId}/restriction`;
  const waits = async ({ api }: Colleague, code: string) =>
    (await api.get('/api/work')).body.items.find((list: { code: string }) => list.code === code);
  expect((await waits(manager, 'RESTRICTIONS_TO_REVIEW')).items.map(({ label }: any) => label)).not.toContain(
    referred.reference,
  );
  service.clock.fixed = new Date(`${dayFromNow(30)}T09:00:00Z`);
  expect((await waits(manager, 'RESTRICTIONS_TO_REVIEW')).items.map(({ label }: any) => label)).toContain(
    referred.reference,
  );
  const unnamed = await team.as('PANEL_TEAM_MANAGER', 4);
  expect((await waits(unnamed, 'RESTRICTIONS_TO_REVIEW')).count).toBe(0);
  expect(fields(await manager.api.post(`${path}/review`, { reason: 'Still.', reviewOn: dayFromNow(30) }))).toEqual([
    'reviewOn',
  ]);
  expect((await manager.api.post(`${path}/review`, { reason: 'Still.', reviewOn: dayFromNow(60) })).status).toBe(200);
  expect((await manager.api.get(path)).body.items[0]).toMatchObject({
    ...{ reviewOn: dayFromNow(60), reviews: [{ reason: 'Still.' }] },
  });
  expect((await manager.api.post(`${path}/lifting`, { reason: 'The colleague left.' })).status).toBe(200);
  expect([await seenBy(other, referred), await seenBy(member, referred)]).toEqual([200, 200]);
  const again = restriction([manager], { reviewOn: dayFromNow(90) });
  expect((await manager.api.post(path, again)).status).toBe(201);
  expect((await manager.api.get(path)).body.items).toHaveLength(2);
});

describe('opening a restricted case in an emergency', () => {
  const knock = (reference: string, { api }: Colleague = member, reason = 'A call came in the night.') =>
    api.post('/api/restricted-access', { reference, reason });

  test('somebody who knows the reference sees it for an hour, and the managers named are told until one looks', async () => {
    const keeper = await team.as('PANEL_MEMBER', 5);
    const referred = await referCase(team);
    await restrictCase(team, referred.caseId);
    const opened = await knock(referred.reference.toLowerCase(), keeper);
    expect([opened.status, opened.body.caseId]).toEqual([201, referred.caseId]);
    expect(await seenBy(keeper, referred)).toBe(200);
    const work = async ({ api }: Colleague) =>
      (await api.get('/api/work')).body.items.find((list: { code: string }) => list.code === 'RESTRICTED_OPENED');
    const [alert] = (await work(manager)).items;
    expect([alert.label, (await work(other)).count]).toEqual([referred.reference, 0]);
    const [found] = (await manager.api.get(`/api/cases/${referred.caseId}/restriction`)).body.items;
    expect(found.openings).toMatchObject([{ reason: 'A call came in the night.', personId: keeper.id }]);
    service.clock.fixed = new Date(service.clock.milliseconds() + 61 * 60_000);
    expect(await seenBy(keeper, referred)).toBe(404);
    expect((await work(manager)).count).toBe(1);
    const at = `/api/cases/${referred.caseId}/restriction/openings/${found.openings[0].id}/acknowledgement`;
    expect((await manager.api.post(at, { found: 'It was needed.' })).status).toBe(200);
    expect(codesOf(await manager.api.post(at, { found: 'Again.' }))).toEqual(['WRONG_STATE']);
    expect((await work(manager)).count).toBe(0);
    const { items } = (await manager.api.get(`/api/cases/${referred.caseId}/timeline`)).body;
    const events = items.map(({ event }: { event: string }) => event);
    expect(events).toEqual(expect.arrayContaining(['RESTRICTED_CASE_OPENED', 'OPENING_ACKNOWLEDGED']));
  });

  test('who opened it reads and writes down what cannot wait, and decides nothing over the child or who is named', async () => {
    const opener = await team.as('PANEL_TEAM_MANAGER', 7);
    const chair = await team.as('PANEL_CHAIR');
    const beside = await referCase(team);
    const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    await restrictCase(team, referred.caseId, [chair]);
    const clerk = await team.as('PANEL_ADMINISTRATOR', 8);
    for (const one of [opener, clerk]) expect((await knock(referred.reference, one)).status).toBe(201);
    const at = `/api/cases/${referred.caseId}`;
    const { meetingId } = await placeOf(team, referred.caseId);
    const named = 'Only people who are named on a restricted case take it further.';
    const correction = {
      ...{ record: 'POLICE_DECISION', field: 'reason', after: 'Another reason.', whatWasWrong: 'x', why: 'y' },
      version: (await opener.api.get(at)).body.version,
    };
    const refused = [
      await opener.api.post(`${at}/conflicts`, { personId: chair.id, reason: 'They know each other.' }),
      await opener.api.post(`${at}/corrections`, correction),
      await clerk.api.post(`/api/meetings/${meetingId}/conflicts`, {
        ...{ caseId: referred.caseId, personId: chair.id, reason: 'They know each other.' },
      }),
      await opener.api.post(`${at}/links`, { reference: beside.reference, reason: 'One incident.' }),
      await opener.api.post(`/api/cases/${beside.caseId}/links`, { reference: referred.reference, reason: 'One.' }),
    ];
    for (const { status, body } of refused) expect([status, body.detail]).toEqual([403, named]);
    const joined = await opener.api.post(`/api/children/${referred.childId}/match`, {
      ...{ sameAs: beside.childId, decision: 'SAME', reason: 'They look alike.' },
    });
    expect([joined.status, joined.body.detail]).toEqual([403, named]);
    expect(await seenBy(chair, referred)).toBe(200);
    const own = { personId: opener.id, reason: 'I know the family.' };
    expect((await opener.api.post(`${at}/conflicts`, own)).status).toBeLessThan(300);
  });

  test('who opened it neither says how a delivery ended nor what follows conditions that were not kept', async () => {
    const CAUTION = 'YOUTH_CONDITIONAL_CAUTION';
    const { caseId, reference } = await decidedCase(team, CAUTION);
    await recordOutcome(team, caseId, CAUTION);
    await deliver(team, caseId, 'UNDER_WAY');
    const opener = await team.hire(['YJS_ASSESSOR', 'POLICE_DECISION_MAKER']);
    const decider = await team.as('POLICE_DECISION_MAKER');
    const assessor = await team.as('YJS_ASSESSOR');
    await restrictCase(team, caseId, [decider, assessor]);
    expect((await knock(reference, opener)).status).toBe(201);
    const at = `/api/cases/${caseId}`;
    const sayEnd = async (more: object = {}) => {
      const { version } = (await opener.api.get(`${at}/delivery`)).body;
      const end = { completed: 'NO', reasonCode: 'DISENGAGED', reason: 'Came once.', endedOn: dayFromNow(0) };
      return opener.api.put(`${at}/delivery/completion`, { ...end, version, ...more });
    };
    const named = 'Only people who are named on a restricted case take it further.';
    const isRefused = ({ status, body }: Answer) => expect([status, body.detail]).toEqual([403, named]);
    isRefused(await sayEnd());
    const planned = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    await restrictCase(team, planned.caseId);
    expect((await knock(planned.reference, opener)).status).toBe(201);
    const plan = (more: object) =>
      opener.api.put(`/api/cases/${planned.caseId}/delivery`, { status: 'PLANNED', ...more });
    const work = { description: 'Mend the fence', owner: 'Robin', due: dayFromNow(9) };
    isRefused(await plan({ actions: [{ ...work, object: 'REPARATIVE' }] }));
    isRefused(await plan({ actions: [work], ownerId: manager.id }));
    expect((await plan({ actions: [work] })).status).toBe(200);
    const given = await decidedCase(team, CAUTION);
    await recordOutcome(team, given.caseId, CAUTION);
    await restrictCase(team, given.caseId);
    expect((await knock(given.reference, opener)).status).toBe(201);
    const begun = { status: 'UNDER_WAY', startedOn: dayFromNow(0), actions: [] };
    expect((await opener.api.put(`/api/cases/${given.caseId}/delivery`, begun)).status).toBe(200);
    await deliver(team, caseId, 'NOT_COMPLETED');
    isRefused(await sayEnd({ completed: 'YES', reasonCode: 'COMPLETED', changedBecause: 'It was done after all.' }));
    const { version, actions } = (await opener.api.get(`${at}/delivery`)).body;
    const again = { status: 'UNDER_WAY', startedOn: dayFromNow(0), changedBecause: 'It goes on.', actions, version };
    isRefused(await opener.api.put(`${at}/delivery`, again));
    const decide = ({ api }: Colleague) => api.post(`${at}/duties/DECIDE_AFTER_FAILURE/done`, { note: 'Prosecution.' });
    isRefused(await decide(opener));
    expect((await decide(decider)).status).toBe(200);
  });

  test('who opened it decides on nothing around it either, whatever permission they hold', async () => {
    const opener = await team.hire(['PANEL_TEAM_MANAGER', 'POLICE_DECISION_MAKER', 'PANEL_CHAIR']);
    const assessor = await team.as('YJS_ASSESSOR');
    const { caseId, childId, reference } = await referCase(team);
    const { id: disposalId } = await recordDisposal(manager.api, childId);
    const at = `/api/cases/${caseId}`;
    done('The acceptance', await manager.api.post(`${at}/acceptance`));
    const attempt = { on: '2026-11-10', how: 'At home', result: 'Nobody answered' };
    const missed = { status: 'NOT_OBTAINED', reason: 'Nobody was in.', attempts: [attempt] };
    done('The voice', await assessor.api.put(`${at}/voices/child`, missed));
    await restrictCase(team, caseId, [assessor]);
    expect((await knock(reference, opener)).status).toBe(201);
    const checklist = Object.fromEntries(checklistCodes.map((code) => [code, { answer: 'YES' }]));
    const today = dayFromNow(0);
    const { version } = (await opener.api.get(at)).body;
    const asked = { purpose: 'AUTHORITY', sentOn: today, checklist, overrides: [], version };
    const answered = { result: 'AUTHORISED', receivedOn: today, advice: 'Enough.', version };
    const refused = [
      await opener.api.post(`${at}/allocation`, { personId: assessor.id }),
      await opener.api.post(`${at}/voices/child/approval`, { reason: 'We go on.' }),
      await opener.api.post(`${at}/prosecutor`, asked),
      await opener.api.post(`${at}/prosecutor/answers`, answered),
      await opener.api.post(`${at}/escalation/seniors`, { side: 'POLICE', personId: opener.id, reason: 'Away.' }),
      await opener.api.post(`${at}/escalation/views`, { result: 'RETURN_TO_PANEL', reason: 'As I see it.', version }),
      await opener.api.post(`/api/children/${childId}/disposals/${disposalId}/set-aside`, { reason: 'Another child.' }),
    ];
    const named = 'Only people who are named on a restricted case take it further.';
    expect(refused.map(({ status, body }) => [status, body.detail])).toEqual(refused.map(() => [403, named]));
    done('One of those named', await manager.api.post(`${at}/voices/child/approval`, { reason: 'We go on.' }));
  });

  test('what was said of ethnicity in it stands on no other page of the child once two records are one', async () => {
    const dateOfBirth = '2011-02-03';
    const named = { givenName: 'Idris', familyName: 'Penhallow', dateOfBirth, sex: 'MALE' };
    const said = (code: string) => ({
      ...named,
      ethnicity: { code, scheme: '18+1', source: 'SELF', officerCode: 'IC1' },
    });
    const near = await referCase(team, { child: said('W1') });
    const closed = await referCase(team, { child: said('A3') });
    const match = { sameAs: closed.childId, decision: 'SAME', reason: 'The school knows one child.' };
    done('The match', await manager.api.post(`/api/children/${near.childId}/match`, match));
    await restrictCase(team, closed.caseId);
    const ethnicityFor = async ({ api }: Colleague) =>
      (await api.get(`/api/cases/${near.caseId}`)).body.child.ethnicity.code;
    expect([await ethnicityFor(manager), await ethnicityFor(other)]).toEqual(['A3', 'W1']);
    const shownTo = async (who: Colleague) =>
      (await (await browserOf(service, team, who)).get(`/cases/${near.caseId}`)).text.includes('Bangladeshi');
    expect([await shownTo(manager), await shownTo(other)]).toEqual([true, false]);
  });

  test('every reference that opens nothing is answered in the same words', async () => {
    const someone = await team.as('PANEL_MEMBER', 6);
    const elsewhere = await team.addArea('Over Vale');
    const officer = await team.hire(['REFERRING_OFFICER'], { agency: 'POLICE', areaId: elsewhere });
    const lead = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: elsewhere });
    const far = await referCase(team, { panelAreaId: elsewhere }, officer);
    const only = { reason: 'In the press.', reviewOn: dayFromNow(9), people: [lead.id] };
    expect((await lead.api.post(`/api/cases/${far.caseId}/restriction`, only)).status).toBe(201);
    const unrestricted = await referCase(team);
    const own = await referCase(team);
    await stepOut(own.caseId, someone);
    await restrictCase(team, own.caseId);
    const wrong = await knock('JDP-26-ZZZZZZ', someone);
    expect(wrong.status).toBe(400);
    for (const { reference } of [unrestricted, far, own]) {
      const answer = await knock(reference, someone);
      expect([answer.status, answer.body]).toEqual([wrong.status, wrong.body]);
    }
    expect(await seenBy(someone, own)).toBe(404);
    expect(fields(await knock(own.reference, someone, ''))).toEqual(['reason']);
  });

  test('references cannot be guessed: after five tries in an hour even the right one opens nothing', async () => {
    const guesser = await team.as('PANEL_MEMBER', 7);
    const referred = await referCase(team);
    await restrictCase(team, referred.caseId);
    for (let tries = 0; tries < 5; tries += 1) expect((await knock('JDP-26-YYYYYY', guesser)).status).toBe(400);
    expect((await knock(referred.reference, guesser)).status).toBe(429);
    expect(await seenBy(guesser, referred)).toBe(404);
    service.clock.fixed = new Date(service.clock.milliseconds() + 61 * 60_000);
    expect((await knock(referred.reference, guesser)).status).toBe(201);
    const found: { type: string }[] = await service.read.source.query(
      `select type from trail_entries where "actorId" = $1 and type like 'RESTRICTED_CASE_%' order by at, sequence`,
      [guesser.id],
    );
    expect(found.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 6 }, () => 'RESTRICTED_CASE_NOT_OPENED'),
      'RESTRICTED_CASE_OPENED',
    ]);
  });

  test('it does not let somebody decide, nor say for whom the case exists', async () => {
    const referred = await referCase(team);
    const administrator = await team.as('PANEL_ADMINISTRATOR');
    const [assessor, officer] = [await team.as('YJS_ASSESSOR'), await team.as('POLICE_DECISION_MAKER')];
    await prepareCase(team, referred.caseId);
    await signOff(team, referred.caseId);
    const meetingId = await listCase(team, referred.caseId);
    await restrictCase(team, referred.caseId, [assessor]);
    const chair = await team.as('PANEL_CHAIR');
    const { version } = (await manager.api.get(`/api/cases/${referred.caseId}`)).body;
    const send = (by: Colleague) =>
      by.api.post(`/api/cases/${referred.caseId}/recommendation`, recommendation(meetingId, version));
    expect((await send(chair)).status).toBe(404);
    expect((await knock(referred.reference, administrator)).status).toBe(201);
    const overrides = [{ code: 'NOT_QUORATE', reason: 'An emergency.' }];
    const sent = recommendation(meetingId, version, { overrides });
    const refused = await administrator.api.post(`/api/cases/${referred.caseId}/recommendation`, sent);
    expect([refused.status < 300, (await manager.api.get(`/api/cases/${referred.caseId}`)).body.state]).toEqual([
      ...[false, 'LISTED'],
    ]);
    expect((await knock(referred.reference, other)).status).toBe(201);
    const naming = { personId: other.id, reason: 'Me too.' };
    const people = `/api/cases/${referred.caseId}/restriction/people`;
    expect((await other.api.post(people, naming)).status).toBe(403);
    expect((await other.api.post(`/api/cases/${referred.caseId}/withdrawal`, { reason: 'Away.' })).status).toBe(403);
    for (const { id } of [chair, officer]) {
      expect((await manager.api.post(people, { personId: id, reason: 'Sits.' })).status).toBe(201);
    }
    await recommend(team, referred.caseId);
    const decision = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [] };
    const police = await team.as('POLICE_DECISION_MAKER', 2);
    const decided = await police.api.post(`/api/cases/${referred.caseId}/police-decision`, { ...decision, version });
    expect(decided.status).toBe(404);
  });

  test('where no manager named is left, one who opened the case may name themselves', async () => {
    const leaving = await team.hire(['PANEL_TEAM_MANAGER']);
    const referred = await referCase(team);
    const path = `/api/cases/${referred.caseId}/restriction`;
    expect((await leaving.api.post(path, restriction([leaving]))).status).toBe(201);
    const people = (await team.administrator.api.get('/api/people')).body.items;
    const { version } = people.find(({ id }: { id: string }) => id === leaving.id);
    const roles = [{ role: 'PANEL_MEMBER', panelAreaId: team.areaId }];
    const moved = { name: 'Somebody', email: leaving.email, agency: 'YOUTH_JUSTICE_SERVICE', state: 'ACTIVE', roles };
    const changed = await team.administrator.api.put(`/api/people/${leaving.id}`, { ...moved, version });
    expect([changed.status, changed.text]).toEqual([200, changed.text]);
    const third = await team.as('PANEL_TEAM_MANAGER', 3);
    expect((await knock(referred.reference, third)).status).toBe(201);
    expect((await third.api.post(`${path}/people`, { personId: third.id, reason: 'Nobody else can.' })).status).toBe(
      201,
    );
    service.clock.fixed = new Date(service.clock.milliseconds() + 61 * 60_000);
    expect(await seenBy(third, referred)).toBe(200);
  });
});

test('who sits without being named takes no part in a restricted case and does not make the panel quorate for it', async () => {
  const referred = await referCase(team);
  const [assessor, chair] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_CHAIR')];
  const inspector = await team.as('POLICE_DECISION_MAKER');
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  const meetingId = await listCase(team, referred.caseId);
  await restrictCase(team, referred.caseId, [assessor, chair]);
  const missing = async (): Promise<unknown[]> => {
    const { quorate, agenda } = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
    return [quorate, agenda[0].quorumMissing];
  };
  const send = async () => {
    const { version } = (await chair.api.get(`/api/cases/${referred.caseId}`)).body;
    return chair.api.post(`/api/cases/${referred.caseId}/recommendation`, recommendation(meetingId, version));
  };
  expect(await missing()).toEqual([true, ['POLICE']]);
  const shut = await send();
  expect([shut.status, codesOf(shut)]).toEqual([409, ['NOT_QUORATE']]);
  const people = `/api/cases/${referred.caseId}/restriction/people`;
  done('The naming', await manager.api.post(people, { personId: inspector.id, reason: 'Sits.' }));
  expect(await missing()).toEqual([true, []]);
  expect((await send()).status).toBe(201);
});

test('on the pages a manager restricts a case, names somebody, looks into an opening and lifts it', async () => {
  const referred = await referCase(team);
  const at = `/cases/${referred.caseId}/restriction`;
  const browser = await browserOf(service, team, manager);
  const [year = '', month = '', day = ''] = dayFromNow(20).split('-');
  const review = { 'reviewOn-day': day, 'reviewOn-month': month, 'reviewOn-year': year };
  const wrong = await browser.fill(`${at}/new`, { reason: 'Press.', people: [member.id], ...review });
  expect(wrong.text).toContain('Name at least one panel team manager of this area');
  const sent = await browser.fill(`${at}/new`, { reason: 'A <b>paper</b> asked.', people: [manager.id], ...review });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, at]);
  expect((await browser.get(`/cases/${referred.caseId}`)).text).toContain('This case is restricted');
  expect((await browser.get(at)).text).toContain('A &lt;b&gt;paper&lt;/b&gt; asked.');
  expect((await browser.fill(`${at}/people/new`, { personId: other.id, reason: 'Covers.' })).status).toBe(303);
  const off = await browser.fill(`${at}/people/${other.id}/removal`, { reason: 'Back.' });
  expect([off.status, off.headers.get('location')]).toEqual([303, at]);
  const members = await browserOf(service, team, await team.as('PANEL_MEMBER', 8));
  const refused = await members.fill('/restricted-access', { reference: 'JDP-26-XXXXXX', reason: 'Now' });
  expect(refused.text).toContain('No case is opened in this way by this reference');
  const opened = await members.fill('/restricted-access', { reference: referred.reference, reason: 'A call.' });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/cases/${referred.caseId}`]);
  expect((await members.get(`/cases/${referred.caseId}`)).text).toMatch(
    /in an emergency and see it until \d+ November/,
  );
  expect((await browser.get(`/cases/${referred.caseId}`)).text).not.toContain('in an emergency and see it');
  const work = (await browser.get('/')).text;
  expect(work).toContain('Restricted cases opened by somebody not named');
  const [, opening = ''] = new RegExp(`href="(${at}/openings/[^"]+)"`).exec(work) ?? [];
  expect((await browser.fill(opening, { found: 'It was needed.' })).status).toBe(303);
  expect((await browser.get(at)).text).toContain('It was needed.');
  expect((await browser.fill(`${at}/review`, { reason: 'Still asked.', ...review })).status).toBe(303);
  expect((await browser.fill(`${at}/lifting`, { reason: 'Nobody asks any more.' })).status).toBe(303);
  expect((await browser.get(at)).text).toContain('Restricted before');
});
