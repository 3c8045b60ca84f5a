import { MakeAccessToken } from '../../src/access/access-tokens.js';
import { browserOf } from '../support/browser.js';
import { type ApiClient, apiClient } from '../support/clients.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(() => {
  service.clock.fixed = null;
});
afterAll(() => service.stop());

const of2029 = [
  '2029-01-01',
  '2029-03-30',
  '2029-04-02',
  '2029-05-07',
  '2029-05-28',
  '2029-08-27',
  '2029-12-25',
  '2029-12-26',
];
const source = 'gov.uk/bank-holidays, looked at on 4 March 2028';
const yearOf = async (year: number) => {
  const { body } = await team.administrator.api.get('/api/bank-holidays');
  return body.items.find((one: { year: number }) => one.year === year);
};

test('years that were published are known, and the others are said not to be', async () => {
  expect(await yearOf(2026)).toMatchObject({ known: 'RELEASE', days: expect.arrayContaining(['2026-12-28']) });
  expect(await yearOf(2028)).toMatchObject({ known: 'RELEASE', days: expect.arrayContaining(['2028-01-03']) });
  expect(await yearOf(2029)).toMatchObject({ known: 'NOT_KNOWN', days: null });
});

test('an administrator records a year; from then on working days are counted through it', async () => {
  service.clock.fixed = new Date('2028-12-20T10:00:00Z');
  const team2029 = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER']);
  const { caseId } = await referCase(team, {}, team2029);
  const decision = async () => {
    const { clocks } = (await team2029.api.get(`/api/cases/${caseId}`)).body;
    return clocks.find(({ code }: { code: string }) => code === 'DECISION');
  };
  expect(await decision()).toMatchObject({
    dueOn: null,
    standing: 'UNKNOWN',
    missing: expect.stringContaining('bank'),
  });
  const administrator = await administratorNow();
  const { status, body } = await administrator.api.put('/api/bank-holidays/2029', { days: of2029, source });
  expect([status, body.days]).toEqual([200, of2029]);
  expect(await decision()).toMatchObject({ dueOn: '2029-01-15', standing: 'FAR', daysLeft: 15 });
  expect(await yearOf2029(administrator)).toMatchObject({
    known: 'RECORDED',
    source,
    recordedBy: team.administrator.actor.name,
  });
  const longer = { days: [...of2029, '2029-01-05'], source, version: 1, reason: 'Proclaimed for a jubilee.' };
  expect((await administrator.api.put('/api/bank-holidays/2029', longer)).status).toBe(200);
  expect(await decision()).toMatchObject({ dueOn: '2029-01-16' });
  const stages = (await team2029.api.get(`/api/cases/${caseId}/stages`)).body.items;
  expect(stages[0]).toMatchObject({ workingDays: 0 });
});

test('the days of a year that is known change only with a reason and on the list that was read, and stay on record', async () => {
  const { api } = team.administrator;
  const put = (sent: object) => api.put('/api/bank-holidays/2027', sent);
  const before = await yearOf(2027);
  const days = [...before.days.slice(1), '2027-06-04'];
  const { status, body } = await put({ days, source });
  expect([status, body.errors[0].field]).toEqual([400, 'reason']);
  expect(body.errors[0].message).toBe(
    'The bank holidays of 2027 are known already: 4 June 2027 would be added; 1 January 2027 would be taken away. Enter why',
  );
  expect(await yearOf(2027)).toEqual(before);
  expect((await put({ days: before.days, source })).status).toBe(200);
  const stale = await put({ days, source, reason: 'Proclaimed.' });
  expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([409, 'STALE_VERSION', 1]);
  expect((await put({ days, source, reason: 'Proclaimed.', version: 1 })).status).toBe(200);
  const both = await Promise.all(
    ['One.', 'Other.'].map((reason) => put({ days: before.days, source, reason, version: 2 })),
  );
  expect(both.map((one) => one.status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  const after = await yearOf(2027);
  expect([after.version, after.earlier.map((one: { days: string[] }) => one.days)]).toEqual([
    3,
    [expect.arrayContaining(days), before.days, before.days],
  ]);
  expect(after.earlier[0]).toMatchObject({ reason: 'Proclaimed.', recordedBy: team.administrator.actor.name });
  expect(after.earlier.at(-1)).toMatchObject({ recordedBy: null, source: expect.stringContaining('GOV.UK') });

  const browser = await browserOf(service, team, team.administrator);
  expect((await browser.get('/bank-holidays')).text).toContain('Why: Proclaimed.');
  const typed = {
    'days[0][day-day]': '1',
    'days[0][day-month]': '1',
    'days[0][day-year]': '2027',
    source: 'Seen there',
  };
  const asked = await browser.fill('/bank-holidays/2027', typed);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('would be taken away. Enter why');
  expect(asked.text).toContain('Seen there');
});

/** Tokens do not outlive a leap of the clock. */
async function administratorNow(): Promise<{ api: ApiClient }> {
  const made = await service.app.get(MakeAccessToken).execute(team.administrator.actor, { label: 'later' });
  return { api: apiClient(service.url, made.token) };
}

const yearOf2029 = async ({ api }: { api: ApiClient }) =>
  (await api.get('/api/bank-holidays')).body.items.find((one: { year: number }) => one.year === 2029);

test.each([
  ['a day of another year', { days: ['2030-01-02'], source }, 'days[0].day'],
  ['a day at a weekend', { days: ['2029-01-06'], source }, 'days[0].day'],
  ['a day that does not exist', { days: ['2029-02-30'], source }, 'days[0].day'],
  ['a day twice', { days: ['2029-01-01', '2029-01-01'], source }, 'days'],
  ['no day', { days: [], source }, 'days'],
  ['no source', { days: of2029, source: ' ' }, 'source'],
])('%s is refused with its field', async (_, sent, field) => {
  const { status, body } = await team.administrator.api.put('/api/bank-holidays/2029', sent);
  expect([status, body.errors[0].field]).toEqual([400, field]);
});

test('a year of which nothing is known leaves out a day that regularly falls in it only with a reason', async () => {
  const { api } = team.administrator;
  const put = (year: number, sent: object) => api.put(`/api/bank-holidays/${year}`, { source, ...sent });
  const of2031 = ['01-01', '04-11', '04-14', '05-05', '05-26', '08-25', '12-25', '12-26'].map((day) => `2031-${day}`);
  const { status, body } = await put(2031, { days: of2031.filter((day) => !/04-11|12-25/.test(day)) });
  expect([status, body.errors]).toEqual([
    400,
    [
      {
        field: 'reason',
        message: '11 April 2031, 25 December 2031 regularly are bank holidays and would be left out. Enter why',
      },
    ],
  ]);
  expect(await yearOf(2031)).toBeUndefined();
  const moved = {
    days: [...of2031.filter((day) => day !== '2031-05-05'), '2031-05-08'],
    reason: 'Moved for a jubilee.',
  };
  expect((await put(2031, moved)).status).toBe(200);
  expect(await yearOf(2031)).toMatchObject({ known: 'RECORDED', reason: 'Moved for a jubilee.' });
});

test('only an administrator records them, and only of a year that can be', async () => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  expect((await manager.api.put('/api/bank-holidays/2029', { days: of2029, source })).status).toBe(403);
  expect((await team.administrator.api.put('/api/bank-holidays/1999', { days: ['1999-01-01'], source })).status).toBe(
    404,
  );
});

test('the page of an unknown year begins with the regular days, for a person to compare', async () => {
  const browser = await browserOf(service, team, team.administrator);
  const { text } = await browser.get('/bank-holidays/2030');
  expect(text).toContain('Nothing is known of this year yet');
  expect(text).toMatch(/name="days\[0\]\[day-day\]" [^>]*value="1"|name="days\[0\]\[day-year\]"[^>]*value="2030"/);
  const known = (await browser.get('/bank-holidays')).text;
  expect(known).toContain('Not known');
  expect(known).toMatch(/up to the end of 20(28|29)\. Past it nothing is counted/);
  const typed = { 'days[0][day-day]': '1', 'days[0][day-month]': '1', 'days[0][day-year]': '2030' };
  const wrong = await browser.fill('/bank-holidays/2030', typed);
  expect([wrong.status, wrong.text.includes('Enter where these days were published')]).toEqual([422, true]);
  const short = await browser.fill('/bank-holidays/2030', { ...typed, source });
  expect([short.status, short.text.includes('25 December 2030')]).toEqual([422, true]);
  expect(short.text).toContain('Why is a regular day left out?');
  const saved = await browser.fill('/bank-holidays/2030', {
    ...typed,
    source,
    reason: 'Nothing else is published yet.',
  });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/bank-holidays']);
  expect((await browser.get('/bank-holidays')).text).toContain('1 January 2030');
});
