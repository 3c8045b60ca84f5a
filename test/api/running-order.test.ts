import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { linkCases, restrictCase } from '../support/confidential-story.js';
import { arrangeMeeting, attend, listCase, recommend, recommendation } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let administrator: Colleague;
let chair: Colleague;
let meetingId: string;
let cases: string[];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [administrator, chair] = [await team.as('PANEL_ADMINISTRATOR'), await team.as('PANEL_CHAIR')];
});
beforeEach(async () => {
  meetingId = await arrangeMeeting(team);
  cases = [];
  for (let count = 0; count < 3; count += 1) cases.push(await readyCase());
  for (const caseId of cases) await listCase(team, caseId, meetingId);
});
afterAll(() => service.stop());

async function readyCase(): Promise<string> {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  return caseId;
}

type Item = { caseId: string; restricted: boolean };
const meeting = async () => done('The meeting', await chair.api.get(`/api/meetings/${meetingId}`)).body;
const order = async (): Promise<string[]> => (await meeting()).agenda.map(({ caseId }: Item) => caseId);
const put = (caseIds: unknown, version: unknown, by = chair) =>
  by.api.put(`/api/meetings/${meetingId}/order`, { caseIds, version });

test('the whole order is sent with the version, and of two clerks at once the second is told', async () => {
  const [one = '', two = '', three = ''] = cases;
  const { version } = await meeting();
  const [first, second] = await Promise.all([
    put([three, one, two], version),
    put([two, three, one], version, administrator),
  ]);
  expect(new Set([first.status, second.status])).toEqual(new Set([200, 409]));
  const stale = first.status === 409 ? first : second;
  expect(stale.body.code).toBe('STALE_VERSION');
  expect(await order()).toEqual(first.status === 200 ? [three, one, two] : [two, three, one]);
});

test('an order that leaves out a case, names one twice or one of another agenda is refused', async () => {
  const [one = '', two = '', three = ''] = cases;
  const { version } = await meeting();
  const elsewhere = await readyCase();
  for (const wrong of [
    [one, two],
    [one, two, two],
    [one, two, elsewhere],
    [one, two, three, elsewhere],
    ['x'],
    'x',
    [],
  ]) {
    const { status, body } = await put(wrong, version);
    expect([wrong, status, body.errors[0].field]).toEqual([wrong, 400, 'caseIds']);
  }
  expect((await put(cases, undefined)).body.errors[0].field).toBe('version');
  expect((await put(cases, version, await team.as('PANEL_MEMBER'))).status).toBe(403);
  expect(await order()).toEqual(cases);
});

/** What the buttons beside a case send. */
async function move(fields: Record<string, string>) {
  const browser = await browserOf(service, team, chair);
  const page = `/meetings/${meetingId}`;
  const { text } = await browser.get(page);
  const hidden = (name: string): string =>
    new RegExp(`<form id="order"[\\s\\S]*?name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return browser.post(`${page}/order`, { _csrf: hidden('_csrf'), version: hidden('version'), ...fields });
}

test('without JavaScript a case is moved up and down, and stays at either end', async () => {
  const [one = '', two = '', three = ''] = cases;
  const page = `/meetings/${meetingId}`;
  const { text } = await (await browserOf(service, team, chair)).get(page);
  const buttons = [...text.matchAll(/name="(up|down)" value="([^"]+)"/g)].map(([, way, caseId]) => [way, caseId]);
  expect(buttons).toEqual([
    ['down', one],
    ['up', two],
    ['down', two],
    ['up', three],
  ]);
  const moved = await move({ up: three });
  expect([moved.status, moved.headers.get('location')]).toEqual([303, `${page}#case-${three}`]);
  expect(await order()).toEqual([one, three, two]);
  await move({ down: one });
  expect(await order()).toEqual([three, one, two]);
  await move({ up: three });
  expect(await order()).toEqual([three, one, two]);
  expect((await move({ up: three, version: '1' })).status).toBe(409);
  expect((await move({ up: await readyCase() })).status).toBe(422);
  expect((await move({})).status).toBe(422);
});

test('what left the agenda keeps its place while the others are reordered', async () => {
  const [one = '', two = '', three = ''] = cases;
  done(
    'The adjournment',
    await chair.api.post(`/api/cases/${two}/adjournment`, { meetingId, reasonCode: 'LEGAL_ADVICE' }),
  );
  expect((await put([three, one], (await meeting()).version)).status).toBe(200);
  expect(await order()).toEqual([three, two, one]);
});

test('cases that are heard together move together and stay next to each other', async () => {
  const [one = '', two = '', three = ''] = cases;
  await linkCases(team, two, (await meeting()).agenda[2].reference);
  done('Together', await administrator.api.post(`/api/meetings/${meetingId}/hearing-together`, { caseId: two }));
  const { version } = await meeting();
  const torn = await put([two, one, three], version);
  expect([torn.status, torn.body.errors[0].message]).toEqual([400, expect.stringContaining('next to each other')]);
  expect((await move({ up: three })).status).toBe(303);
  expect(await order()).toEqual([two, three, one]);
});

test('a case that is closed to whoever reorders keeps its place', async () => {
  const [one = '', two = '', three = ''] = cases;
  await restrictCase(team, one);
  const { version, agenda } = await meeting();
  expect(agenda.map(({ caseId, restricted }: Item) => [caseId, restricted])).toEqual([
    ...[[undefined, true]],
    ...[two, three].map((caseId) => [caseId, false]),
  ]);
  expect((await put([one, three, two], version)).status).toBe(400);
  expect((await put([three, two], version)).status).toBe(200);
  expect(await order()).toEqual([undefined, three, two]);
});

test('on the screen that a room sees, a restricted case has no name even for whoever is named on it', async () => {
  const [one = '', two = ''] = cases;
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { agenda } = await meeting();
  done(
    'The note',
    await chair.api.post(`/api/meetings/${meetingId}/notes`, { caseId: one, agency: 'SCHOOL', note: 'A TELLING NOTE' }),
  );
  await restrictCase(team, one);
  const { text } = await (await browserOf(service, team, manager)).get(`/meetings/${meetingId}`);
  expect(text).not.toContain(agenda[0].reference);
  const shown = text.replace(/<span class="govuk-visually-hidden">.*?<\/span>/g, '');
  for (const words of [`href="/cases/${one}">A restricted case</a>`, 'left out here, where others may be looking']) {
    expect([words, shown.includes(words)]).toEqual([words, true]);
  }
  expect(['A TELLING NOTE', agenda[0].reference, agenda[1].reference].map((words) => shown.includes(words))).toEqual([
    ...[false, false, true],
  ]);
  const known = (await manager.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  expect(
    known.map(({ caseId, limitedToNamed }: Item & { limitedToNamed: boolean }) => [caseId, limitedToNamed]),
  ).toEqual(
    expect.arrayContaining([
      [one, true],
      [two, false],
    ]),
  );
});

test('more cases than the meeting is meant for need a reason, and are marked', async () => {
  meetingId = await arrangeMeeting(team, { capacity: 1 });
  await listCase(team, await readyCase(), meetingId);
  const caseId = await readyCase();
  const path = `/api/meetings/${meetingId}/agenda`;
  const refused = await administrator.api.post(path, { caseId });
  expect([refused.status, codesOf(refused)]).toEqual([409, ['MEETING_FULL']]);
  const overrides = [{ code: 'MEETING_FULL', reason: 'Two short cases.' }];
  expect((await administrator.api.post(path, { caseId, overrides })).status).toBe(201);
  expect((await meeting()).agenda.map(({ overCapacity }: { overCapacity: string }) => overCapacity)).toEqual([
    null,
    'Two short cases.',
  ]);
});

test('a case that ended or went back to preparation takes no place at a meeting; one that was heard does', async () => {
  meetingId = await arrangeMeeting(team, { capacity: 1 });
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const places = async (): Promise<string> => {
    const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`);
    return /\d of 1 cases\./.exec(text)?.[0] ?? '';
  };
  const one = await readyCase();
  await listCase(team, one, meetingId);
  expect(await places()).toBe('1 of 1 cases.');
  done('The withdrawal', await manager.api.post(`/api/cases/${one}/withdrawal`, { reason: 'Entered twice.' }));
  expect(await places()).toBe('0 of 1 cases.');
  const two = await readyCase();
  await listCase(team, two, meetingId);
  done('The reopening', await manager.api.post(`/api/cases/${two}/reopening`, { reason: 'The school called.' }));
  expect(await places()).toBe('0 of 1 cases.');
  const three = await readyCase();
  await listCase(team, three, meetingId);
  await attend(team, meetingId);
  await recommend(team, three);
  expect(await places()).toBe('1 of 1 cases.');
  const path = `/api/meetings/${meetingId}/agenda`;
  expect(codesOf(await administrator.api.post(path, { caseId: await readyCase() }))).toEqual(['MEETING_FULL']);
});

test('a case listed after the agenda closed needs a reason and is marked as late, on the page as well', async () => {
  meetingId = await arrangeMeeting(team, { closesHoursBefore: 48 });
  const caseId = await readyCase();
  const browser = await browserOf(service, team, administrator);
  const refused = await browser.fill(`/cases/${caseId}/listing`, { meetingId });
  expect([refused.status, refused.text.includes('say why the case cannot wait')]).toEqual([409, true]);
  const reason = { 'overrides[0][code]': 'LISTED_LATE', 'overrides[0][reason]': 'Bail ends on Friday.' };
  expect((await browser.fill(`/cases/${caseId}/listing`, { meetingId, ...reason })).status).toBe(303);
  expect((await meeting()).agenda).toMatchObject([{ caseId, late: 'Bail ends on Friday.', carriedOver: 0 }]);
  const { text } = await browser.get(`/meetings/${meetingId}`);
  expect(text).toMatch(/Late item<\/strong> <span class="jdp-text">Bail ends on Friday/);
});

test('a case listed after the pack was issued is late', async () => {
  done('The pack', await administrator.api.post(`/api/meetings/${meetingId}/packs`));
  const caseId = await readyCase();
  const refused = await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId });
  expect([refused.status, codesOf(refused)]).toEqual([409, ['LISTED_LATE']]);
});

test('an agency that sent apologies is told apart from one that is simply absent', async () => {
  const path = `/api/meetings/${meetingId}/apologies`;
  const police = await team.as('POLICE_DECISION_MAKER');
  const observer = await team.hire(['OBSERVER'], { agency: 'POLICE' });
  const apology = { agency: 'POLICE', personId: police.id, reason: 'In court that morning.' };
  const { version } = await meeting();
  const { body } = await chair.api.put(path, { apologies: [apology], version });
  expect(body).toEqual({ version: version + 1 });
  const shown = await meeting();
  expect(shown.quorum).toEqual([
    { agency: 'POLICE', present: false, apology: 'In court that morning.' },
    { agency: 'YOUTH_JUSTICE_SERVICE', present: false },
  ]);
  expect(shown.apologies).toEqual([{ ...apology, name: police.actor.name }]);
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`);
  expect(text).toMatch(/Apologies<\/strong> Police/);
  expect(text).toMatch(/Absent<\/strong> Youth justice service/);
  expect((await chair.api.put(path, { apologies: [apology], version })).body.code).toBe('STALE_VERSION');
  for (const [apologies, field] of [
    [[apology, apology], 'apologies[1].agency'],
    [[{ ...apology, personId: team.administrator.id }], 'apologies[0].personId'],
    [[{ ...apology, agency: 'ARMY' }], 'apologies[0].agency'],
    [[{ ...apology, agency: 'SCHOOL' }], 'apologies[0].personId'],
    [[{ ...apology, personId: observer.id }], 'apologies[0].personId'],
    [[{ ...apology, reason: ' ' }], 'apologies[0].reason'],
  ] as const) {
    expect((await chair.api.put(path, { apologies })).body.errors[0].field).toBe(field);
  }
});

test('whoever is here has sent no apologies, and whoever comes after all takes theirs back by it', async () => {
  const path = `/api/meetings/${meetingId}/apologies`;
  const police = await team.as('POLICE_DECISION_MAKER');
  const apologies = [{ agency: 'POLICE', personId: police.id, reason: 'In court that morning.' }];
  done('The apology', await chair.api.put(path, { apologies }));
  await attend(team, meetingId);
  expect((await meeting()).apologies).toEqual([]);
  for (const [apology, field] of [
    [apologies[0], 'apologies[0].personId'],
    [{ agency: 'POLICE', reason: 'In court.' }, 'apologies[0].agency'],
  ] as const) {
    const { status, body } = await chair.api.put(path, { apologies: [apology] });
    expect([status, body.errors[0].field]).toEqual([400, field]);
  }
});

test('on their page apologies are recorded and taken back, and a list that was not sent is called missing', async () => {
  const silent = await chair.api.put(`/api/meetings/${meetingId}/apologies`, {});
  expect(silent.body.errors).toEqual([{ field: 'apologies', message: 'Enter who cannot come' }]);
  const browser = await browserOf(service, team, chair);
  const path = `/meetings/${meetingId}/apologies`;
  const one = { 'apologies[0][agency]': 'HOUSING', 'apologies[0][reason]': 'Nobody free.' };
  expect((await browser.fill(path, one)).status).toBe(303);
  expect((await meeting()).apologies).toHaveLength(1);
  expect((await browser.fill(path, {})).status).toBe(303);
  expect((await meeting()).apologies).toEqual([]);
});

test('a note from an agency that is not there is read with its case and gives no seat', async () => {
  const [caseId = ''] = cases;
  const path = `/api/meetings/${meetingId}/notes`;
  const note = { caseId, agency: 'POLICE', note: 'No further matters since the referral.' };
  expect((await chair.api.post(path, note)).status).toBe(201);
  const shown = await meeting();
  expect(shown.agenda[0].notes).toMatchObject([{ agency: 'POLICE', note: note.note }]);
  expect(shown.quorum[0]).toEqual({ agency: 'POLICE', present: false });
  const browser = await browserOf(service, team, chair);
  expect((await browser.get(`/meetings/${meetingId}`)).text).toContain('Note from Police');
  expect(
    (await browser.fill(`/meetings/${meetingId}/notes`, { ...note, agency: 'SCHOOL', note: 'Attends.' })).status,
  ).toBe(303);
  expect((await chair.api.post(path, { ...note, caseId: await readyCase() })).body.errors[0].field).toBe('caseId');
  expect((await chair.api.post(path, { ...note, note: ' ' })).body.errors[0].field).toBe('note');
  expect((await (await team.as('PANEL_MEMBER')).api.post(path, note)).status).toBe(403);
});

test('a note is about a case that stands on this agenda', async () => {
  const [caseId = ''] = cases;
  const [path, form] = [`/api/meetings/${meetingId}/notes`, `/meetings/${meetingId}/notes`];
  const note = { caseId, agency: 'POLICE', note: 'No further matters since the referral.' };
  const browser = await browserOf(service, team, chair);
  const offered = async (): Promise<boolean> => (await browser.get(form)).text.includes(`value="${caseId}"`);
  expect(await offered()).toBe(true);
  const adjournment = { meetingId, reasonCode: 'LEGAL_ADVICE' };
  done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, adjournment));
  const left = await chair.api.post(path, note);
  expect([left.status, left.body.errors?.[0].field]).toEqual([400, 'caseId']);
  expect(await offered()).toBe(false);
  const elsewhere = await listCase(team, caseId, await arrangeMeeting(team));
  expect((await chair.api.post(path, note)).status).toBe(400);
  expect((await chair.api.post(`/api/meetings/${elsewhere}/notes`, note)).status).toBe(201);
});

test('at a meeting that was cancelled nobody is here, sends apologies or writes', async () => {
  const [caseId = ''] = cases;
  const sent = { reason: 'Snow.', casesGo: 'READY' };
  done('The cancellation', await administrator.api.post(`/api/meetings/${meetingId}/cancellation`, sent));
  const at = `/api/meetings/${meetingId}`;
  const { version } = await meeting();
  const answers = [
    await chair.api.put(`${at}/attendance`, [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' }]),
    await chair.api.put(`${at}/apologies`, { apologies: [{ agency: 'HOUSING', reason: 'Nobody free.' }] }),
    await chair.api.post(`${at}/notes`, { caseId, agency: 'POLICE', note: 'No further matters.' }),
  ];
  for (const answer of answers) expect([answer.status, codesOf(answer)]).toEqual([409, ['MEETING_CANCELLED']]);
  expect(await meeting()).toMatchObject({ version, attendances: [], apologies: [] });
});

test('an agency of which somebody here takes part in the case sends no note about it', async () => {
  const [caseId = '', other = ''] = cases;
  const path = `/api/meetings/${meetingId}/notes`;
  const note = { caseId, agency: 'POLICE', note: 'No further matters since the referral.' };
  done('The note before', await chair.api.post(path, note));
  await attend(team, meetingId);
  const refused = await chair.api.post(path, note);
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [{ field: 'agency', message: 'Recorded as here: a note is from an agency that is not' }],
  ]);
  const browser = await browserOf(service, team, chair);
  const shown = await browser.fill(`/meetings/${meetingId}/notes`, note);
  expect(shown.status).toBe(422);
  for (const words of ['Recorded as here', note.note]) expect(shown.text).toContain(words);
  expect((await meeting()).agenda[0].notes).toHaveLength(1);
  expect((await chair.api.post(path, { ...note, agency: 'SCHOOL' })).status).toBe(201);
  const conflict = { caseId, personId: (await team.as('POLICE_DECISION_MAKER')).id, reason: 'Knows the family.' };
  done('The conflict', await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict));
  expect((await chair.api.post(path, note)).status).toBe(201);
  expect((await chair.api.post(path, { ...note, caseId: other })).status).toBe(400);
  await restrictCase(team, other, [chair]);
  expect((await chair.api.post(path, { ...note, caseId: other })).status).toBe(201);
});

test('an agency for which a deputy of another sits may send a note', async () => {
  const [caseId = ''] = cases;
  const seat = { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'SCHOOL' };
  done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, [seat]));
  const path = `/api/meetings/${meetingId}/notes`;
  const send = async (agency: string) => (await chair.api.post(path, { caseId, agency, note: 'Attends.' })).status;
  expect([await send('SCHOOL'), await send('YOUTH_JUSTICE_SERVICE')]).toEqual([201, 400]);
});

test('a note on the wrong case is taken back with a reason, until the panel has recommended', async () => {
  const [caseId = ''] = cases;
  const path = `/api/meetings/${meetingId}/notes`;
  const note = { caseId, agency: 'POLICE', note: 'Of another child altogether.' };
  const { id } = done('The note', await chair.api.post(path, note)).body;
  const kept = done('Another', await chair.api.post(path, { ...note, note: 'No further matters.' })).body;
  const takeBack = (noteId: string, reason = 'It was about another case.') =>
    administrator.api.post(`${path}/${noteId}/taking-back`, { reason });
  expect((await takeBack(id, ' ')).body.errors[0].field).toBe('reason');
  expect([(await takeBack(id)).status, (await takeBack(id)).status]).toEqual([200, 404]);
  expect((await meeting()).agenda[0].notes).toMatchObject([{ id: kept.id, note: 'No further matters.' }]);
  const browser = await browserOf(service, team, chair);
  expect((await browser.get(`/meetings/${meetingId}`)).text).toMatch(/Note from Police<\/strong>, not at the table/);
  await attend(team, meetingId);
  const { text } = await browser.get(`/meetings/${meetingId}`);
  expect(text).toMatch(/Note from Police<\/strong>, at the table/);
  expect(text).not.toContain('Of another child');
  const form = `/meetings/${meetingId}/notes/${kept.id}/taking-back`;
  expect(text).toContain(form);
  await recommend(team, caseId);
  expect(codesOf(await chair.api.post(path, note))).toEqual(['NOTE_STANDS']);
  expect(codesOf(await takeBack(kept.id))).toEqual(['NOTE_STANDS']);
  expect((await browser.get(`/meetings/${meetingId}`)).text).not.toContain(form);
  expect((await browser.fill(form, { reason: 'Too late.' })).status).toBe(409);
});

test('nobody recommends or adjourns a case that is not on this agenda, or records without being there', async () => {
  const caseId = await readyCase();
  const ready = (await chair.api.get(`/api/cases/${caseId}`)).body;
  const early = await chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, ready.version));
  expect([early.status, codesOf(early)]).toEqual([409, expect.arrayContaining(['WRONG_STATE', 'NOT_ON_AGENDA'])]);
  const adjourn = await chair.api.post(`/api/cases/${caseId}/adjournment`, { meetingId, reasonCode: 'LEGAL_ADVICE' });
  expect([adjourn.status, codesOf(adjourn)]).toEqual([409, ['WRONG_STATE', 'NOT_ON_AGENDA']]);
  const [listed = ''] = cases;
  await attend(team, meetingId);
  const absent = await team.hire(['PANEL_CHAIR']);
  const { version } = (await absent.api.get(`/api/cases/${listed}`)).body;
  const from = await absent.api.post(`/api/cases/${listed}/recommendation`, recommendation(meetingId, version));
  expect([from.status, codesOf(from)]).toEqual([409, ['RECORDER_NOT_PRESENT']]);
});

test('the screen says how many cases are left, and which comes next of those that the reader may see', async () => {
  const [one = '', two = '', three = ''] = cases;
  await attend(team, meetingId);
  const member = await team.hire(['PANEL_MEMBER']);
  const left = async (by: Colleague): Promise<[string, string]> => {
    const { text } = await (await browserOf(service, team, by)).get(`/meetings/${meetingId}`);
    const [, words = '', next = ''] = /(\d of \d cases left|No case is left)[^]*?href="#case-([^"]+)"/.exec(text) ?? [];
    const marked = /jdp-meeting__next" id="case-([^"]+)"/.exec(text)?.[1] ?? '';
    expect(marked).toBe(next);
    return [words, next];
  };
  expect(await left(chair)).toEqual(['3 of 3 cases left', one]);
  const { version } = (await meeting()).agenda[0];
  const sent = recommendation(meetingId, version);
  done('The recommendation', await chair.api.post(`/api/cases/${one}/recommendation`, sent));
  const conflict = { caseId: two, personId: member.id, reason: 'Taught the child.' };
  done('The conflict', await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict));
  expect(await left(chair)).toEqual(['2 of 3 cases left', two]);
  expect(await left(member)).toEqual(['1 of 2 cases left', three]);
  for (const caseId of [two, three]) {
    const put = { meetingId, reasonCode: 'LEGAL_ADVICE' };
    done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, put));
  }
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`);
  expect(text).toContain('No case is left to be heard.');
});
