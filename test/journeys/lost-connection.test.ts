import type { BrowserContext, Locator } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
let at: string;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  at = `/cases/${(await referCase(stage.team)).caseId}`;
});
afterAll(() => stage.close(), 150_000);
afterEach(() => expect(stage.faults.splice(0)).toEqual([]));

/** The last box on a page of the assessment that is open to be written in, whatever its set asks there. */
const box = ({ page }: Visitor): Locator => page.locator('main form textarea:visible').last();
const notice = ({ page }: Visitor): Locator => page.locator('#not-sent');
const hasKeyboard = (found: Locator): Promise<boolean> =>
  found.evaluate((element) => element === document.activeElement);
const line = ({ page }: Visitor): BrowserContext => page.context();
const keyOf = ({ page }: Visitor): Promise<string> => page.locator('main form input[name="_key"]').inputValue();

/** Presses a button that is expected to lead nowhere. */
async function pressInVain(visitor: Visitor, name: string): Promise<void> {
  await notice(visitor).evaluateAll((found) => found.forEach((element) => element.remove()));
  await visitor.page.getByRole('button', { name, exact: true }).click();
  await notice(visitor).waitFor();
  // Within a second a second press counts as a double click, and does nothing.
  await visitor.page.waitForTimeout(1100);
}

async function signInAgain(visitor: Visitor, email: string): Promise<void> {
  const [tab] = await Promise.all([
    line(visitor).waitForEvent('page'),
    notice(visitor)
      .getByRole('link', { name: /^Sign in/ })
      .click(),
  ]);
  await tab.getByLabel('Email address').fill(email);
  await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.waitForURL((url) => url.pathname === '/');
  await tab.close();
}

test('a line that drops loses nothing: two pages are saved, the third waits as it was written and is sent once', async () => {
  const assessor = await stage.as('YJS_ASSESSOR');
  await assessor.open(`${at}/assessment/circumstances`);
  await box(assessor).fill('The first page, saved.');
  await assessor.press('Save and continue');
  const second = assessor.path;
  await box(assessor).fill('The second page, saved.');
  await assessor.press('Save and continue');
  const third = assessor.path;
  const typed = 'The third page.\n\nIn hand when the line dropped.';
  await box(assessor).fill(typed);
  const key = await keyOf(assessor);

  await line(assessor).setOffline(true);
  await pressInVain(assessor, 'Save and continue');
  const words = (await notice(assessor).innerText()).replaceAll(/\s+/g, ' ');
  expect(words).toContain('Not sent: there is no connection');
  expect(words).toContain('What you wrote is still here. Try again when you are connected.');
  expect(await hasKeyboard(notice(assessor))).toBe(true);
  expect(await notice(assessor).getByRole('alert').count()).toBe(1);
  expect([assessor.path, await box(assessor).inputValue(), await keyOf(assessor)]).toEqual([third, typed, key]);
  await pressInVain(assessor, 'Save and come back later');
  expect(await assessor.page.locator('#not-sent').count()).toBe(1);

  await line(assessor).setOffline(false);
  await assessor.press('Save and come back later');
  expect(assessor.path).toBe(`${at}/assessment`);
  for (const [page, written] of [
    [`${at}/assessment/circumstances`, 'The first page, saved.'],
    [second, 'The second page, saved.'],
    [third, typed],
  ] as const) {
    await assessor.open(page);
    await assessor.page.reload();
    const boxes = await assessor.page
      .locator('main form textarea')
      .evaluateAll((found) => found.map((element) => (element as HTMLTextAreaElement).value));
    expect([page, boxes]).toEqual([page, expect.arrayContaining([written])]);
  }
  const { api } = await stage.team.as('YJS_ASSESSOR');
  const { items } = (await api.get(`/api${at}/timeline?limit=50`)).body;
  expect(items.filter(({ event }: { event: string }) => event === 'ASSESSMENT_SAVED')).toHaveLength(3);
}, 300_000);

test('a button that adds a row keeps its name and its place when it is pressed again', async () => {
  const assessor = await stage.as('YJS_ASSESSOR');
  await assessor.open(`${at}/assessment/childs-plan`);
  const rows = assessor.page.locator('.jdp-group__row:visible');
  const before = await rows.count();
  const add = await assessor.page.getByRole('button', { name: /^Add another/ }).innerText();
  await line(assessor).setOffline(true);
  await pressInVain(assessor, add);
  await line(assessor).setOffline(false);
  await assessor.press(add);
  expect(await rows.count()).toBeGreaterThan(before);
}, 300_000);

test('whoever was signed out meanwhile signs in in another tab and sends what they wrote', async () => {
  const colleague = await stage.team.as('YJS_ASSESSOR', 2);
  const assessor = await stage.signIn(colleague);
  const page = `${at}/judgements/SAFETY_AND_WELLBEING`;
  await assessor.open(page);
  await assessor.choose(/^How likely/, 'Medium');
  await assessor.write('Why this level', 'Written before the session ended.');
  stage.service.clock.ahead += 31 * 60_000;
  await pressInVain(assessor, 'Save');
  expect(await notice(assessor).innerText()).toContain('Not sent: you are no longer signed in');
  expect(await hasKeyboard(notice(assessor))).toBe(true);
  await signInAgain(assessor, colleague.email);
  await assessor.press('Save');
  expect(assessor.path).toBe(`${at}/assessment`);
  await assessor.open(page);
  expect(await assessor.page.getByLabel('Why this level').inputValue()).toBe('Written before the session ended.');
}, 300_000);

test('what somebody wrote is not sent as somebody else’s', async () => {
  const colleague = await stage.team.as('YJS_ASSESSOR', 2);
  const assessor = await stage.signIn(colleague);
  const page = `${at}/judgements/RISK_OF_SERIOUS_HARM`;
  await assessor.open(page);
  await assessor.choose(/^How likely/, 'Low');
  stage.service.clock.ahead += 31 * 60_000;
  await pressInVain(assessor, 'Save');
  const other = await stage.team.as('YJS_ASSESSOR', 3);
  await stage.signIn(other);
  await signInAgain(assessor, other.email);
  await pressInVain(assessor, 'Save');
  expect(await notice(assessor).innerText()).toContain('Not sent: somebody else has signed in since');
  await signInAgain(assessor, colleague.email);
  await assessor.press('Save');
  const { api } = colleague;
  expect((await api.get(`/api${page}`)).body).toMatchObject({ level: 'LOW', recordedBy: colleague.id });
}, 300_000);

test('a service that answers with an error keeps the page too, and nothing is kept on the device', async () => {
  const fresh = await stage.signIn(await stage.team.as('YJS_ASSESSOR', 2));
  await fresh.open(`${at}/identity`);
  await fresh.write(/^What the child’s ethnicity/, 'Not to be found on the device.');
  await fresh.page.route('**/session', (route) => route.fulfill({ status: 503, body: 'Bad gateway' }));
  await pressInVain(fresh, 'Save');
  expect(await notice(fresh).innerText()).toContain('there is no connection');
  const kept = await fresh.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('Not to be found');
  await fresh.page.unroute('**/session');
  await fresh.press('Save');
  expect(fresh.path).toBe(at);
}, 300_000);
