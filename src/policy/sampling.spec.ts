import { describe, expect, it } from '@jest/globals';
import { drawSample, marginOfError, sampleSize, usualPrecision } from './sampling.js';

const ids = Array.from({ length: 30 }, (_, at) => `case-${String(at).padStart(2, '0')}`);

describe('the size of a sample', () => {
  it.each([
    [15, 14],
    [20, 18],
    [30, 26],
    [48, 38],
    [100, 63],
    [200, 91],
  ])('from %i cases at the inspectorate’s 80 %% and 5 points is %i', (population, size) => {
    expect(sampleSize(population, usualPrecision)).toBe(size);
  });

  it.each([
    [1_000_000_000, 95, 5, 385],
    [1_000_000, 99, 5, 664],
    [1_000_000, 90, 5, 271],
    [1_000, 95, 5, 278],
    [500, 95, 3, 341],
    [24, 80, 5, 22],
  ])('from %i cases at %i %% and %i points is %i, as in the usual tables', (population, confidence, margin, size) => {
    expect(sampleSize(population, { confidence, margin })).toBe(size);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
  ])('from %i cases is %i', (population, size) => {
    expect(sampleSize(population, usualPrecision)).toBe(size);
  });

  it('is at least one and never more than there are, however vague or exact the wish', () => {
    expect(sampleSize(5, { confidence: 1, margin: 99 })).toBe(1);
    // At this margin the quotient comes out a hair above 13.
    expect(sampleSize(13, { confidence: 80, margin: 1e-9 })).toBe(13);
    expect(sampleSize(5, { confidence: 99.99, margin: 0.01 })).toBe(5);
  });

  it.each([
    [-1, 80, 5],
    [1.5, 80, 5],
    [10, 0, 5],
    [10, 100, 5],
    [10, Number.NaN, 5],
    [10, 80, 0],
    [10, 80, 100],
  ])('is refused for %d cases at %d %% and %d points', (population, confidence, margin) => {
    expect(() => sampleSize(population, { confidence, margin })).toThrow(RangeError);
  });
});

describe('the margin of error of a sample', () => {
  it.each([
    [30, 26, 80, 4.7],
    [200, 91, 80, 5],
    [1_000_000, 385, 95, 5],
    [2, 1, 95, 98],
    [24, 24, 80, 0],
    [1, 1, 80, 0],
  ])(
    'from %i cases of which %i were drawn is, at %i %% confidence, %d points',
    (population, size, confidence, margin) => {
      expect(marginOfError(population, size, confidence)).toBe(margin);
    },
  );

  it.each([1, 2, 7, 30, 48, 500].map((population) => [population]))(
    'of as many of %i as the formula asks for is no greater than what was asked',
    (population) => {
      const size = sampleSize(population, usualPrecision);
      expect(marginOfError(population, size, 80)).toBeLessThanOrEqual(5);
      if (size > 1) expect(marginOfError(population, size - 1, 80)).toBeGreaterThanOrEqual(5);
    },
  );

  it.each([
    [10, 11, 80],
    [10, 0, 80],
    [10, 2.5, 80],
    [9.5, 2, 80],
    [10, 5, 100],
  ])('is refused for %d cases of which %d were drawn, at %d %%', (population, size, confidence) => {
    expect(() => marginOfError(population, size, confidence)).toThrow(RangeError);
  });
});

describe('a sample', () => {
  it('is the same for the same seed, whatever the order of the ids and however often each is given', () => {
    const sample = drawSample(ids, 5, '2026-Q3');
    expect(drawSample([...ids].reverse(), 5, '2026-Q3')).toEqual(sample);
    expect(drawSample([...ids, ...ids], 5, '2026-Q3')).toEqual(sample);
  });

  it('drawn years ago can still be drawn: this seed gave these cases', () => {
    expect(drawSample(ids, 5, '2026-Q3')).toEqual(['case-07', 'case-10', 'case-28', 'case-03', 'case-20']);
  });

  it('is another for another seed', () => {
    expect(drawSample(ids, 5, '2026-Q4')).not.toEqual(drawSample(ids, 5, '2026-Q3'));
  });

  it('holds no case twice and nothing that was not there', () => {
    const sample = drawSample(ids, 30, 'all of them');
    expect([...sample].sort()).toEqual(ids);
    expect(sample).not.toEqual(ids);
  });

  it('is everything there is when more is asked for, and nothing when nothing is', () => {
    expect(drawSample(['b', 'a'], 9, 'seed').sort()).toStrictEqual(['a', 'b']);
    expect(drawSample(ids, 0, 'seed')).toEqual([]);
    expect(drawSample([], 3, 'seed')).toHaveLength(0);
  });

  it('is the beginning of a larger one from the same seed', () => {
    expect(drawSample(ids, 9, 'seed').slice(0, 4)).toEqual(drawSample(ids, 4, 'seed'));
  });

  it('without one case leaves the others in the order they had, so that nobody can tell it was ever there', () => {
    const [first, ...others] = drawSample(ids, 30, 'seed');
    expect(drawSample(others, 29, 'seed')).toEqual(others);
    expect(
      drawSample(
        ids.filter((id) => id !== first),
        8,
        'seed',
      ),
    ).toEqual(others.slice(0, 8));
  });

  it('gives each case the same chance, and each pair of cases', () => {
    const drawn = new Map(ids.map((id) => [id, 0]));
    const together = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const sample = drawSample(ids, 5, `seed ${seed}`).sort();
      for (const id of sample) drawn.set(id, drawn.get(id)! + 1);
      for (const [one, other] of sample.flatMap((id, at) => sample.slice(at + 1).map((next) => [id, next]))) {
        together.set(`${one} ${other}`, (together.get(`${one} ${other}`) ?? 0) + 1);
      }
    }
    // 1,000 expected for each with a standard deviation of 29: five of those either way.
    for (const times of drawn.values()) expect(Math.abs(times - 1000)).toBeLessThan(145);
    // Of 435 pairs each is expected 138 times, with a standard deviation of 12: five of those either way.
    expect(together.size).toBe(435);
    for (const times of together.values()) expect(Math.abs(times - 138)).toBeLessThan(60);
  });

  it('is refused when its size is no whole number', () => {
    expect(() => drawSample(ids, -1, 'seed')).toThrow(RangeError);
    expect(() => drawSample(ids, 2.5, 'seed')).toThrow(RangeError);
  });
});
