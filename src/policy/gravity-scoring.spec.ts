import { expect, test } from '@jest/globals';
import { type Scoring, scoringWarnings } from './gravity-scoring.js';

const up = { kind: 'AGGRAVATING' } as const;
const down = { kind: 'MITIGATING' } as const;

test.each<[string, Scoring, string[]]>([
  ['that stays', { startScore: 2, finalScore: 2, factors: [up, down] }, []],
  ['that rises with what aggravates', { startScore: 2, finalScore: 3, factors: [down, up] }, []],
  ['that falls with what mitigates', { startScore: 3, finalScore: 2, factors: [down] }, []],
  ['that rises with nothing', { startScore: 2, finalScore: 3 }, ['GRAVITY_MOVED_WITHOUT_FACTOR']],
  [
    'that rises with what mitigates alone',
    { startScore: 2, finalScore: 3, factors: [down] },
    ['GRAVITY_MOVED_WITHOUT_FACTOR'],
  ],
  [
    'that falls with what aggravates alone',
    { startScore: 3, finalScore: 2, factors: [up] },
    ['GRAVITY_MOVED_WITHOUT_FACTOR'],
  ],
  ['that moves far', { startScore: 2, finalScore: 4, factors: [up] }, ['GRAVITY_MOVED_FAR']],
  [
    'that moves far the other way',
    { startScore: 2, finalScore: 4, factors: [down] },
    ['GRAVITY_MOVED_WITHOUT_FACTOR', 'GRAVITY_MOVED_FAR'],
  ],
])('a score %s warns as it should', (_, scoring, expected) => {
  expect(scoringWarnings(scoring, 'offence 1').map(({ code }) => code)).toEqual(expected);
});

test('no score has no warning', () => expect(scoringWarnings(null, 'offence 1')).toEqual([]));
