import { performance } from 'node:perf_hooks';
import { getDataSourceToken } from '@nestjs/typeorm';
import sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';
import { RecordRecommendation } from '../src/decisions/record-recommendation.js';
import type { RecommendationInput } from '../src/decisions/decision.input.js';
import type { Actor } from '../src/platform/actor.js';
import { prepareCase, signOff } from '../test/support/assessments-story.js';
import { listCase, type Place, placeOf, recommendation } from '../test/support/panels-story.js';
import { setUpTeam, type Team } from '../test/support/people.js';
import { referCase } from '../test/support/referrals-story.js';
import { type Service, startService } from '../test/support/service.js';
import { bareRecommendation } from './bare-recommendation.js';
import { ask, statementsOf } from './captured-statements.js';
import { copyCase } from './many-cases.js';

type Times = { p50: number; p99: number };
export type Measured = {
  size: number;
  statements: number;
  subject: Times;
  reference: Times;
  ratio: number;
  ratios: number[];
  /** The median of the quietest round, for comparing sizes that were not measured in turn. */
  quietest: number;
};

const A_ROUND = 40;

/** Recording a recommendation through the command, against its own statements over the bare driver, at one size. */
export async function measureRecommendation(size: number, rounds: number): Promise<Measured> {
  const service = await startService({ DATABASE_URL: '' });
  const team = await setUpTeam(service);
  const { template, place } = await listedCase(team);
  const bare = new sqlite3.Database(service.config.sqliteFile);
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'busy_timeout = 10000']) {
    await ask(bare, `pragma ${pragma}`);
  }
  await copyCase(bare, template, 1, size);
  const record = recorder(service, (await team.as('PANEL_CHAIR')).actor, place);
  const copy = (number: number) => ({
    caseId: `${template.caseId}-${number}`,
    childId: `${template.childId}-${number}`,
  });
  const source = service.app.get<DataSource>(getDataSourceToken('write'));
  const statements = await statementsOf(source, () => record(copy(1).caseId));

  let next = 2;
  const subject = () => record(copy(next++).caseId);
  const reference = () => bareRecommendation(bare, statements, copy(1), copy(next++));
  await timed(subject);
  await timed(reference);
  const [ours, theirs]: [number[][], number[][]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timed(subject));
    theirs.push(await timed(reference));
  }
  await new Promise<void>((resolve) => bare.close(() => resolve()));
  await service.stop();
  const ratios = ours.map((times, round) => rounded(median(times) / median(theirs[round] ?? [])));
  const [mine, bareTimes] = [summary(ours.flat()), summary(theirs.flat())];
  const ratio = rounded(mine.p50 / bareTimes.p50);
  const quietest = rounded(Math.min(...ours.map(median)));
  return { size, statements: statements.length, subject: mine, reference: bareTimes, ratio, ratios, quietest };
}

async function listedCase(team: Team): Promise<{ template: { caseId: string; childId: string }; place: Place }> {
  const { caseId, childId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  return { template: { caseId, childId }, place: await placeOf(team, caseId) };
}

const recorder = (service: Service, chair: Actor, { meetingId, version }: Place) => {
  const command = service.app.get(RecordRecommendation);
  return async (caseId: string): Promise<void> => {
    const sent = recommendation(meetingId, version) as unknown as RecommendationInput;
    await command.execute(chair, caseId, sent);
  };
};

async function timed(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < A_ROUND; count += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const at = (share: number, times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
const median = (times: readonly number[]): number => at(0.5, times);
const summary = (times: readonly number[]): Times => ({ p50: rounded(median(times)), p99: rounded(at(0.99, times)) });
