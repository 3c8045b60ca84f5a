import { apologiseWithNote, inviteObserver, issuePack } from '../support/in-the-meeting.js';
import * as story from '../support/stories-of-a-meeting.js';
import {
  beginRecommendation,
  followOnScreen,
  hear,
  MINUTE,
  onScreen,
  openWholeMeeting,
  recommendOnPage,
  type WholeMeeting,
} from '../support/whole-meeting.js';

/** Eight cases, a chair and a clerk, four agencies at the table, and what can happen to a case; one test after another. */
let whole: WholeMeeting;
beforeAll(async () => {
  whole = await openWholeMeeting();
}, 300_000);
afterAll(() => whole.stage.close());
afterEach(() => expect(whole.stage.faults.splice(0)).toEqual([]));

test('the clerk puts the meeting in order and issues its pack, and the chair reads it', async () => {
  const { page, cases, panel } = whole;
  const { clerk, chair } = panel;
  const { deferred, disputed, repeated } = cases;
  await apologiseWithNote(clerk, page, deferred);
  expect(await onScreen(clerk, page, deferred)).toContain('Note from Substance misuse service');
  await clerk.press(`Move up ${disputed.reference}`);
  await clerk.press(`Move up ${disputed.reference}`);
  expect(await onScreen(chair, page, disputed)).toMatch(/^4\. Esther Stratton/);
  await inviteObserver(clerk, page, 'Mabel Trencher');
  await issuePack(clerk, page);
  expect(await clerk.words()).toContain('Version 1: 8 cases, issued');
  await chair.open(page);
  await chair.follow('The pack: read, print or issue it');
  const pack = await chair.words();
  for (const kind of ['plain', 'deferred', 'recused', 'second'] as const) expect(pack).toContain(cases[kind].name);
  expect(pack.indexOf(disputed.name)).toBeLessThan(pack.indexOf(repeated.name));
}, 600_000);

test('a member who knows a child steps out, and the case is gone for her, in lists, counts and papers', async () => {
  const { page, cases, panel } = whole;
  const { health, chair } = panel;
  const { recused } = cases;
  await health.open('/cases');
  expect(await health.page.getByRole('rowheader').count()).toBe(8);
  await followOnScreen(health, page, recused, /^Record a conflict of interest/);
  await health.write('What is the conflict?', 'Her family lives next door to mine.');
  await health.press('Record');
  expect(await health.words()).toContain('You have stepped out of this case');
  for (const where of [page, `${page}/pack`, '/', '/cases']) {
    await health.open(where);
    expect([where, (await health.words()).includes(recused.name)]).toEqual([where, false]);
  }
  expect(await health.page.getByRole('rowheader').count()).toBe(7);
  for (const rest of ['', '/views', '/recommendation', '/pack']) await health.open(recused.at + rest, 404);
  expect(await onScreen(chair, page, recused)).toContain('Sunniva Okafor takes no part: Her family lives next door');
}, 600_000);

test('who is here is written down, and what is wrong in it comes back as it was typed', async () => {
  const { page, panel, stage } = whole;
  const { chair } = panel;
  stage.service.clock.ahead += 16 * MINUTE;
  await chair.open(page);
  expect(await chair.words()).toContain('The panel is not quorate yet');
  await story.recordAttendance(whole);
  await chair.open(page);
  expect(await chair.words()).toMatch(/Every agency that the panel needs is here.*Apologies \(1\)/);
  expect(await chair.words()).toContain('8 of 8 cases left to be heard. Next: 1. Bryony Hallowell');

  // On paper what is folded away on the screen is open, and no link is followed by its address.
  await chair.page.emulateMedia({ media: 'print' });
  expect(await chair.page.getByText('Substance misuse service: Training').isVisible()).toBe(true);
  const child = chair.page.getByRole('link', { name: 'Bryony Hallowell', exact: true });
  expect(await child.evaluate((link) => getComputedStyle(link, '::after').content)).toBe('none');
  await chair.page.emulateMedia({ media: null });
}, 600_000);

test('each agency says what it thinks before it reads the others, and until then nothing can be recommended', async () => {
  const { cases, panel } = whole;
  await story.answerApart(whole);
  await panel.health.open(`${cases.plain.at}/views`);
  expect(await panel.health.words()).toContain('It is not the first that we hear of her.');
  await story.notePoint(whole, 'She was spoken to once in spring; no crime was recorded.');
  expect(await panel.clerk.words()).toContain('no crime was recorded');
}, 600_000);

test('a recommendation without its reasons, by somebody who is not here, or twice at once is refused, and nothing is lost', async () => {
  const { page, cases, panel } = whole;
  const { chair } = panel;
  await followOnScreen(chair, page, cases.plain, /^Record recommendation/);
  await chair.choose('What does the panel recommend?', 'Community resolution');
  await chair.press('Record recommendation');
  expect(await chair.errors()).toContain('Enter how what the victim said bore on it');
  expect(await chair.form.getByRole('radio', { checked: true }).count()).toBe(1);
  await story.recommendTwiceAtOnce(whole);
  expect(await chair.bar()).toContain('Recommended');
  expect(await onScreen(chair, page, cases.plain)).toContain('Recommended');
}, 600_000);

test('a case that is not ready is put off with its reason and something to do, and comes back by itself once it is ready', async () => {
  const { page, nextPage, cases, panel } = whole;
  await story.putOff(whole);
  expect(await onScreen(panel.chair, page, cases.deferred)).toContain('Adjourned: A victim’s view is missing');
  await story.finishPreparation(whole);
  expect(await onScreen(panel.chair, nextPage, cases.deferred)).toContain('Adjourned once before');
}, 600_000);

test('police decide otherwise than the panel recommended, and say why', async () => {
  const { cases, panel } = whole;
  await hear(whole, cases.diverging);
  await recommendOnPage(whole, cases.diverging);
  await story.decideOtherwise(whole, 'She was arrested again last night.');
  expect(await panel.police.bar()).toContain('Decided');
  expect(await panel.police.words()).toContain('She was arrested again last night.');
}, 600_000);

test('a fourth informal disposal was signed for before the meeting, and is recommended only with why it will work now', async () => {
  const { page, cases, panel } = whole;
  const { chair } = panel;
  expect(await onScreen(chair, page, cases.repeated)).toMatch(/3 earlier disposals/);
  await hear(whole, cases.repeated);
  await beginRecommendation(whole, cases.repeated);
  expect(await chair.words()).toContain('Senior review Signed');
  await chair.press('Record recommendation');
  expect(await chair.words()).toContain('why another will work now is not written');
  await chair.write(
    /^Why will one more informal disposal or caution work now/,
    'A mentor whom she chose begins this week.',
  );
  await chair.press('Record recommendation');
  expect(await chair.bar()).toContain('Recommended');
  expect(await chair.words()).toContain('A mentor whom she chose begins this week.');
}, 600_000);

test('the case that a member stepped out of is heard by the others', async () => {
  const { page, cases, panel } = whole;
  await hear(whole, cases.recused);
  await panel.chair.open(`${cases.recused.at}/views`);
  expect(await panel.chair.words()).not.toContain('Health');
  await recommendOnPage(whole, cases.recused);
  await panel.health.open(page);
  expect(await panel.health.words()).not.toContain(cases.recused.name);
}, 600_000);

test('an agency disagrees, two named seniors settle it, and the panel takes note and records what they agreed', async () => {
  const { cases, panel } = whole;
  await hear(whole, cases.disputed);
  await story.recommendWithDissent(whole, 'The shopkeeper was pushed.');
  expect(await panel.chair.words()).toContain('The shopkeeper was pushed.');
  await story.settle(whole);
  await story.takeNote(whole);
  await recommendOnPage(whole, cases.disputed, story.OUTCOME_22);
  expect(await panel.chair.words()).toContain(story.OUTCOME_22);
}, 600_000);

test('a slip of the pen in an outcome is corrected, both texts stay, and the outcome is the one it was', async () => {
  const { cases, stage } = whole;
  await hear(whole, cases.second);
  await recommendOnPage(whole, cases.second);
  await story.giveResolution(whole, 'At hom, with her father');
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await story.correctPlace(manager, whole, 'At home, with her mother');
  expect(await manager.words()).toMatch(/Where At hom, with her father At home, with her mother/);
  expect(await manager.words()).not.toMatch(/Replaced after a review|Taken back as a slip/);
  await manager.open(`/children/${cases.corrected.childId}`);
  expect(await manager.page.getByRole('rowheader').filter({ hasText: 'Community resolution' }).count()).toBe(1);
}, 600_000);

test('an observer watched without a name, and what was decided is counted rightly afterwards', async () => {
  const { page, nextPage, cases, panel, stage, observer } = whole;
  const { chair } = panel;
  await observer.open('/');
  await observer.follow('Leicester City');
  const seen = await observer.words();
  expect(seen).toMatch(/Adjourned: A victim’s view is missing.*Case 8/);
  for (const { name, reference } of [cases.plain, cases.recused, cases.corrected]) {
    expect([seen.includes(name.split(' ')[1] ?? ''), seen.includes(reference)]).toEqual([false, false]);
  }
  await chair.open(page);
  expect(await chair.words()).toContain('No case is left to be heard.');
  await chair.open(nextPage);
  await chair.follow('What police decided since the last meeting');
  expect(await chair.words()).toContain('2 decided, 1 of them otherwise than recommended');
  expect(await chair.words()).toContain('She was arrested again last night.');
  const lead = await stage.as('QA_LEAD');
  await lead.open('/audit-plans');
  await lead.follow('Disagreement, divergence and correction');
  const counted = {
    ...{ 'Cases on an agenda': 7, 'Recommended on': 7, 'With an agency that disagreed': 1 },
    ...{ Escalated: 1, 'A disposal for the panel to recommend': 1, Decided: 2, 'Otherwise than recommended': 1 },
    ...{ 'The child came to notice again since the panel met': 1 },
    ...{ 'A slip of the pen corrected': 1, 'Taken back as a slip': 0, Reviewed: 0 },
  };
  for (const [name, count] of Object.entries(counted)) {
    expect([name, await lead.rowOf(name)]).toEqual([name, expect.stringMatching(new RegExp(` ${count}$`))]);
  }
}, 600_000);
