/** In per cent, as people say it: 80 and 5 for "80 % confidence, 5 points either way". */
export type Precision = { readonly confidence: number; readonly margin: number };

/**
 * What HM Inspectorate of Probation used for its court cases in 2021 (Leicestershire report, Annexe 1).
 */
export const usualPrecision: Precision = { confidence: 80, margin: 5 };

/**
 * Takes how many cases there are and how sure one wants to be; gives how many to draw, never more than there are.
 * Cochran's formula for a share, at its most cautious (p = 1/2), corrected for a finite population:
 * n0 = z² p (1 - p) / e², n = n0 / (1 + (n0 - 1) / N), rounded up.
 */
export function sampleSize(population: number, { confidence, margin }: Precision): number {
  if (!Number.isInteger(population) || population < 0) throw new RangeError('A population is a whole number');
  if (!(confidence > 0 && confidence < 100)) throw new RangeError('Confidence must be between 0 and 100 per cent');
  if (!(margin > 0 && margin < 100)) throw new RangeError('A margin must be between 0 and 100 points');
  if (population === 0) return 0;
  const z = normalQuantile(0.5 + confidence / 200);
  const unlimited = (z * z * 0.25) / (margin / 100) ** 2;
  return Math.min(population, Math.ceil(unlimited / (1 + (unlimited - 1) / population)));
}

/**
 * Takes ids, how many to draw and a seed; gives that many of them in the order drawn. The same ids, in whatever order, and
 * the same seed always give the same sample, on any machine, so a published sample can be drawn again by anyone:
 * duplicates out, ids sorted by UTF-16 code unit, Fisher-Yates from the front, each place from `numbersFrom(seed)`.
 * A smaller sample is the beginning of a larger one.
 */
export function drawSample(ids: readonly string[], size: number, seed: string): string[] {
  if (!Number.isInteger(size) || size < 0) throw new RangeError('A sample size is a whole number');
  // The plain sort is meant: a language's own order would differ from machine to machine.
  const pool = [...new Set(ids)].sort();
  const below = numbersFrom(seed);
  const drawn = Math.min(size, pool.length);
  for (let place = 0; place < drawn; place += 1) {
    const other = place + below(pool.length - place);
    [pool[place], pool[other]] = [pool[other]!, pool[place]!];
  }
  return pool.slice(0, drawn);
}

/** Whole numbers from 0 and below the given one, all equally likely: numbers in the incomplete last round are thrown away. */
function numbersFrom(seed: string): (limit: number) => number {
  const next = smallFastCounter(seed);
  return (limit) => {
    const rounds = 2 ** 32 - (2 ** 32 % limit);
    let number = next();
    while (number >= rounds) number = next();
    return number % limit;
  };
}

/**
 * Chris Doty-Humphrey's sfc32 (PractRand), 32 bits at a time. Its three words of state are the FNV-1a hashes of the seed
 * followed by "a", "b" and "c", its counter starts at 1, and the first twelve numbers are thrown away.
 */
function smallFastCounter(seed: string): () => number {
  let [a, b, c, counter] = [fnv1a(`${seed}a`), fnv1a(`${seed}b`), fnv1a(`${seed}c`), 1];
  const next = () => {
    const number = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + number) | 0;
    return number >>> 0;
  };
  for (let thrown = 0; thrown < 12; thrown += 1) next();
  return next;
}

/** FNV-1a, 32 bits, over UTF-16 code units, low byte before high. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash | 0;
}

/** The z below which the share p of a normal distribution lies, for p from 0.5: bisection on its integral. */
function normalQuantile(p: number): number {
  let [low, high] = [0, 9];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of a normal distribution below z ≥ 0, by its power series: 1/2 + φ(z) (z + z³/3 + z⁵/(3·5) + …). */
function normalShare(z: number): number {
  let [term, sum] = [z, z];
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
