/**
 * The benchmark: ratios of two things measured in turn, in one run, on one machine. Absolute times are only there to
 * give an idea. `--quick` measures fewer rounds.
 */
import { cpus } from 'node:os';
import { measureEligibility } from './eligibility.bench.js';
import { measurePages } from './pages.bench.js';
import { measureRecommendation } from './recommendation.bench.js';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 5 : 15;
const sizes = [10_000, 100_000];

const found = [];
for (const size of sizes) found.push(await measureRecommendation(size, rounds));

const pages = [...(await measurePages(rounds)), await measureEligibility(rounds)];

const flat = (found[1]?.quietest ?? Number.NaN) / (found[0]?.quietest ?? Number.NaN);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
process.stdout.write(`${JSON.stringify({ machine, rounds, recommendation: found, flat, pages }, null, 2)}\n`);

/** A goal is missed when it is missed by more than the noise of a shared machine, and in most rounds. */
const NOISE = 1.3;
const missed = [
  ...found
    .filter(({ ratio, ratios }) => isOver(ratio, ratios, 2))
    .map(({ size, ratio }) => `a recommendation among ${size} cases: ${ratio}`),
  ...(flat > 1.5 * NOISE ? [`not flat: ${flat}`] : []),
  ...pages
    .filter(({ ratio, ratios, goal }) => isOver(ratio, ratios, goal))
    .map(({ name, ratio }) => `${name}: ${ratio}`),
];
if (missed.length > 0) {
  process.stderr.write(`Slower than the goal: ${missed.join('; ')}\n`);
  process.exitCode = 1;
}

function isOver(ratio: number, ratios: readonly number[], goal: number): boolean {
  return ratio > goal * NOISE && ratios.filter((one) => one > goal).length > ratios.length / 2;
}
