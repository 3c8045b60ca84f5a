import sql from 'sql-template-tag';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { versionOf } from '../support/outcomes-story.js';
import { arrangeMeeting, dayFromNow, listCase, placeOf, recommend, recommendation } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let sergeant: Colleague;
let nurse: Colleague;
let clerk: Colleague;

const SECRET = 'Police would charge: it is the third time this year.';
const OWN = 'Health knows the child and would wait for the assessment in May.';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, clerk] = [await team.as('PANEL_CHAIR'), await team.as('PANEL_ADMINISTRATOR')];
  sergeant = await team.as('POLICE_DECISION_MAKER');
  nurse = await team.hire(['PANEL_MEMBER'], { agency: 'HEALTH_NAVIGATOR' });
});
afterAll(() => service.stop());

/** A case before a meeting at which three agencies sit. */
async function hearing(meeting?: string): Promise<{ caseId: string; meetingId: string }> {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = meeting ?? (await arrangeMeeting(team));
  await listCase(team, caseId, meetingId);
  const seats = [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: sergeant.id, agency: 'POLICE' },
    { personId: nurse.id, agency: 'HEALTH_NAVIGATOR' },
  ];
  done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats));
  return { caseId, meetingId };
}

const give = (caseId: string, by: Colleague, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/views`, { view: 'CHARGE', reason: SECRET, version: 0, ...more });
const read = async (caseId: string, by: Colleague) => by.api.get(`/api/cases/${caseId}/views`);
const openIt = (caseId: string, body: object = {}) => chair.api.post(`/api/cases/${caseId}/discussion`, body);
const note = (caseId: string, body: object, by = clerk) => by.api.post(`/api/cases/${caseId}/discussion/points`, body);

async function choose(value: string): Promise<void> {
  const path = `/api/panel-areas/${team.areaId}/settings/viewsBeforeDiscussion`;
  const chosen = { value, from: dayFromNow(0), reason: 'The panel agreed on it.' };
  done('The setting', await team.administrator.api.post(path, chosen));
}

describe('before the discussion', () => {
  test('nobody reads what another agency said, on no page, by no answer, in no pack and in no count', async () => {
    const { caseId, meetingId } = await hearing();
    expect((await give(caseId, sergeant)).body).toEqual({ caseId, agency: 'POLICE', view: 'CHARGE', version: 1 });
    const pages = [`/cases/${caseId}/views`, `/cases/${caseId}`, `/cases/${caseId}/recommendation`];
    const more = [`/cases/${caseId}/timeline`, `/meetings/${meetingId}`, `/cases/${caseId}/packs/draft`];
    for (const reader of [nurse, chair, clerk, await team.as('QA_LEAD'), await team.as('YJS_ASSESSOR')]) {
      const answer = await read(caseId, reader);
      expect(answer.body).toMatchObject({ answered: 1, present: 3, withheld: true, own: null, current: { views: [] } });
      const browser = await browserOf(service, team, reader);
      for (const page of [...pages, ...more]) {
        const [{ text }, api] = [await browser.get(page), await reader.api.get(`/api${page}`)];
        expect([page, text.includes(SECRET), api.text.includes(SECRET)]).toEqual([page, false, false]);
        expect([page, api.text.includes('"CHARGE"') && page.endsWith('views')]).toEqual([page, false]);
      }
    }
    const { text } = await (await browserOf(service, team, nurse)).get(`/cases/${caseId}/views`);
    expect(text).toContain('1 of 3 agencies here have answered.');
    expect(text).toContain('Still to answer: Youth justice service, Health.');
    expect(text).toContain(`href="/meetings/${meetingId}">The meeting`);
  });

  test('not even whose own agency has answered, so that a view cannot be changed after another', async () => {
    const { caseId } = await hearing();
    await give(caseId, sergeant);
    await give(caseId, nurse, { view: 'OUTCOME_22', reason: OWN });
    const { body } = await read(caseId, nurse);
    expect(body).toMatchObject({ agency: 'HEALTH_NAVIGATOR', answered: 2, withheld: true, current: { views: [] } });
    expect(body.own).toMatchObject({ view: 'OUTCOME_22', reason: OWN, number: 1, earlier: [] });
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  test('a colleague of the same agency reads its view and may change it, and what it was stays on record', async () => {
    const { caseId, meetingId } = await hearing();
    const second = await team.hire(['YJS_POLICE_OFFICER'], { agency: 'POLICE' });
    const seats = [sergeant, second].map(({ id: personId }) => ({ personId, agency: 'POLICE' }));
    done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats));
    await give(caseId, sergeant);
    const stale = await give(caseId, second, { view: 'NO_VIEW' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    expect((await give(caseId, second, { view: 'NO_VIEW', reason: 'We wait.', version: 1 })).status).toBe(201);
    const { own } = (await read(caseId, sergeant)).body;
    expect(own).toMatchObject({ view: 'NO_VIEW', number: 2, earlier: [{ view: 'CHARGE', reason: SECRET, number: 1 }] });
    const statement = "update agency_views set reason = 'x'";
    await expect(service.app.get('writeDataSource').query(statement)).rejects.toThrow(/append-only/);
  });

  test('a deputy gives the view of the agency deputised for, and the case keeps its version', async () => {
    const { caseId, meetingId } = await hearing();
    const before = (await placeOf(team, caseId)).version;
    const seats = [{ personId: nurse.id, agency: 'HEALTH_NAVIGATOR', deputyFor: 'EDUCATION_PRE16' }];
    done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats));
    expect((await give(caseId, nurse)).body.agency).toBe('EDUCATION_PRE16');
    expect((await placeOf(team, caseId)).version).toBe(before);
  });

  test('a deputy neither reads nor changes what somebody of that agency said, until the discussion is open', async () => {
    const { caseId, meetingId } = await hearing();
    await give(caseId, sergeant);
    const seats = [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'POLICE' }];
    done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats));
    const { body, text } = await read(caseId, chair);
    expect(body).toMatchObject({ agency: 'POLICE', own: null, withheld: true, mayGive: false, answered: 1 });
    expect(text).not.toContain(SECRET);
    for (const version of [0, 1]) {
      expect(codesOf(await give(caseId, chair, { version }))).toEqual(['VIEW_GIVEN_BY_ANOTHER']);
    }
    const page = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/views`);
    expect([page.text.includes(SECRET), page.text.includes('Somebody gave the view of Police')]).toEqual([false, true]);
    expect((await openIt(caseId)).status).toBe(201);
    expect((await read(caseId, chair)).body.current.views).toMatchObject([{ agency: 'POLICE', reason: SECRET }]);
  });

  test('what was said by somebody who stepped out since is marked and does not count', async () => {
    const { caseId, meetingId } = await hearing();
    const second = await team.hire(['YJS_POLICE_OFFICER'], { agency: 'POLICE' });
    const seats = [
      ...[sergeant, second].map(({ id: personId }) => ({ personId, agency: 'POLICE' })),
      { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    ];
    done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats));
    await give(caseId, sergeant);
    await give(caseId, chair, { view: 'OUTCOME_22', reason: OWN });
    const conflict = { caseId, personId: sergeant.id, reason: 'Knows the family.' };
    done('The conflict', await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict));
    expect((await read(caseId, chair)).body).toMatchObject({ present: 2, answered: 1, stillToAnswer: ['POLICE'] });
    await openIt(caseId);
    const { views } = (await read(caseId, chair)).body.current;
    expect(views).toMatchObject([
      { agency: 'POLICE', steppedOut: true },
      { agency: 'YOUTH_JUSTICE_SERVICE', steppedOut: false },
    ]);
    const { text } = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/views`);
    expect(text).toContain('given by somebody who has since stepped out of this case');
  });

  test.each([
    ['a view that does not exist', { view: 'DETENTION' }, 'view'],
    ['no view at all', { view: undefined }, 'view'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a reason too long', { reason: 'x'.repeat(2001) }, 'reason'],
    ['no version', { version: undefined }, 'version'],
    ['an agency of one’s own choosing', { agency: 'POLICE' }, 'agency'],
  ])('%s is refused with its field', async (_, change, field) => {
    listed ??= (await hearing()).caseId;
    const { status, body } = await give(listed, nurse, change);
    expect([status, JSON.stringify(body.errors)]).toEqual([400, expect.stringContaining(field)]);
  });
  let listed: string | undefined;
});

describe('who gives no view', () => {
  test('is whoever does not sit, has no such role or belongs to another area', async () => {
    const { caseId } = await hearing();
    const absent = await give(caseId, await team.as('PANEL_MEMBER'));
    expect([absent.status, codesOf(absent)]).toEqual([409, ['AGENCY_NOT_PRESENT']]);
    expect((await give(caseId, await team.as('REFERRING_OFFICER'))).status).toBe(403);
    expect((await give(caseId, await team.as('QA_LEAD'))).status).toBe(403);
    const stranger = await team.hire(['PANEL_MEMBER'], { areaId: await team.addArea('Melton') });
    expect([(await give(caseId, stranger)).status, (await read(caseId, stranger)).status]).toEqual([404, 404]);
  });

  test('is whoever has a conflict of interest, who sees none of it either', async () => {
    const { caseId, meetingId } = await hearing();
    await give(caseId, sergeant);
    const conflict = { caseId, personId: nurse.id, reason: 'Lives next door.' };
    done('The conflict', await nurse.api.post(`/api/meetings/${meetingId}/conflicts`, conflict));
    expect(codesOf(await give(caseId, nurse))).toContain('CONFLICT_OF_INTEREST');
    expect((await read(caseId, nurse)).status).toBe(404);
    expect((await (await browserOf(service, team, nurse)).get(`/cases/${caseId}/views`)).status).toBe(404);
    await openIt(caseId);
    const after = await read(caseId, nurse);
    expect([after.status, after.text.includes(SECRET)]).toEqual([404, false]);
    expect((await read(caseId, chair)).body).toMatchObject({ present: 2, answered: 1 });
  });

  test('is anybody, for a case that is on no agenda or was adjourned', async () => {
    const { caseId } = await referCase(team);
    expect(codesOf(await give(caseId, chair))).toEqual(['NOT_ON_AGENDA', 'AGENCY_NOT_PRESENT']);
    expect((await read(caseId, chair)).body).toMatchObject({ current: null, mayGive: false });
    const { caseId: later, meetingId } = await hearing();
    await give(later, sergeant);
    const reason = { meetingId, reasonCode: 'LEGAL_ADVICE' };
    done('The adjournment', await chair.api.post(`/api/cases/${later}/adjournment`, reason));
    expect(codesOf(await give(later, nurse))).toEqual(['NOT_ON_AGENDA']);
  });
});

test('none changes once the panel recommended and everybody could read them, also where that was taken back', async () => {
  const { caseId } = await hearing();
  await give(caseId, sergeant);
  await recommend(team, caseId);
  const back = { version: await versionOf(team, caseId) };
  done('Taken back', await chair.api.post(`/api/cases/${caseId}/undoing`, back));
  expect(codesOf(await give(caseId, sergeant, { version: 1 }))).toEqual(['DISCUSSION_OPENED']);
  const { text } = await (await browserOf(service, team, sergeant)).get(`/cases/${caseId}/views`);
  expect(text).toContain('The panel recommended: a view that was given before it can no longer be changed.');
  expect((await give(caseId, nurse)).status).toBe(201);
  expect((await openIt(caseId)).status).toBe(201);
});

describe('once the chair opens the discussion', () => {
  test('everybody who sits reads every view, and none can change', async () => {
    const { caseId } = await hearing();
    await give(caseId, sergeant);
    expect((await openIt(caseId)).status).toBe(201);
    const { body } = await read(caseId, nurse);
    expect(body).toMatchObject({ withheld: false, current: { views: [{ agency: 'POLICE', reason: SECRET }] } });
    expect(codesOf(await give(caseId, sergeant, { version: 1 }))).toEqual(['DISCUSSION_OPENED']);
    expect(codesOf(await openIt(caseId))).toEqual(['DISCUSSION_OPENED']);
    const { text } = await (await browserOf(service, team, nurse)).get(`/cases/${caseId}/views`);
    expect(text).toMatch(new RegExp(`Police</dt>[^]*<strong>Charge</strong>[^]*${SECRET}`));
    expect(text).toContain('views can no longer be given or changed');
    for (const outside of [await team.as('YJS_ASSESSOR'), await team.as('QA_LEAD')]) {
      expect((await read(caseId, outside)).text).not.toContain(SECRET);
    }
  });

  test('nobody but a chair who sits opens it', async () => {
    const { caseId } = await hearing();
    for (const other of [clerk, nurse, sergeant]) {
      expect((await other.api.post(`/api/cases/${caseId}/discussion`)).status).toBe(403);
    }
    const absent = await team.as('PANEL_CHAIR', 2);
    expect(codesOf(await absent.api.post(`/api/cases/${caseId}/discussion`))).toEqual(['RECORDER_NOT_PRESENT']);
  });

  test('its points are noted in short under the agency that raised them, and one noted wrongly is taken back', async () => {
    const { caseId } = await hearing();
    const point = { agency: 'HEALTH_NAVIGATOR', point: 'The child waits for an assessment in May.' };
    expect(codesOf(await note(caseId, point))).toEqual(['DISCUSSION_NOT_OPENED']);
    await openIt(caseId);
    const { id } = done('The point', await note(caseId, point)).body;
    const slip = done('The slip', await note(caseId, { ...point, point: 'Of another child.' }, chair)).body;
    const strange = await note(caseId, { ...point, agency: 'HOUSING' });
    expect([strange.status, strange.body.errors[0].field]).toEqual([400, 'agency']);
    expect((await note(caseId, { ...point, point: 'x'.repeat(501) })).body.errors[0].field).toBe('point');
    expect((await note(caseId, point, nurse)).status).toBe(403);
    const takeBack = (pointId: string) =>
      clerk.api.post(`/api/cases/${caseId}/discussion/points/${pointId}/withdrawal`);
    expect([(await takeBack(slip.id)).status, (await takeBack(slip.id)).status]).toEqual([200, 404]);
    const { points } = (await read(caseId, sergeant)).body.current;
    expect(points).toMatchObject([{ id, ...point }]);
    const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
    const events = body.items.map(({ event }: { event: string }) => event);
    expect(events).toEqual(expect.arrayContaining(['DISCUSSION_OPENED', 'DISCUSSION_POINT_NOTED']));
    expect(JSON.stringify(body)).not.toContain('another child');
  });

  test('after the recommendation whoever reads the case reads what led to it', async () => {
    const { caseId, meetingId } = await hearing();
    await give(caseId, sergeant);
    await openIt(caseId);
    await note(caseId, { agency: 'POLICE', point: 'The third time.' });
    const { version } = await placeOf(team, caseId);
    const sent = recommendation(meetingId, version);
    done('The recommendation', await chair.api.post(`/api/cases/${caseId}/recommendation`, sent));
    const { body } = await read(caseId, await team.as('QA_LEAD'));
    expect(body.current).toMatchObject({ views: [{ reason: SECRET }], points: [{ point: 'The third time.' }] });
    expect(codesOf(await note(caseId, { agency: 'POLICE', point: 'Too late.' }))).toEqual(['NOT_ON_AGENDA']);
  });

  test('a case heard again is asked about anew, and nobody reads what was said at the first hearing before', async () => {
    const { caseId, meetingId } = await hearing();
    await give(caseId, sergeant);
    const reason = { meetingId, reasonCode: 'LEGAL_ADVICE' };
    done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, reason));
    const next = await arrangeMeeting(team);
    await listCase(team, caseId, next);
    const seats = [
      { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
      { personId: nurse.id, agency: 'HEALTH_NAVIGATOR' },
    ];
    done('The attendance', await chair.api.put(`/api/meetings/${next}/attendance`, seats));
    expect((await read(caseId, nurse)).body).toMatchObject({ own: null, answered: 0, present: 2, earlier: [] });
    expect((await read(caseId, nurse)).text).not.toContain(SECRET);
  });
});

describe('where the panel area', () => {
  test('requires views, no recommendation is made until every agency here has answered', async () => {
    await choose('REQUIRED');
    const { caseId, meetingId } = await hearing();
    const { version } = await placeOf(team, caseId);
    const send = (overrides: object[] = []) =>
      chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, { overrides }));
    await give(caseId, sergeant);
    await give(caseId, chair, { view: 'OUTCOME_22', reason: 'She has begun to work with us.' });
    const shut = await send();
    expect([shut.status, codesOf(shut)]).toEqual([409, ['VIEWS_NOT_GIVEN']]);
    expect(shut.body.blockers[0]).toMatchObject({ severity: 'OVERRIDE', mend: `/cases/${caseId}/views` });
    expect(shut.body.blockers[0].message).toContain('(Health)');
    expect(codesOf(await openIt(caseId))).toEqual(['VIEWS_NOT_GIVEN']);
    await give(caseId, nurse, { view: 'NO_VIEW', reason: 'The child is not known to us.' });
    expect((await openIt(caseId)).status).toBe(201);
    expect((await send()).status).toBe(201);
  });

  test('requires them and an agency cannot answer, whoever may goes on with a reason that stays on record', async () => {
    const { caseId, meetingId } = await hearing();
    const overrides = [{ code: 'VIEWS_NOT_GIVEN', reason: 'The line to the hospital is down.' }];
    expect((await openIt(caseId, { overrides })).body.overridden).toMatchObject(overrides);
    const [kept] = await service.read.rows<{ overrides: string }>(
      sql`select d.overrides from case_discussions d where d."caseId" = ${caseId}`,
    );
    expect(JSON.parse(kept?.overrides ?? '')).toEqual(overrides);
    const { version } = await placeOf(team, caseId);
    const sent = recommendation(meetingId, version, { overrides });
    expect((await chair.api.post(`/api/cases/${caseId}/recommendation`, sent)).status).toBe(201);
  });

  test('turns them off, none is taken, and the discussion goes on without', async () => {
    await choose('OFF');
    const { caseId } = await hearing();
    expect(codesOf(await give(caseId, nurse))).toEqual(['VIEWS_NOT_ASKED']);
    const { text } = await (await browserOf(service, team, nurse)).get(`/cases/${caseId}/views`);
    expect(text).toContain('does not ask agencies for their views');
    expect(text).not.toContain('type="radio"');
    expect((await openIt(caseId)).status).toBe(201);
    await choose('OFFERED');
  });
});

test('on a page in the room an agency gives and changes its view, the chair opens, and the clerk notes', async () => {
  const { caseId, meetingId } = await hearing();
  const at = `/cases/${caseId}/views`;
  const [member, leads, notes] = await Promise.all([nurse, chair, clerk].map((one) => browserOf(service, team, one)));
  if (!member || !leads || !notes) throw new Error('Nobody came');
  const { text: meeting } = await member.get(`/meetings/${meetingId}`);
  expect(meeting).toContain(`href="${at}"`);
  const empty = await member.fill(at, {});
  expect([empty.status, empty.text.includes('Select what your agency would recommend')]).toEqual([422, true]);
  const given = await member.fill(at, { view: 'OUTCOME_22', reason: OWN });
  expect([given.status, given.headers.get('location')]).toEqual([303, at]);
  const again = await member.get(at);
  expect(again.text).toMatch(/value="OUTCOME_22" checked/);
  expect(again.text).toContain('Change our view');
  expect((await leads.get(at)).text).toContain(`href="/cases/${caseId}/discussion"`);
  expect((await leads.get(at)).text).not.toContain(OWN);
  expect((await leads.fill(`/cases/${caseId}/discussion`, {})).status).toBe(303);
  const late = await member.post(at, { ...hidden(again.text), view: 'CHARGE', reason: 'Changed.' });
  expect([late.status, late.text.includes('DISCUSSION_OPENED')]).toEqual([409, true]);
  expect((await notes.get(at)).text).toContain(OWN);
  const path = `/cases/${caseId}/discussion/points`;
  const token = hidden((await notes.get(at)).text);
  const wrong = await notes.post(path, { ...token, agency: '', point: 'A point.' });
  expect([wrong.status, wrong.text.includes('A point.')]).toEqual([422, true]);
  expect((await notes.post(path, { ...token, agency: 'POLICE', point: 'Third time.' })).status).toBe(303);
  const { text } = await notes.get(at);
  expect(text).toContain('Third time.');
  const [, withdrawal = ''] = /action="([^"]+withdrawal)"/.exec(text) ?? [];
  expect((await notes.post(withdrawal, { _csrf: token['_csrf'] ?? '' })).status).toBe(303);
  expect((await notes.get(at)).text).not.toContain('Third time.');
});

const hidden = (html: string): Record<string, string> => {
  const form = /<form id="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const found = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
};
