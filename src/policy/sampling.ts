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
  if (!(margin > 0 && margin < 100)) throw new RangeError('A margin must be between 0 and 100 points');
  const z = quantileOf(confidence);
  if (population === 0) return 0;
  const unlimited = (z * z * 0.25) / (margin / 100) ** 2;
  return Math.min(population, Math.ceil(unlimited / (1 + (unlimited - 1) / population)));
}

/**
 * Takes how many cases there are, how many of them were drawn and a confidence in per cent; gives the margin of error in
 * points to one decimal: the same formula read the other way round. Nought where every case was drawn.
 * Throws a RangeError where the numbers are not whole, or fewer are there than were drawn.
 */
export function marginOfError(population: number, size: number, confidence: number): number {
  const whole = Number.isInteger(population) && Number.isInteger(size);
  if (!whole || size < 1 || size > population) throw new RangeError('A sample is a whole number of what there is');
  if (size === population) return 0;
  const share = (population - size) / (size * (population - 1));
  return Math.round(1000 * quantileOf(confidence) * Math.sqrt(0.25 * share)) / 10;
}

/**
 * Takes ids, how many to draw and a seed; gives that many of them in the order drawn. The same ids, in whatever order, and
 * the same seed always give the same sample, on any machine, so a published sample can be drawn again by anyone:
 * duplicates out, a number for each id from `numberOf(seed, id)`, the smallest numbers first, equal ones by UTF-16 code
 * unit of the id. A smaller sample is the beginning of a larger one, and the place of one id beside another does not
 * depend on the rest: where a case may not be known of, the others stand as if it had never been there.
 * Throws a RangeError where the size is no whole number.
 */
export function drawSample(ids: readonly string[], size: number, seed: string): string[] {
  if (!Number.isInteger(size) || size < 0) throw new RangeError('A sample size is a whole number');
  // The plain comparison is meant: a language's own order would differ from machine to machine.
  const numbered = [...new Set(ids)].map((id) => ({ id, number: numberOf(seed, id) }));
  numbered.sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
  return numbered.slice(0, size).map(({ id }) => id);
}

/**
 * A whole number of 32 bits for an id: the first that Chris Doty-Humphrey's sfc32 (PractRand) gives. Its three words of state
 * are the FNV-1a hashes of the seed, a line feed, the id and "a", "b" and "c", its counter starts at 1, and the first
 * twelve numbers are thrown away.
 */
function numberOf(seed: string, id: string): number {
  const [first, second, third] = ['a', 'b', 'c'].map((letter) => fnv1a(`${seed}\n${id}${letter}`));
  let [a, b, c, number] = [first!, second!, third!, 0];
  for (let counter = 1; counter <= 13; counter += 1) {
    number = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + number) | 0;
  }
  return number >>> 0;
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

/** The z of a confidence in per cent, for both sides. */
function quantileOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 100)) throw new RangeError('Confidence must be between 0 and 100 per cent');
  return normalQuantile(0.5 + confidence / 200);
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
