import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { prepareCase, signOff } from '../test/support/assessments-story.js';
import { browserOf } from '../test/support/browser.js';
import { listCase } from '../test/support/panels-story.js';
import { setUpTeam, type Team } from '../test/support/people.js';
import { referCase } from '../test/support/referrals-story.js';
import { type Service, startService } from '../test/support/service.js';

const CASES = 20;
/** As many as the screen of a meeting is measured with. */
const ON_SCREEN = 25;
/** A case page is asked for so many times in turn, to be set against one pack. */
const PAGES_A_ROUND = 20;
/** The thread that prints rests after each pack (`platform/paper/typeset.ts`): one is timed that nobody asked for just before. */
const REST_MS = 1000;
/** So many rounds go before those that are measured. */
const WARM_ROUNDS = 5;
/** While packs are made, so many that several packs come and go among them. */
const PAGES_MEANWHILE = 100;

/** What is measured against the case page: `ratio` is the median of the rounds, each measured in turn with its page. */
export type PagesMeasured = {
  readonly name: string;
  readonly goal: number;
  readonly ratio: number;
  readonly ratios: number[];
};

type Open = (path: string) => Promise<void>;

/**
 * Pages over HTTP as a browser asks for them: each page of an assessment and the screen of a meeting with twenty-five cases
 * against the case page, the pack of a meeting with
 * twenty cases against twenty case pages, its PDF against five times that, and case pages while either is made against case
 * pages while nothing is.
 */
export async function measurePages(rounds: number): Promise<PagesMeasured[]> {
  const service = await startService({ DATABASE_URL: '' });
  const team = await setUpTeam(service);
  const { caseId, meetingId } = await meetingOf(team, CASES);
  const { meetingId: full } = await meetingOf(team, ON_SCREEN);
  const open = await opener(service, team);
  const casePage = `/cases/${caseId}`;
  const pack = `/meetings/${meetingId}/packs/1`;
  const draft = `/meetings/${meetingId}/packs/draft`;
  const pages = await assessmentPages(service, team, caseId);
  const screen = `/meetings/${full}`;
  for (const path of [casePage, screen, pack, `${pack}/pdf`, draft, ...pages]) await open(path);

  const found: PagesMeasured[] = [];
  const set = async (name: string, goal: number, subject: () => Promise<number>, reference: () => Promise<number>) => {
    const ratios: number[] = [];
    // A page that was asked for a few times is not yet compiled as it is in a service that runs.
    for (let round = 0; round < WARM_ROUNDS; round += 1) await subject().then(reference);
    for (let round = 0; round < rounds; round += 1) ratios.push(rounded((await subject()) / (await reference())));
    found.push({ name, goal, ratio: median(ratios), ratios });
  };
  const single = (path: string) => async () => {
    await setTimeout(REST_MS);
    return timed(() => open(path));
  };
  const several = (path: string) => async () => median(await times(open, path));
  const session = `session=${(await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'))).cookie('session')}`;
  const undisturbed = () => waited(service.url + casePage, session);
  const during = (path: string) => () => waitedDuring(service.url + casePage, service.url + path, session);
  const slowest = await slowestOf(open, pages);
  await set(
    `the slowest page of the assessment (${slowest.replace(casePage, '')})`,
    1.5,
    several(slowest),
    several(casePage),
  );
  await set('the screen of a meeting with twenty-five cases', 1.5, several(screen), several(casePage));
  await set('the issued pack of twenty cases, in case pages', CASES, single(pack), several(casePage));
  await set('the draft pack of twenty cases, in case pages', CASES, single(draft), several(casePage));
  await set('the PDF of twenty cases, in case pages', 5 * CASES, single(`${pack}/pdf`), several(casePage));
  await set('case pages while packs are printed', 1.2, during(pack), undisturbed);
  await set('case pages while PDFs are made', 1.2, during(`${pack}/pdf`), undisturbed);
  await service.stop();
  return found;
}

async function meetingOf(team: Team, cases: number): Promise<{ caseId: string; meetingId: string }> {
  let meetingId: string | undefined;
  let caseId = '';
  for (let count = 0; count < cases; count += 1) {
    ({ caseId } = await referCase(team));
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    meetingId = await listCase(team, caseId, meetingId);
  }
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const issued = await api.post(`/api/meetings/${meetingId}/packs`);
  if (issued.status !== 201 || !meetingId) throw new Error(`No pack was issued: ${issued.text}`);
  return { caseId, meetingId };
}

async function opener(service: Service, team: Team): Promise<Open> {
  const browser = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  return async (path) => {
    const { status } = await browser.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
}

async function assessmentPages(service: Service, team: Team, caseId: string): Promise<string[]> {
  const browser = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  const { text } = await browser.get(`/cases/${caseId}/assessment`);
  const found = [...text.matchAll(/href="(\/cases\/[^"]+\/assessment\/[a-z-]+)"/g)].map(([, path = '']) => path);
  return [`/cases/${caseId}/assessment`, ...new Set(found)];
}

async function slowestOf(open: Open, pages: readonly string[]): Promise<string> {
  let worst = { path: '', time: 0 };
  for (const path of pages) {
    const time = median(await times(open, path));
    if (time > worst.time) worst = { path, time };
  }
  return worst.path;
}

/** Somebody at another machine who asks for a page so many times and says how long it took, or without end. */
const ASKS = `
  const [address, cookie, count] = process.argv.slice(1);
  const ask = async () => (await fetch(address, { headers: { cookie } })).arrayBuffer();
  const end = Date.now() + 60_000;
  for (let warm = 0; warm < 3; warm += 1) await ask();
  if (count === undefined) process.stdout.write('.');
  const start = performance.now();
  for (let asked = 0; asked < (count ?? Infinity) && Date.now() < end; asked += 1) await ask();
  process.stdout.write(String(performance.now() - start));`;

const askerOf = (...asked: string[]) => spawn(process.execPath, ['--input-type=module', '-e', ASKS, ...asked]);

/** How long somebody waits for so many pages, asked for one after another. */
async function waited(address: string, session: string): Promise<number> {
  const asker = askerOf(address, session, String(PAGES_MEANWHILE));
  const [said] = (await once(asker.stdout, 'data')) as [Buffer];
  await once(asker, 'exit');
  return Number(said.toString());
}

/** The same while somebody else asks for packs without a pause. */
async function waitedDuring(address: string, pack: string, session: string): Promise<number> {
  const other = askerOf(pack, session);
  // Their machine is not ours: what it takes to read a pack is not taken from those who ask for pages.
  setPriority(other.pid ?? 0, constants.priority.PRIORITY_LOW);
  await once(other.stdout, 'data');
  const time = await waited(address, session);
  const ended = once(other, 'exit');
  other.kill();
  await ended;
  return time;
}

async function times(open: Open, path: string): Promise<number[]> {
  const found: number[] = [];
  for (let asked = 0; asked < PAGES_A_ROUND; asked += 1) found.push(await timed(() => open(path)));
  return found;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
