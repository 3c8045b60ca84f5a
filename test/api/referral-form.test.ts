import { mkdirSync, writeFileSync } from 'node:fs';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { type Answer, hiddenFields, type PageClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

type Fields = Record<string, string | string[]>;

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T10:00:00Z');
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const day = (name: string, [year, month, date]: [string, string, string]): Fields => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const answers = {
  child: { givenName: 'Lowri', familyName: 'Pennant', ...day('dateOfBirth', ['2011', '3', '27']), sex: 'FEMALE' },
  ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' },
  offence: {
    ...day('date', ['2026', '10', '4']),
    listedClass: '58D',
    description: 'Broke a shop window with a stone.',
    indictableOnly: 'NOT_KNOWN',
    features: 'NONE',
  },
  gravity: {
    ...{ isScored: 'YES', edition: 'NPCC-CGM-2025-02', startScore: '2', finalScore: '2' },
    ...{ 'factors[0][code]': 'REMORSE', 'factors[0][evidence]': 'Went back and said sorry.' },
  },
  crime: {
    ...{ crimeReference: '26/000417/26', 'officer[name]': 'PC Wren Halloway', 'officer[collarNumber]': '1180' },
    policeStatus: 'BAIL',
    ...day('bailDate', ['2026', '12', '20']),
  },
  evidence: {
    responsibilityStance: 'FULL_ADMISSION',
    evidenceSufficient: 'YES',
    policeInformation: 'Interviewed with her aunt present.',
  },
  adult: { isNamed: 'YES', name: 'Mair Pennant', relationship: 'Aunt' },
  victim: { kind: 'BUSINESS', name: 'Corner Stores', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' },
} satisfies Record<string, Fields>;

const newOfficer = async (): Promise<{ officer: Colleague; browser: PageClient }> => {
  const officer = await team.hire(['REFERRING_OFFICER']);
  return { officer, browser: await browserOf(service, team, officer) };
};

const wentTo = ({ status, headers, text }: Answer): string => {
  if (status !== 303) throw new Error(`The page came back (${status}): ${errorsOf(text).join('; ')}`);
  return headers.get('location') ?? '';
};

/** What the summary of errors lists. */
const errorsOf = (html: string): string[] => {
  const [summary = ''] = /<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(html) ?? [];
  return [...summary.matchAll(/<a href="[^"]*">([^<]*)</g)].map(([, words = '']) => words);
};

const start = async (browser: PageClient, fields: Fields = { childIs: 'NEW' }): Promise<string> => {
  const first = wentTo(await browser.fill('/referrals/new', fields));
  return first.replace(/\/[^/]*(\/new)?$/, '');
};

/** Fills every page and stands before the check. */
const filled = async (browser: PageClient): Promise<string> => {
  const draft = await start(browser);
  await browser.fill(`${draft}/child`, answers.child);
  await browser.fill(`${draft}/ethnicity`, answers.ethnicity);
  await browser.fill(`${draft}/offences/new`, answers.offence);
  await browser.fill(`${draft}/offences/1/gravity`, answers.gravity);
  await browser.fill(`${draft}/crime`, answers.crime);
  await browser.fill(`${draft}/evidence`, answers.evidence);
  await browser.fill(`${draft}/adult`, answers.adult);
  wentTo(await browser.fill(`${draft}/victims/new`, answers.victim));
  return draft;
};

const keep = (name: string, { text }: Answer): void => {
  const folder = process.env['KEEP_PAGES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.html`, text);
};

test('what an offence was is asked outright: nothing ticked is no answer, and “none” stands alone', async () => {
  const { browser } = await newOfficer();
  const page = `${await start(browser)}/offences/new`;
  for (const features of [[], ['NONE', 'KNIFE']]) {
    const { status, text } = await browser.fill(page, { ...answers.offence, features });
    expect([features, status, errorsOf(text)]).toEqual([
      features,
      422,
      ['Select what it was, or “None of these” alone'],
    ]);
    expect(text).toContain('Broke a shop window with a stone.');
  }
  wentTo(await browser.fill(page, { ...answers.offence, features: ['KNIFE', 'HATE'] }));
});

test('an officer is led from page to page, checks the answers, sends them and is given a reference', async () => {
  const { browser, officer } = await newOfficer();
  keep('start', await browser.get('/referrals/new'));
  const first = wentTo(await browser.fill('/referrals/new', { childIs: 'NEW' }));
  expect(first).toMatch(/^\/referrals\/drafts\/[0-9a-f-]{36}\/child$/);
  const draft = first.replace(/\/child$/, '');
  const steps: [string, Fields, string][] = [
    ['child', answers.child, 'ethnicity'],
    ['ethnicity', answers.ethnicity, 'offences/new'],
    ['offences/new', answers.offence, 'offences/1/gravity'],
    ['offences/1/gravity', answers.gravity, 'offences'],
    ['offences', { next: 'DONE' }, 'crime'],
    ['crime', answers.crime, 'evidence'],
    ['evidence', answers.evidence, 'adult'],
    ['adult', answers.adult, 'victims'],
    ['victims', { next: 'ADD' }, 'victims/new'],
    ['victims/new', answers.victim, 'victims'],
    ['victims', { next: 'DONE' }, 'check'],
  ];
  for (const [page, fields, next] of steps) {
    const shown = await browser.get(`${draft}/${page}`);
    keep(page.replaceAll('/', '-'), shown);
    expect([page, shown.status]).toEqual([page, 200]);
    const went = wentTo(await browser.post(`${draft}/${page}`, { ...hiddenFields(shown.text), ...fields }));
    expect([page, went]).toEqual([page, `${draft}/${next}`]);
  }
  const check = await browser.get(`${draft}/check`);
  keep('check', check);
  for (const words of ['Lowri', '27 March 2011', 'Broke a shop window', 'Corner Stores', 'Mair Pennant', '58D']) {
    expect(check.text).toContain(words);
  }
  expect(check.text).not.toContain('Before you can send it');
  const sent = wentTo(await browser.fill(`${draft}/check`, {}));
  const confirmation = await browser.get(sent);
  keep('sent', confirmation);
  expect(confirmation.text).toMatch(/JDP-26-[0-9A-Z]{6}/);
  const { body } = await officer.api.get(`/api/referrals/${sent.split('/')[2]}`);
  expect(body).toMatchObject({ givenName: 'Lowri', policeStatus: 'BAIL', bailDate: '2026-12-20', victims: 1 });
  expect(body.offences).toMatchObject([
    { homeOfficeClass: '58D', gravityFinal: 2, gravityFactors: [{ code: 'REMORSE', kind: 'MITIGATING' }] },
  ]);
  expect((await browser.get(`${draft}/check`)).status).toBe(404);
  const own = await browser.get(`/referrals/${body.caseId}`);
  keep('referral', own);
  expect(own.text).toContain('Broke a shop window');
});

test('three mistakes come back beside their fields, with what was typed', async () => {
  const { browser } = await newOfficer();
  const draft = await start(browser);
  const wrong = { givenName: 'Lowri', familyName: '', ...day('dateOfBirth', ['2011', '2', '31']), sex: '' };
  const { status, text } = await browser.fill(`${draft}/child`, wrong);
  expect(status).toBe(422);
  expect(errorsOf(text)).toEqual(['Enter the child’s family name', 'Enter a real date', 'Select the child’s sex']);
  for (const field of ['familyName', 'dateOfBirth-day', 'sex']) expect(text).toContain(`<a href="#${field}">`);
  expect(text).toContain('value="Lowri"');
  expect(text).toContain('value="31"');
  expect(text).toContain('<title>Error: ');
  const bail = await browser.fill(`${draft}/crime`, { ...answers.crime, 'bailDate-day': '' });
  expect(errorsOf(bail.text)).toEqual([expect.stringMatching(/date/)]);
  const evidence = { ...answers.gravity, 'factors[0][evidence]': '' };
  await browser.fill(`${draft}/offences/new`, answers.offence);
  expect(errorsOf((await browser.fill(`${draft}/offences/1/gravity`, evidence)).text)).toEqual([
    'Enter what shows this factor (factor 1)',
  ]);
});

test('factors are added one by one, keeping what was typed', async () => {
  const { browser } = await newOfficer();
  const draft = await start(browser);
  await browser.fill(`${draft}/offences/new`, answers.offence);
  const page = `${draft}/offences/1/gravity`;
  const more = await browser.fill(page, { ...answers.gravity, _add: 'factors' });
  expect(more.status).toBe(200);
  expect(more.text).toContain('Went back and said sorry.');
  expect(more.text).toContain('name="factors[1][code]"');
  const second = { 'factors[1][code]': 'IN_A_GROUP', 'factors[1][evidence]': 'Three friends watched.' };
  wentTo(await browser.post(page, { ...hiddenFields(more.text), ...answers.gravity, ...second }));
  const { text } = await browser.get(`${draft}/offences`);
  expect(text).toContain('Three friends watched.');
  wentTo(await browser.fill(page, { ...answers.gravity, isScored: 'NO' }));
  expect((await browser.get(`${draft}/offences`)).text).not.toContain('Went back and said sorry.');
});

test('a draft that is not complete lists what is missing, each with the page that mends it', async () => {
  const { browser } = await newOfficer();
  const draft = await start(browser);
  await browser.fill(`${draft}/child`, answers.child);
  await browser.fill(`${draft}/offences/new`, { ...answers.offence, ...day('date', ['2020', '1', '1']) });
  const { text } = await browser.get(`${draft}/check`);
  expect(text).toContain('Before you can send it');
  for (const page of ['crime', 'evidence', 'victims']) expect(text).toContain(`href="${draft}/${page}"`);
  const refused = await browser.fill(`${draft}/check`, {});
  expect(refused.status).toBe(422);
  expect(errorsOf(refused.text)).toContain('Enter the crime reference');
  await browser.fill(`${draft}/crime`, answers.crime);
  await browser.fill(`${draft}/evidence`, answers.evidence);
  await browser.fill(`${draft}/victims`, { next: 'NONE', reason: 'A window of an empty house.' });
  const young = await browser.fill(`${draft}/check`, {});
  expect(errorsOf(young.text)).toEqual([expect.stringContaining('under 10')]);
  expect(young.text).toContain(`<a href="${draft}/offences/1">`);
});

test('a page saved in two tabs is refused in the second, with both answers shown', async () => {
  const { browser } = await newOfficer();
  const draft = await start(browser);
  const [one, other] = [await browser.get(`${draft}/child`), await browser.get(`${draft}/child`)];
  wentTo(await browser.post(`${draft}/child`, { ...hiddenFields(one.text), ...answers.child }));
  const typed = { ...answers.child, givenName: 'Lowri Ann' };
  const stale = await browser.post(`${draft}/child`, { ...hiddenFields(other.text), ...typed });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Changed by somebody else');
  for (const name of ['Lowri', 'Lowri Ann']) expect(stale.text).toContain(`<dd class="jdp-text">${name}</dd>`);
  wentTo(await browser.post(`${draft}/child`, { ...typed, ...hiddenFields(stale.text) }));
  expect((await browser.get(`${draft}/check`)).text).toContain('Lowri Ann');
});

test('a referral sent twice by a double press opens one case', async () => {
  const { browser, officer } = await newOfficer();
  const draft = await filled(browser);
  const fields = hiddenFields((await browser.get(`${draft}/check`)).text);
  const both = await Promise.all([browser.post(`${draft}/check`, fields), browser.post(`${draft}/check`, fields)]);
  expect(wentTo(both[0])).toBe(wentTo(both[1]));
  expect((await officer.api.get('/api/referrals')).body.items).toHaveLength(1);
});

test('offences and victims can be changed and removed', async () => {
  const { browser } = await newOfficer();
  const draft = await filled(browser);
  await browser.fill(`${draft}/offences/new`, { ...answers.offence, description: 'Threw a second stone.' });
  await browser.fill(`${draft}/offences/2`, { ...answers.offence, description: 'Threw a third stone.' });
  const list = await browser.get(`${draft}/offences`);
  keep('offences-two', list);
  expect(list.text).toContain('Threw a third stone.');
  expect(list.text).not.toContain('Threw a second stone.');
  expect(wentTo(await browser.fill(`${draft}/offences/1/remove`, {}))).toBe(`${draft}/offences`);
  await browser.fill(`${draft}/victims/1/remove`, {});
  wentTo(await browser.fill(`${draft}/victims`, { next: 'NONE', reason: 'Nobody lives there.' }));
  const { text } = await browser.get(`${draft}/check`);
  expect([text.includes('Broke a shop window'), text.includes('Corner Stores')]).toEqual([false, false]);
  expect(text).toContain('Nobody lives there.');
});

test('a child of an earlier case is found by its reference, and not asked about again', async () => {
  const { browser } = await newOfficer();
  const earlier = await referCase(team);
  const missing = await browser.fill('/referrals/new', { childIs: 'KNOWN', earlierReference: 'JDP-26-000000' });
  expect(errorsOf(missing.text)).toEqual(['No case of your panel area has this reference']);
  const reference = earlier.reference.toLowerCase().replaceAll('-', ' ');
  const first = wentTo(await browser.fill('/referrals/new', { childIs: 'KNOWN', earlierReference: reference }));
  expect(first).toMatch(/offences\/new$/);
  const draft = first.replace('/offences/new', '');
  await browser.fill(first, answers.offence);
  await browser.fill(`${draft}/crime`, answers.crime);
  await browser.fill(`${draft}/evidence`, answers.evidence);
  await browser.fill(`${draft}/victims/new`, answers.victim);
  const sent = wentTo(await browser.fill(`${draft}/check`, {}));
  const [row] = await service.read.source.query('select c."childId" from cases c where c.id = $1', [
    sent.split('/')[2],
  ]);
  expect(row.childId).toBe(earlier.childId);
});

test('children already known who look alike are shown by what is alike, and never by name', async () => {
  const { browser } = await newOfficer();
  const { childId } = await referCase(team, {
    child: { givenName: 'Lowri', familyName: 'Penant', dateOfBirth: '2011-03-27', sex: 'FEMALE' },
  });
  const draft = await filled(browser);
  const second = 'a second goes to the panel: whether they are the same is to be decided first';
  expect((await browser.get(`${draft}/check`)).text).not.toContain(second);
  await recordDisposal((await team.as('PANEL_TEAM_MANAGER')).api, childId);
  const { text } = await browser.get(`${draft}/check`);
  expect(text).toContain(second);
  expect(text).toContain('Children already known who may be this child');
  expect(text).toContain('Same date of birth, similar name');
  expect(text).not.toContain('Penant');
  const sent = wentTo(await browser.fill(`${draft}/check`, {}));
  const officerSees = await browser.get(sent);
  expect(officerSees.text).not.toContain('/match/');
});

test('whoever may decide on matches is led from the confirmation to the decision', async () => {
  const manager = await team.hire(['PANEL_TEAM_MANAGER']);
  const browser = await browserOf(service, team, manager);
  const draft = await filled(browser);
  const sent = wentTo(await browser.fill(`${draft}/check`, {}));
  expect((await browser.get(sent)).text).toMatch(/href="\/children\/[0-9a-f-]{36}\/match\/[0-9a-f-]{36}"/);
});

test('a draft is its writer’s alone, stands among their referrals and can be deleted', async () => {
  const [{ browser }, { browser: another }] = [await newOfficer(), await newOfficer()];
  const draft = await start(browser);
  await browser.fill(`${draft}/child`, answers.child);
  expect((await another.get(`${draft}/child`)).status).toBe(404);
  expect((await another.get(`${draft}/check`)).status).toBe(404);
  const list = await browser.get('/referrals');
  keep('referrals', list);
  expect(list.text).toContain('Lowri Pennant');
  expect((await another.get('/referrals')).text).not.toContain('Lowri');
  expect(wentTo(await browser.fill(`${draft}/delete`, {}))).toBe('/referrals');
  expect((await browser.get('/referrals')).text).not.toContain('Lowri');
  const id = draft.split('/').at(-1);
  const trail = await service.read.source.query('select * from trail_entries where "subjectId" = $1', [id]);
  expect(trail.map(({ type }: { type: string }) => type)).toEqual([
    'DRAFT_REFERRAL_SAVED',
    'DRAFT_REFERRAL_SAVED',
    'DRAFT_REFERRAL_DELETED',
  ]);
  expect(JSON.stringify(trail)).not.toContain('Lowri');
});

test('an assessor has no referral form, and a page that does not exist is not found', async () => {
  const assessor = await browserOf(service, team, await team.as('YJS_ASSESSOR'));
  expect((await assessor.get('/referrals/new')).status).toBe(403);
  const { browser } = await newOfficer();
  const draft = await start(browser);
  for (const page of ['nothing', 'offences/3', 'offences/new/gravity', 'victims/0', 'child/new']) {
    expect([page, (await browser.get(`${draft}/${page}`)).status]).toEqual([page, 404]);
  }
});
