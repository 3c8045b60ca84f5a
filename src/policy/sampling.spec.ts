import { describe, expect, it } from '@jest/globals';
import { drawSample, sampleSize, usualPrecision } from './sampling.js';

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

describe('a sample', () => {
  it('is the same for the same seed, whatever the order of the ids and however often each is given', () => {
    const sample = drawSample(ids, 5, '2026-Q3');
    expect(drawSample([...ids].reverse(), 5, '2026-Q3')).toEqual(sample);
    expect(drawSample([...ids, ...ids], 5, '2026-Q3')).toEqual(sample);
  });

  it('drawn years ago can still be drawn: this seed gave these cases', () => {
    expect(drawSample(ids, 5, '2026-Q3')).toEqual(['case-24', 'case-26', 'case-22', 'case-13', 'case-09']);
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

  it('gives each case the same chance', () => {
    const drawn = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < 6000; seed += 1) {
      for (const id of drawSample(ids, 5, `seed ${seed}`)) drawn.set(id, drawn.get(id)! + 1);
    }
    // 1,000 expected for each with a standard deviation of 29: five of those either way.
    for (const times of drawn.values()) expect(Math.abs(times - 1000)).toBeLessThan(145);
  });

  it('is refused when its size is no whole number', () => {
    expect(() => drawSample(ids, -1, 'seed')).toThrow(RangeError);
    expect(() => drawSample(ids, 2.5, 'seed')).toThrow(RangeError);
  });
});
