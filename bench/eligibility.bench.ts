import { performance } from 'node:perf_hooks';
import { findCase } from '../src/cases/find-case.js';
import { decisionFacts } from '../src/decisions/decision-facts.js';
import { eligibilityOf } from '../src/decisions/eligibility.js';
import { disposalBook } from '../src/disposals/disposal-book.queries.js';
import { prepareCase, signOff } from '../test/support/assessments-story.js';
import { browserOf } from '../test/support/browser.js';
import { setUpTeam } from '../test/support/people.js';
import { referCase } from '../test/support/referrals-story.js';
import { startService } from '../test/support/service.js';
import type { PagesMeasured } from './pages.bench.js';

/** So many tables in one measurement: one alone is shorter than the clock can tell. */
const TABLES = 500;
const PAGES = 20;

/**
 * How every disposal stands for one child and what each would mean, from facts that are in memory (nothing is read and
 * nothing printed), against the page of the same case over HTTP.
 */
export async function measureEligibility(rounds: number): Promise<PagesMeasured> {
  const service = await startService({ DATABASE_URL: '' });
  const team = await setUpTeam(service);
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { source } = service.read;
  const today = service.clock.today();
  const found = await findCase(source, manager.actor, 'case.read', caseId);
  const facts = await decisionFacts(source, found, null, today);
  const book = await disposalBook(source, today);
  const browser = await browserOf(service, team, manager);
  const openPage = async () => {
    const { status } = await browser.get(`/cases/${caseId}`);
    if (status !== 200) throw new Error(`The case page answered ${status}`);
  };
  const tables = () => {
    const start = performance.now();
    for (let made = 0; made < TABLES; made += 1) eligibilityOf(facts, 'DECIDE', book);
    return (performance.now() - start) / TABLES;
  };
  tables();
  await openPage();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) ratios.push(rounded(tables() / (await medianOf(openPage))));
  await service.stop();
  const name = 'every disposal for one child, from facts in memory, in case pages';
  return { name, goal: 1 / 20, ratio: middle(ratios), ratios };
}

async function medianOf(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < PAGES; count += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return middle(times);
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const middle = (all: readonly number[]): number =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
