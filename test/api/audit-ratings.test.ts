import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { browserOf } from '../support/browser.js';
import type { PageClient } from '../support/clients.js';
import { setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

type Published = {
  framework: string;
  cases: number;
  standards: { ref: string; published: string; keyQuestions: { ref: string; percent: number; yes: number }[] }[];
};

/** HM Inspectorate of Probation, Leicestershire Youth and Justice Service, 2 December 2021, Annexe 2. */
const published = JSON.parse(
  readFileSync(resolve('../shared/data/hmip-2021-leicestershire.json'), 'utf8'),
) as Published;
const { framework, cases: all } = published;
const questions = published.standards.flatMap(({ keyQuestions }) => keyQuestions);
const counts = questions.map(({ ref, yes }) => ({ ref, yes, applicable: all, all }));

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const but = (ref: string, change: object) =>
  counts.map((count) => (count.ref === ref ? { ...count, ...change } : count));

test('the published counts of Leicestershire give its published ratings and percentages', async () => {
  const { api } = await team.as('QA_AUDITOR');
  const { status, body } = await api.post('/api/audit-ratings', { framework, counts });
  expect(status).toBe(200);
  const rated = body.standards as {
    ref: string;
    rating: string;
    keyQuestions: { ref: string; percentOfAll: number }[];
  }[];
  expect(rated.map(({ ref, rating }) => [ref, rating])).toEqual(
    published.standards.map((standard) => [standard.ref, standard.published]),
  );
  expect(rated.flatMap(({ keyQuestions }) => keyQuestions).map(({ ref, percentOfAll }) => [ref, percentOfAll])).toEqual(
    questions.map(({ ref, percent }) => [ref, percent]),
  );
});

test('both denominators are given, and the band follows all cases', async () => {
  const { api } = await team.as('QA_LEAD');
  const { body } = await api.post('/api/audit-ratings', {
    framework,
    counts: but('3.1.1', { yes: 6, applicable: 10 }),
  });
  expect(body.standards[0].keyQuestions[0]).toEqual({
    ...{ ref: '3.1.1', yes: 6, applicable: 10, all: 17 },
    ...{ percentOfApplicable: 60, percentOfAll: 35, band: 'INADEQUATE' },
  });
});

test.each([
  ['more sufficient than applicable', { yes: 9, applicable: 8 }, 'counts[1].yes'],
  ['more applicable than judged', { applicable: 18 }, 'counts[1].applicable'],
  ['part of a case', { yes: 1.5 }, 'counts[1].yes'],
  ['a key question that does not exist', { ref: '3.9.1' }, 'counts[1].ref'],
  ['a key question counted twice', { ref: '3.1.1' }, 'counts[1].ref'],
])('%s is refused, and the fault is named', async (_, change, field) => {
  const { api } = await team.as('QA_AUDITOR');
  const { status, body } = await api.post('/api/audit-ratings', { framework, counts: but('3.1.2', change) });
  expect([status, body.errors[0].field]).toEqual([400, field]);
});

test('an unknown framework is refused', async () => {
  const { api } = await team.as('QA_AUDITOR');
  const { status, body } = await api.post('/api/audit-ratings', { framework: 'HMIP-1999', counts });
  expect([status, body.errors]).toEqual([400, [{ field: 'framework', message: 'Select a framework' }]]);
});

test('somebody without a part in audits is refused', async () => {
  const { api } = await team.as('PANEL_CHAIR');
  expect((await api.post('/api/audit-ratings', { framework, counts })).status).toBe(403);
});

describe('on the page', () => {
  const form = {
    framework,
    all: String(all),
    ...Object.fromEntries(questions.map(({ ref, yes }) => [`yes[${ref.replaceAll('.', '-')}]`, String(yes)])),
  };
  let browser: PageClient;
  beforeAll(async () => {
    browser = await browserOf(service, team, await team.as('QA_AUDITOR'));
  });

  test('the published counts are typed in and their ratings shown, with the rule and its source', async () => {
    const sent = await browser.fill('/audit-ratings', form);
    expect(sent.status).toBe(303);
    const shown = await browser.get(sent.headers.get('location') ?? '');
    expect(shown.status).toBe(200);
    for (const { ref } of published.standards) expect(shown.text).toMatch(new RegExp(`${ref} [A-Z][^<]*: Inadequate`));
    for (const { yes, percent } of questions) expect(shown.text).toContain(`${yes} of ${all} (${percent}%)`);
    expect(shown.text).toContain('Leicestershire Youth and Justice Service, 2 December 2021, Annexe 2');
    expect(shown.text).toContain('below 50% inadequate, 50% to 64% requires improvement');
    expect(shown.text.indexOf('<table')).toBeLessThan(shown.text.indexOf('id="form"'));
  });

  test('what was typed stays when a count is impossible', async () => {
    const sent = await browser.fill('/audit-ratings', { ...form, 'yes[3-1-3]': '18' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('No more than 17 cases can be sufficient on 3.1.3');
    expect(sent.text).toMatch(/name="yes\[3-1-3\]"[^>]*value="18"/);
    expect(sent.text).toContain('href="#yes-3-1-3"');
  });

  test('a missing count is asked for', async () => {
    const { 'yes[3-2-1]': _, ...rest } = form as Record<string, string>;
    const sent = await browser.fill('/audit-ratings', rest);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Enter how many cases were sufficient on 3.2.1');
  });

  test('counts in an address that cannot be read are refused', async () => {
    expect((await browser.get('/audit-ratings?counts=nonsense')).status).toBe(422);
  });
});
