import { letterKindCodes } from '../../src/policy/letters.js';
import { usualLetters } from '../../src/policy/usual-letters/usual-letters.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { writeLetter } from '../support/letters-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

const today = dayFromNow(0);
const NOWHERE = '0199f2a0-0000-7000-8000-000000000000';
const at = '/api/letter-templates/carer-rights';
const admin = () => team.administrator.api;
const version = async (address = at): Promise<number> => (await admin().get(address)).body.version;
const edition = (more: object = {}) => ({
  ...{
    heading: 'For you',
    text: 'Dear carer of {{childFirstName}}',
    from: today,
    reason: 'Asked by the board',
    ...more,
  },
});
const inForce = async (area = '') => (await admin().get(`${at}${area && `?panelAreaId=${area}`}`)).body.inForce;
const editions = async () => (await admin().get(at)).body.editions.length;
const faultsOf = (body: { errors?: { field: string; message: string }[] }) =>
  body.errors?.map(({ field, message }) => [field, message]);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

test('every kind begins with the usual words, and says what it may name', async () => {
  const { body } = await admin().get('/api/letter-templates');
  expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(letterKindCodes);
  for (const { kind, slug } of body.items) {
    const one = (await admin().get(`/api/letter-templates/${slug}`)).body;
    expect(one.inForce).toMatchObject({ editionId: null, text: usualLetters[kind as 'CHILD_RIGHTS'].text });
    expect(one.fields.length).toBeGreaterThan(5);
  }
});

test.each([
  [
    'a field that is not there',
    { text: 'Dear\n\n{{nickname}}' },
    [['text', expect.stringMatching(/^Line 3: there is no field “nickname”. This letter may name .*childFirstName/)]],
  ],
  [
    'what a carer may not read',
    { heading: '{{victimName}}' },
    [['heading', 'Line 1: “victimName” may not stand in a letter to the parent or carer']],
  ],
  ['a day gone by', { from: dayFromNow(-1) }, [['from', expect.stringContaining('today or later')]]],
  ['no reason', { reason: ' ' }, [['reason', 'Enter why it is changed']]],
  ['a wording it has not', { shortText: 'Hi' }, [['shortText', expect.stringContaining('no wording')]]],
  ['an area that is not there', { panelAreaId: NOWHERE }, [['panelAreaId', 'There is no such panel area']]],
])('a template with %s is refused with its reason, and nothing is written', async (_, change, faults) => {
  const before = await editions();
  const { status, body } = await admin().post(`${at}/editions`, edition({ version: 0, ...change }));
  expect([status, faultsOf(body)]).toEqual([400, faults]);
  expect(await editions()).toBe(before);
  expect((await inForce()).heading).toBe(usualLetters.CARER_RIGHTS.heading);
});

test('one for a child needs both wordings', async () => {
  const { status, body } = await admin().post('/api/letter-templates/child-rights/editions', edition({ version: 0 }));
  expect([status, faultsOf(body)]).toEqual([400, [['shortText', 'Enter the letter in short sentences too']]]);
});

test('a preview is filled with invented examples and saves nothing', async () => {
  const preview = await admin().post(`${at}/preview`, {
    heading: 'Hi',
    text: 'Dear carer of {{childFirstName}}\n\n- x',
  });
  expect(preview.status).toBe(200);
  expect(preview.body.items[0].letter.blocks).toEqual([
    { kind: 'PARAGRAPH', lines: ['Dear carer of Ash'] },
    { kind: 'LIST', isNumbered: false, items: ['x'] },
  ]);
  expect((await admin().post(`${at}/preview`, { heading: 'Hi', text: '{{nothing}}' })).status).toBe(400);
  expect(await editions()).toBe(0);
});

test('an edition holds from its day on, an area’s own before everywhere’s, and back to what is usual; all stay on record', async () => {
  const other = await team.addArea('Elsewhere');
  const write = async (more: object) =>
    done('It', await admin().post(`${at}/editions`, edition({ version: await version(), ...more })));
  await write({ heading: 'Everywhere' });
  await write({ heading: 'Tomorrow', from: dayFromNow(1) });
  await write({ heading: 'Here', panelAreaId: team.areaId });
  const headings = async () => [
    (await inForce()).heading,
    (await inForce(team.areaId)).heading,
    (await inForce(other)).heading,
  ];
  expect(await headings()).toEqual(['Everywhere', 'Here', 'Everywhere']);
  const { caseId } = await referCase(team);
  await writeLetter(team, `/api/cases/${caseId}/letters/carer-rights`);
  const assessor = await team.as('YJS_ASSESSOR');
  const drafted = async () => (await assessor.api.get(`/api/cases/${caseId}/letters`)).body.drafts[0].sheet.heading;
  expect(await drafted()).toBe('Here');
  const back = { from: today, reason: 'Not needed any more' };
  done('Back', await admin().post(`${at}/usual`, { ...back, version: 3, panelAreaId: team.areaId }));
  expect(await headings()).toEqual(['Everywhere', 'Everywhere', 'Everywhere']);
  done('Back', await admin().post(`${at}/usual`, { ...back, version: 4 }));
  expect(await headings()).toEqual(Array.from({ length: 3 }, () => usualLetters.CARER_RIGHTS.heading));
  expect(await drafted()).toBe('Here');
  expect(await editions()).toBe(5);
});

test('what was begun before another wrote is refused, in every area, until that was read', async () => {
  const page = '/api/letter-templates/CARER_AGREED';
  const words = { heading: 'Agreed', text: 'Hello', from: today, reason: 'Clearer' };
  const begun = await version(page);
  const first = await admin().post(`${page}/editions`, { ...words, version: begun });
  expect([first.status, first.body.version]).toEqual([201, begun + 1]);
  for (const [way, body] of [
    ['editions', { ...words, text: 'Mine' }],
    ['editions', { ...words, panelAreaId: team.areaId }],
    ['usual', { from: today, reason: 'Back' }],
  ] as const) {
    const stale = await admin().post(`${page}/${way}`, { ...body, version: begun });
    expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([409, 'STALE_VERSION', begun + 1]);
  }
  const [unread] = (await admin().post(`${page}/editions`, words)).body.errors;
  expect(unread.field).toBe('version');
  expect((await admin().get(page)).body).toMatchObject({ version: begun + 1, inForce: { text: 'Hello' } });
  expect((await admin().get(page)).body.editions.length).toBe(1);
  const both = await Promise.all(
    ['One', 'Two'].map((text) => admin().post(`${page}/editions`, { ...words, text, version: begun + 1 })),
  );
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
});

test('every fault is told in one answer, of the fields and of the words', async () => {
  const faulty = {
    ...{ heading: '', text: 'Dear {{nickname}}\n{{victimName}}', shortText: 'Hi', panelAreaId: NOWHERE },
    ...{ from: dayFromNow(-1), nothing: 'x', version: 0 },
  };
  const { status, body } = await admin().post(`${at}/editions`, faulty);
  const fields = body.errors.map(({ field }: { field: string }) => field);
  expect([status, fields.toSorted()]).toEqual([
    400,
    ['from', 'heading', 'nothing', 'panelAreaId', 'reason', 'shortText', 'text', 'text'],
  ]);
  const preview = await admin().post(`${at}/preview`, { text: '{{nickname}}', nothing: 'x' });
  expect(
    faultsOf(preview.body)
      ?.map(([field]) => field)
      .toSorted(),
  ).toEqual(['heading', 'nothing', 'text']);
  const usual = await admin().post(`${at}/usual`, { from: dayFromNow(-1), panelAreaId: NOWHERE });
  const ofUsual = faultsOf(usual.body)?.map(([field]) => field);
  expect(ofUsual?.toSorted()).toEqual(['from', 'panelAreaId', 'reason', 'version']);
});

test('a kind is named by its code as elsewhere, or as on pages; one that is not there is told which are', async () => {
  for (const { kind, slug } of (await admin().get('/api/letter-templates')).body.items) {
    const [byCode, bySlug] = [
      await admin().get(`/api/letter-templates/${kind}`),
      await admin().get(`/api/letter-templates/${slug}`),
    ];
    expect([byCode.status, byCode.body]).toEqual([200, bySlug.body]);
  }
  const { status, body } = await admin().get('/api/letter-templates/CHILD_NOTHING');
  expect([status, body.detail]).toEqual([
    404,
    expect.stringMatching(/“CHILD_NOTHING”.*CHILD_RIGHTS, .*VICTIM_OUTCOME/),
  ]);
  const { caseId } = await referCase(team);
  const { api } = await team.as('YJS_ASSESSOR');
  expect((await api.get(`/api/cases/${caseId}/letters/CHILD_RIGHTS/draft`)).body.kind).toBe('CHILD_RIGHTS');
  const unknown = await api.get(`/api/cases/${caseId}/letters/VICTIM_VIEW/draft`);
  expect([
    unknown.status,
    unknown.body.detail.includes('CHILD_RIGHTS'),
    unknown.body.detail.includes('VICTIM_OFFER'),
  ]).toEqual([404, true, false]);
});

test('is for the administrator alone, who sees no letter of a case', async () => {
  const { caseId } = await referCase(team);
  expect((await admin().get(`/api/cases/${caseId}/letters`)).status).toBe(403);
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  for (const answer of [
    await api.get('/api/letter-templates'),
    await api.get(at),
    await api.post(`${at}/editions`, edition()),
    await api.post(`${at}/usual`, {}),
    await api.post(`${at}/preview`, {}),
  ]) {
    expect(answer.status).toBe(403);
  }
});

test('on its page a template is tried, comes back with its faults, is saved, and is read in its history', async () => {
  const browser = await browserOf(service, team, team.administrator);
  const page = '/letter-templates/child-rights';
  expect((await browser.get('/')).text).toContain('href="/letter-templates"');
  expect((await browser.get('/letter-templates')).text).toContain(`href="${page}"`);
  const shown = (await browser.get(page)).text;
  expect(shown).toContain('formaction="/letter-templates/child-rights/preview"');
  expect(shown).toContain('Dear Ash,');
  expect(shown).not.toContain('victimName');
  const token = /name="_csrf" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const typed = { _csrf: token, heading: 'Yours', text: 'Hello {{childFirstName}} <i>', shortText: 'Hi' };
  const preview = await browser.post(`${page}/preview`, typed);
  expect([preview.status, preview.text.includes('Hello Ash &lt;i&gt;')]).toEqual([200, true]);
  expect(preview.text).toContain('Hello {{childFirstName}} &lt;i&gt;</textarea>');
  const faulty = await browser.post(`${page}/preview`, { ...typed, text: 'Hello\n{{victimName}}' });
  expect([faulty.status, faulty.text.includes('Line 2: “victimName” may not stand in a letter to the child')]).toEqual([
    422,
    true,
  ]);
  const day = { 'from-day': '23', 'from-month': '11', 'from-year': '2026' };
  const { _csrf: _, ...words } = typed;
  const refused = await browser.fill(page, { ...words, ...day });
  expect([refused.status, refused.text.includes('Enter why it is changed')]).toEqual([422, true]);
  const saved = await browser.fill(page, { ...words, ...day, reason: 'Shorter' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, page]);
  const history = (await browser.get(page)).text;
  expect(history).toContain('Everywhere, from 23 November 2026');
  const href = /\/letter-templates\/child-rights\/editions\/[\w-]+/.exec(history)?.[0] ?? '';
  expect((await browser.get(href)).text).toContain('Hello {{childFirstName}}');
  const back = await browser.fill(`${page}/usual`, { ...day, reason: 'As it was' });
  expect(back.status).toBe(303);
  const trail = await service.read.source.query(
    `select count(*) as written from trail_entries where type = 'LETTER_TEMPLATE_WRITTEN' and "subjectType" = 'SERVICE'`,
  );
  expect(Number(trail[0].written)).toBeGreaterThan(1);
});

test('on its page what another wrote meanwhile stands beside what was typed, also after a look at it', async () => {
  const browser = await browserOf(service, team, team.administrator);
  const page = '/letter-templates/police-outcome';
  const shown = (await browser.get(page)).text;
  const token = /name="_csrf" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const begun = /name="version" value="(\d+)"/.exec(shown)?.[1] ?? '';
  const theirs = {
    heading: 'Theirs',
    text: 'Their words',
    from: dayFromNow(1),
    reason: 'Theirs',
    version: Number(begun),
  };
  done('Theirs', await admin().post('/api/letter-templates/POLICE_OUTCOME/editions', theirs));
  const day = { 'from-day': '23', 'from-month': '11', 'from-year': '2026' };
  const typed = { heading: 'Mine', text: 'My words', ...day, reason: 'Mine', version: begun, _csrf: token };
  const looked = await browser.post(`${page}/preview`, typed);
  expect([looked.status, looked.text.includes(`name="version" value="${begun}"`)]).toEqual([200, true]);
  const stale = await browser.post(page, typed);
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Somebody else changed this while you were writing');
  for (const words of ['Their words', 'My words</textarea>', '24 November 2026']) expect(stale.text).toContain(words);
  expect(stale.text).toContain(`name="version" value="${Number(begun) + 1}"`);
  const back = await browser.post(`${page}/usual`, { _csrf: token, ...day, reason: 'Back', version: begun });
  expect([back.status, back.text.includes('Somebody else changed this')]).toEqual([409, true]);
  const read = await browser.post(page, { ...typed, version: String(Number(begun) + 1) });
  expect(read.status).toBe(303);
});

test('on its page every fault is told in one answer', async () => {
  const browser = await browserOf(service, team, team.administrator);
  const day = { 'from-day': '22', 'from-month': '11', 'from-year': '2026' };
  const { status, text } = await browser.fill('/letter-templates/child-rights', {
    heading: '',
    text: '{{no}}',
    shortText: '',
    ...day,
  });
  const told = ['Enter a heading', 'no field “no”', 'in short sentences too', 'today or later', 'why it is changed'];
  expect([status, told.filter((words) => !text.includes(words))]).toEqual([422, []]);
});
