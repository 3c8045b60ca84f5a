import { spawnSync } from 'node:child_process';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { listCase } from '../support/panels-story.js';
import { referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { writeReferral } from '../support/work-on-pages.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.faults.splice(0)).toEqual([]));

/** Whether what has the keyboard is the part of the page that this id names. */
const hasKeyboard = (visitor: Visitor, selector: string): Promise<boolean> =>
  visitor.page.locator(selector).evaluate((element) => element === document.activeElement);

test('somebody who makes three mistakes is told of each beside its field, and nothing they typed is lost', async () => {
  const officer = await stage.as('REFERRING_OFFICER');
  await officer.open('/referrals/new');
  await officer.choose('Has the panel had a case of this child before?', 'No, or I do not know');
  await officer.press('Save and continue');
  await officer.write('Family name', 'O’Brien-Łuczak');
  await officer.day('Date of birth', '2011-02-31');
  await officer.press('Save and continue');

  expect(await officer.page.title()).toMatch(/^Error: /);
  expect(await hasKeyboard(officer, '.govuk-error-summary')).toBe(true);
  const errors = await officer.errors();
  expect(errors).toHaveLength(3);
  expect(await officer.form.getByRole('textbox', { name: 'Family name' }).inputValue()).toBe('O’Brien-Łuczak');
  const born = officer.question('Date of birth');
  expect(await born.getByLabel('Day').inputValue()).toBe('31');
  expect(await born.getByLabel('Month').inputValue()).toBe('2');
  for (const error of errors) {
    expect(await officer.form.getByText(error).count()).toBeGreaterThan(0);
    await officer.page.locator('.govuk-error-summary').getByRole('link', { name: error }).click();
    const focused = await officer.page.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe('INPUT');
  }
}, 300_000);

test('two people change the same page, and each sees what the other wrote', async () => {
  const { team } = stage;
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  const first = await stage.as('YJS_ASSESSOR');
  const second = await stage.as('PANEL_TEAM_MANAGER');
  const page = `/cases/${caseId}/identity`;
  const question = /^What the child’s ethnicity and identity mean/;
  await first.open(page);
  await second.open(page);
  await first.write(question, 'The first of two wrote this.\n\nIn two paragraphs.');
  await first.press('Save');
  await second.write(question, 'The second wrote this at the same time.');
  await second.press('Save');

  const words = await second.words();
  expect(words).toContain('Somebody else changed this while you were writing');
  expect(words).toContain('The first of two wrote this. In two paragraphs.');
  expect(await second.form.getByRole('textbox', { name: question }).inputValue()).toBe(
    'The second wrote this at the same time.',
  );
  await second.write(question, 'Both of us wrote this.');
  await second.press('Save');
  await first.open(page);
  expect(await first.form.getByRole('textbox', { name: question }).inputValue()).toBe('Both of us wrote this.');
}, 300_000);

/** Tabs until what this names has the keyboard. */
async function tabTo(visitor: Visitor, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await visitor.page.keyboard.press('Tab');
    const reached = await visitor.page.evaluate(() => {
      const { activeElement: element } = document;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return (labels[0]?.textContent ?? element?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? reached === name : name.test(reached)) return;
  }
  throw new Error(`${String(name)} cannot be reached with the keyboard`);
}

test('a referral can be begun with the keyboard alone', async () => {
  const officer = await stage.as('REFERRING_OFFICER');
  const { keyboard } = officer.page;
  await officer.open('/referrals');
  await officer.byKeyboard(async () => {
    await tabTo(officer, 'Refer a child');
    await keyboard.press('Enter');
  });
  await officer.byKeyboard(async () => {
    await tabTo(officer, 'No, or I do not know');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  });
  expect(await officer.heading()).toBe('The child');
  await officer.byKeyboard(async () => {
    await tabTo(officer, 'Given name');
    await keyboard.type('Tamsin');
    await keyboard.press('Tab');
    await keyboard.type('Marchbank');
    for (const part of ['14', '6', '2012']) {
      await keyboard.press('Tab');
      await keyboard.type(part);
    }
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
  });
  expect(await officer.heading()).toBe('The child’s ethnicity');
  await officer.open('/referrals');
  expect(await officer.words()).toContain('Tamsin Marchbank');
}, 300_000);

test('pages work without scripts', async () => {
  const { team } = stage;
  const colleague = await team.as('REFERRING_OFFICER');
  const officer = await stage.signIn(colleague, { javaScriptEnabled: false });
  await writeReferral(officer, { givenName: 'Odette', familyName: 'Sandoval', dateOfBirth: '2012-03-04' });
  expect(await officer.words()).toContain('Odette');
  await officer.press('Send the referral');
  expect(await officer.words()).toContain('Referral sent');
}, 300_000);

test('the papers of a meeting print with their marking on every sheet, and fit a phone', async () => {
  const { team } = stage;
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  const administrator = await stage.as('PANEL_ADMINISTRATOR');
  await administrator.open(`/meetings/${meetingId}`);
  await administrator.follow('The pack: read, print or issue it');
  await administrator.follow('Issue the pack');
  expect(await administrator.words()).toMatch(/It holds JDP-26-\w+\. What stands now/);
  await administrator.press('Issue');
  expect(await administrator.words()).toContain('Version 1: 1 case, issued');

  const chair = await stage.as('PANEL_CHAIR');
  await chair.open(`/meetings/${meetingId}/pack`);
  const [, ...printed] = sheetsOf(await chair.page.pdf({ preferCSSPageSize: true }));
  const fromService = await chair.page.request.get(`/meetings/${meetingId}/packs/1/pdf`);
  const file = await fromService.body();
  const [contents = '', ...made] = sheetsOf(file);
  expect(overprintedIn(file)).toEqual([]);
  expect(printed.length).toBeLessThanOrEqual(made.length * 1.25);
  expect(contents).toMatch(/Contents\s+.+, JDP-26-\w+[ .]+\W*2\n/);
  for (const sheets of [printed, made]) {
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) {
      expect(sheet).toMatch(/official-sensitive/i);
      expect(sheet).toMatch(/JDP-26-\w+,?\s+Case version \d+/);
      expect(sheet).toContain('Pack version 1, issued');
      expect(sheet).toMatch(/Page \d+ of \d+/);
    }
    const words = sheets.join('\n');
    const order = ['What the child said', 'What the victim said', 'What the child needs to take part', 'Agency checks'];
    const places = order.map((title) => words.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }

  await chair.page.emulateMedia({ media: 'print' });
  expect(await chair.page.locator('.jdp-sheet__heading').first().innerText()).toContain('Official-Sensitive');
  expect(await chair.page.getByRole('navigation').first().isVisible()).toBe(false);
  await chair.page.emulateMedia({ media: null });

  // 400 % zoom of a screen of 1280 pixels leaves 320; every page above was looked at that narrow, and a phone is 375.
  for (const width of [320, 375]) {
    await chair.page.setViewportSize({ width, height: 700 });
    for (const page of [
      '/',
      '/cases',
      `/cases/${caseId}`,
      `/cases/${caseId}/recommendation`,
      `/meetings/${meetingId}`,
    ]) {
      await chair.open(page);
      const needed = await chair.page.evaluate(() => document.documentElement.scrollWidth);
      expect(`${page} ${needed}`).toBe(`${page} ${width}`);
    }
  }
}, 300_000);

test('a printed page says no address of the service after its links, and still those of what it cites', async () => {
  const { team } = stage;
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  for (const path of [`/cases/${caseId}`, `/cases/${caseId}/gravity`, '/cases']) {
    await manager.open(path);
    const words = sheetsOf(await manager.page.pdf({ preferCSSPageSize: true })).join('\n');
    expect(words).toMatch(/JDP-26-\w+/);
    expect(words.replaceAll(/\s+/g, '')).not.toMatch(/\(\/|\/cases\/|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  }
  await manager.page.setContent(await linkTo(manager, 'https://www.legislation.gov.uk/ukpga/1998/37'));
  const cited = sheetsOf(await manager.page.pdf()).join('\n');
  expect(cited).toContain('(https://www.legislation.gov.uk/ukpga/1998/37)');
}, 300_000);

/** A page with the style of the service and one link. */
async function linkTo(visitor: Visitor, address: string): Promise<string> {
  const style = await visitor.page.locator('link[rel=stylesheet]').evaluate((element: HTMLLinkElement) => element.href);
  return `<link rel="stylesheet" href="${style}"><a class="govuk-link" href="${address}">The Act</a>`;
}

/** The words of each sheet of a PDF, as a reader of PDFs finds them. */
const sheetsOf = (pdf: Buffer): string[] => readIn(pdf, '-layout').split('\f').slice(0, -1);

/** The words that are printed over the marking of their sheet; more than the air above and below a line, in points. */
const overprintedIn = (pdf: Buffer): string[] =>
  readIn(pdf, '-bbox')
    .split('<page ')
    .flatMap((sheet) => {
      const words = [...sheet.matchAll(/xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.+)<\/word>/g)];
      const boxes = words.map(([, ...parts]) => ({ word: parts[4] ?? '', at: parts.slice(0, 4).map(Number) }));
      const marking = boxes.find(({ word }) => word === 'OFFICIAL-SENSITIVE');
      const others = boxes.filter((one) => one !== marking);
      return others.filter(({ at }) => marking && isOver(marking.at, at)).map(({ word }) => word);
    });

const AIR = 3;
const isOver = ([left = 0, top = 0, right = 0, bottom = 0]: number[], [x = 0, y = 0, farX = 0, farY = 0]: number[]) =>
  Math.min(right, farX) > Math.max(left, x) && Math.min(bottom, farY) - Math.max(top, y) > AIR;

function readIn(pdf: Buffer, how: string): string {
  const { stdout, status, error } = spawnSync('pdftotext', [how, '-', '-'], { input: pdf, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error('The PDF could not be read');
  return stdout;
}
