import { type Precision, sampleSize, usualPrecision } from '../policy/sampling.js';

/** How many cases to draw: so many, or as many as the inspectorate's formula asks for that precision. */
export type SizeRule =
  { readonly kind: 'NUMBER'; readonly size: number } | ({ readonly kind: 'PRECISION' } & Precision);

export type SizeAsked = { readonly size?: number; readonly confidence?: number; readonly margin?: number };

export const sizeRuleOf = ({ size, confidence, margin }: SizeAsked): SizeRule =>
  size === undefined
    ? {
        kind: 'PRECISION',
        confidence: confidence ?? usualPrecision.confidence,
        margin: margin ?? usualPrecision.margin,
      }
    : { kind: 'NUMBER', size };

/** Never more than there are. */
export const sizeBy = (rule: SizeRule, population: number): number =>
  rule.kind === 'NUMBER' ? Math.min(rule.size, population) : sampleSize(population, rule);
