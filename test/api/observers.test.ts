import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { arrangeMeeting, dayFromNow, listCase, recommend } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let observer: Colleague;
let meetingId: string;
let secrets: string[];

const HOUR = 3_600_000;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, observer] = [await team.as('PANEL_CHAIR'), await team.as('OBSERVER')];
  const first = await referCase(team);
  await prepareCase(team, first.caseId);
  await signOff(team, first.caseId);
  meetingId = await listCase(team, first.caseId);
  const second = await referCase(team);
  await prepareCase(team, second.caseId);
  await signOff(team, second.caseId);
  await listCase(team, second.caseId, meetingId);
  await recommend(team, first.caseId);
  secrets = [];
  for (const { caseId, childId, reference } of [first, second]) {
    const { child, offences } = (await chair.api.get(`/api/cases/${caseId}`)).body;
    secrets.push(caseId, childId, reference, child.givenName, child.familyName, child.dateOfBirth);
    for (const { id, date, description } of offences) secrets.push(id, date, description);
  }
});
afterAll(() => service.stop());

const path = () => `/api/meetings/${meetingId}/observers`;
const invite = (more: object = {}, by = chair) =>
  by.api.post(path(), {
    personId: observer.id,
    from: `${dayFromNow(1)}T09:00`,
    until: `${dayFromNow(1)}T13:00`,
    ...more,
  });
const watch = () => observer.api.get(`/api/observed-meetings/${meetingId}`);
const at = async (hours: number, look: () => Promise<void>): Promise<void> => {
  service.clock.ahead += hours * HOUR;
  try {
    await look();
  } finally {
    service.clock.ahead -= hours * HOUR;
  }
};

test('an observer sees the meeting from and until the instants of the invitation, and at no other time', async () => {
  expect((await watch()).status).toBe(404);
  const { status, body } = await invite();
  expect([status, body.from, body.until]).toEqual([
    201,
    `${dayFromNow(1)}T09:00:00.000Z`,
    `${dayFromNow(1)}T13:00:00.000Z`,
  ]);
  expect((await watch()).status).toBe(404);
  await at(24, async () => {
    expect((await watch()).status).toBe(200);
    expect((await observer.api.get('/api/observed-meetings')).body.items).toMatchObject([{ id: meetingId }]);
  });
  await at(27.5, async () => expect((await watch()).status).toBe(404));
  expect((await observer.api.get('/api/observed-meetings')).body.items).toEqual([]);
});

test('an observer reads numbers, bands, classes and codes, and nothing that leads to anybody', async () => {
  const other = await team.as('OBSERVER', 2);
  done('The invitation', await invite({ personId: other.id, from: `${dayFromNow(0)}T09:00` }));
  const { status, body, text } = await other.api.get(`/api/observed-meetings/${meetingId}`);
  expect(status).toBe(200);
  expect(body.cases).toMatchObject([
    { number: 1, stage: 'Recommended', recommended: 'Community resolution', basis: 'Unanimous' },
    { number: 2, stage: 'Listed', considered: [], recommended: null, basis: null },
  ]);
  expect(Object.keys(body.cases[0]).toSorted()).toEqual([
    ...['ageBand', 'basis', 'considered', 'number', 'offences', 'recommended', 'stage'],
  ]);
  const browser = await browserOf(service, team, other);
  const page = (await browser.get(`/observed-meetings/${meetingId}`)).text;
  expect(page).toContain('Case 2');
  expect(page).toContain('Community resolution');
  for (const secret of secrets)
    expect([secret, text.includes(secret), page.includes(secret)]).toEqual([secret, false, false]);
  expect(page).not.toMatch(/\/cases\/|\/children\//);
  expect((await browser.get('/')).text).toContain(`/observed-meetings/${meetingId}`);
});

test('what was typed as the class of an offence and stands on no list is not shown', async () => {
  const { observedMeeting } = await import('../../src/desk/observed-meeting.view.js');
  const meeting = {
    id: 'm',
    panelAreaId: 'a',
    panelArea: 'A',
    startsAt: '2026-11-24T10:00:00.000Z',
    fromAt: '',
    untilAt: '',
    cancelledAt: null,
  };
  const one = {
    ...({ dateOfBirth: '2011-05-05', state: 'LISTED', isStanding: true, adjournReasonCode: null } as const),
    ...{ offenceClasses: ['8N', 'Hit Sam Poole', 'constructor'], considered: [], recommended: null, basis: null },
  };
  const { seededBook } = await import('../../src/policy/disposal-book.js');
  const [shown] = observedMeeting({ meeting, cases: [one], book: seededBook }).cases;
  expect(shown?.offences.at(-1)).toBe('Another offence');
  expect(shown?.offences).toHaveLength(2);
});

test('the time of an observer moves with the meeting, by as much, and the answer says so', async () => {
  const clerk = await team.as('PANEL_ADMINISTRATOR');
  const moved = await arrangeMeeting(team, { startsAt: `${dayFromNow(1)}T10:00` });
  const invitations = `/api/meetings/${moved}/observers`;
  const window = { from: `${dayFromNow(1)}T09:30`, until: `${dayFromNow(1)}T13:00` };
  const [one, two] = [await team.as('OBSERVER', 4), await team.as('OBSERVER', 5)];
  done('The invitation', await chair.api.post(invitations, { personId: one.id, ...window }));
  const { id } = done('Another', await chair.api.post(invitations, { personId: two.id, ...window })).body;
  expect((await chair.api.delete(`${invitations}/${id}`)).status).toBe(204);
  const move = { startsAt: `${dayFromNow(4)}T11:00`, reason: 'Snow.' };
  const { body } = done('The move', await clerk.api.post(`/api/meetings/${moved}/move`, move));
  expect(body.observers).toBe(1);
  const { items } = (await chair.api.get(invitations)).body;
  expect(items.map(({ fromAt, untilAt }: { fromAt: string; untilAt: string }) => [fromAt, untilAt])).toEqual([
    [`${dayFromNow(1)}T09:30:00.000Z`, `${dayFromNow(1)}T13:00:00.000Z`],
    [`${dayFromNow(4)}T10:30:00.000Z`, `${dayFromNow(4)}T14:00:00.000Z`],
  ]);
});

test('an observer is invited once for a time, and to no meeting that was cancelled', async () => {
  const clerk = await team.as('PANEL_ADMINISTRATOR');
  const held = await arrangeMeeting(team, { startsAt: `${dayFromNow(2)}T10:00` });
  const one = await team.as('OBSERVER', 6);
  const ask = (until: string, from = '09:30') =>
    chair.api.post(`/api/meetings/${held}/observers`, {
      ...{ personId: one.id, from: `${dayFromNow(2)}T${from}`, until: `${dayFromNow(2)}T${until}` },
    });
  const { id } = done('The invitation', await ask('13:00')).body;
  const twice = await ask('12:00', '11:00');
  expect([twice.status, twice.body.errors[0].field]).toEqual([400, 'personId']);
  expect((await ask('15:00', '13:00')).status).toBe(201);
  expect((await chair.api.delete(`/api/meetings/${held}/observers/${id}`)).status).toBe(204);
  expect((await ask('12:00', '11:00')).status).toBe(201);
  const sent = { reason: 'Snow.', casesGo: 'READY' };
  done('The cancellation', await clerk.api.post(`/api/meetings/${held}/cancellation`, sent));
  const late = await ask('18:00', '17:00');
  expect([late.status, codesOf(late)]).toEqual([409, ['MEETING_CANCELLED']]);
});

test('an observer is told that the meeting was cancelled, and not why', async () => {
  const clerk = await team.as('PANEL_ADMINISTRATOR');
  const watcher = await team.hire(['OBSERVER']);
  const off = await arrangeMeeting(team, { startsAt: `${dayFromNow(0)}T17:10` });
  const window = { from: `${dayFromNow(0)}T08:00`, until: `${dayFromNow(0)}T20:00` };
  const invitation = { personId: watcher.id, ...window };
  done('The invitation', await chair.api.post(`/api/meetings/${off}/observers`, invitation));
  const browser = await browserOf(service, team, watcher);
  const seen = async (): Promise<unknown[]> => {
    const [{ cancelledAt }] = (await watcher.api.get('/api/observed-meetings')).body.items;
    const one = (await watcher.api.get(`/api/observed-meetings/${off}`)).body;
    const pages = ['/observed-meetings', `/observed-meetings/${off}`];
    const texts = await Promise.all(pages.map(async (page) => (await browser.get(page)).text));
    for (const text of texts) expect(text).not.toContain('Snow');
    const work = (await browser.get('/')).text.includes(`/observed-meetings/${off}`);
    return [cancelledAt, one.cancelledAt, ...texts.map((text) => text.includes('Cancelled</strong>')), work];
  };
  expect(await seen()).toEqual([null, null, false, false, true]);
  const sent = { reason: 'Snow.', casesGo: 'READY' };
  done('The cancellation', await clerk.api.post(`/api/meetings/${off}/cancellation`, sent));
  const at = expect.stringMatching(new RegExp(`^${dayFromNow(0)}T`));
  expect(await seen()).toEqual([at, at, true, true, false]);
});

test('an observer opens nothing else', async () => {
  for (const address of [`/api/meetings/${meetingId}`, '/api/meetings', `/api/cases/${secrets[0]}`, path()]) {
    expect([address, (await observer.api.get(address)).status]).toEqual([address, 403]);
  }
  expect((await chair.api.get(`/api/observed-meetings/${meetingId}`)).status).toBe(403);
});

test('an invitation ends when whoever runs the meeting says so, and every step is on the trail', async () => {
  const third = await team.as('OBSERVER', 3);
  const { id } = done('The invitation', await invite({ personId: third.id, from: `${dayFromNow(0)}T09:00` })).body;
  const watched = () => third.api.get(`/api/observed-meetings/${meetingId}`);
  expect((await watched()).status).toBe(200);
  expect((await chair.api.delete(`${path()}/${secrets[0]}`)).status).toBe(404);
  expect((await chair.api.delete(`${path()}/${id}`)).status).toBe(204);
  expect((await watched()).status).toBe(404);
  const { items } = (await chair.api.get(path())).body;
  expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ endedAt: expect.any(String) });
  const types = (await service.read.source.query(
    `select type from trail_entries where "subjectId" = '${meetingId}' and type like '%OBSERVE%'`,
  )) as { type: string }[];
  expect(new Set(types.map(({ type }) => type))).toEqual(
    new Set(['OBSERVER_INVITED', 'MEETING_OBSERVED', 'OBSERVER_INVITATION_ENDED']),
  );
});

test.each([
  ['of somebody who is no observer', { personId: 'CHAIR' }, 'personId'],
  ['of an observer of another area', { personId: 'STRANGER' }, 'personId'],
  ['of nobody', { personId: 'x' }, 'personId'],
  ['that ends before it begins', { until: '2026-11-24T08:00' }, 'until'],
  ['that is over', { from: '2026-11-20T09:00', until: '2026-11-21T09:00' }, 'until'],
  ['for half a year', { until: '2027-05-24T13:00' }, 'until'],
  ['from some time', { from: 'soon' }, 'from'],
])('an invitation %s is refused with its field', async (_, change: Record<string, unknown>, field) => {
  const stranger = await team.hire(['OBSERVER'], {
    areaId: await team.addArea(`Area ${field} ${String(change['personId'])} ${_}`),
  });
  const people: Record<string, string> = { CHAIR: chair.id, STRANGER: stranger.id };
  const personId = people[String(change['personId'])];
  const { status, body } = await invite({ ...change, ...(personId ? { personId } : {}) });
  expect([status, body.errors[0].field]).toEqual([400, field]);
});

test('on its page whoever runs the meeting invites an observer and ends the invitation', async () => {
  const browser = await browserOf(service, team, chair);
  const fourth = await team.as('OBSERVER', 4);
  const day = (name: string, date: string) => ({
    [`${name}-day`]: date,
    [`${name}-month`]: '11',
    [`${name}-year`]: '2026',
  });
  const when = { ...day('fromDay', '24'), fromTime: '9.00', ...day('untilDay', '24'), untilTime: '13:00' };
  const page = `/meetings/${meetingId}/observers`;
  const bad = await browser.fill(page, { personId: fourth.id, ...when, untilTime: 'noon' });
  expect([bad.status, bad.text.includes('Enter a time as hours and minutes')]).toEqual([422, true]);
  expect((await browser.fill(page, { personId: fourth.id, ...when })).status).toBe(303);
  const { text } = await browser.get(page);
  expect(text).toContain(`${fourth.actor.name}, from 24 November 2026 at 9:00am until 24 November 2026 at 1:00pm`);
  const [, action = ''] = /action="(\/meetings\/[^"]+\/end)"/.exec(text) ?? [];
  const csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await browser.post(action, { _csrf: csrf })).status).toBe(303);
  expect((await (await team.as('PANEL_MEMBER')).api.post(path(), {})).status).toBe(403);
});
