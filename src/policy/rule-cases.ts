import { disposalCodes } from './disposals.js';
import type { Severity } from './rule.js';
import { rules, severityOf, sourceOf, type RuleCode } from './rules.js';
import type { Source } from './sources.js';

/** What differs for some disposals, named by code, or whenever something is so; `disposals` null is for all others. */
export type SeverityCase = {
  readonly severity: Severity;
  readonly disposals: readonly string[] | null;
  readonly when: string | null;
};
export type SourceCase = Source & { readonly disposals: readonly string[] | null };

/** The disposals for which something differs, those together for which it is the same. */
function differing<Held>(hold: (disposal: string) => Held, usual: string, keyOf: (held: Held) => string) {
  const found = new Map<string, { held: Held; disposals: string[] }>();
  for (const disposal of disposalCodes) {
    const held = hold(disposal);
    const key = keyOf(held);
    if (key === usual) continue;
    found.set(key, { held, disposals: [...(found.get(key)?.disposals ?? []), disposal] });
  }
  return [...found.values()];
}

/** How hard a rule is, the usual first. In: code. Out: each severity, with the disposals or the case it is for. Source: its row. */
export function severityCases(code: RuleCode): SeverityCase[] {
  const { severity, harder, softer } = rules[code];
  const others = differing((one) => severityOf(code, one), severity, String);
  return [
    { severity, disposals: null, when: null },
    ...others.map(({ held, disposals }) => ({ severity: held, disposals, when: null })),
    ...(harder ? [{ ...harder, disposals: null }] : []),
    ...(softer ? [{ ...softer, disposals: null }] : []),
  ];
}

/** Where a rule comes from, the usual first. In: code. Out: each source, with the disposals it is for. Source: its row. */
export function sourceCases(code: RuleCode): SourceCase[] {
  const usual = sourceOf(code);
  const others = differing(
    (one) => sourceOf(code, one),
    usual.citation,
    ({ citation }) => citation,
  );
  return [{ ...usual, disposals: null }, ...others.map(({ held, disposals }) => ({ ...held, disposals }))];
}
