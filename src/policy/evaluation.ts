import { isWritten, openWith, type Blocker, type Lifted, type Override } from './gate.js';
import type { Severity } from './rule.js';
import { rulesEdition, severityOf, type RuleCode } from './rules.js';

export type RuleResult = 'OPEN' | 'SHUT' | 'OVERRIDDEN' | 'ACKNOWLEDGED';

/** What is stored beside a decision, so that it can be read years later what was asked and what was answered. */
export type Evaluation = {
  readonly edition: string;
  /** The disposal's own edition under which it was looked at: 0, or none in older records, is the rule book's row. */
  readonly disposalEdition?: number;
  readonly at: string;
  readonly by: string;
  readonly results: readonly { readonly code: RuleCode; readonly severity: Severity; readonly result: RuleResult }[];
  readonly overrides: readonly (Lifted & { readonly by: string })[];
  readonly inputs: Readonly<Record<string, unknown>>;
};

export type Evaluated = {
  readonly codes: readonly RuleCode[];
  readonly blockers: readonly Blocker[];
  readonly overrides: readonly Override[];
  readonly may: boolean;
  readonly by: string;
  readonly at: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly disposalEdition?: number;
};

/** Which ethnicity a child has is never kept as an input: only whether it is recorded. */
const withoutEthnicity = ({ ethnicity, ...inputs }: Readonly<Record<string, unknown>>) =>
  ethnicity === undefined ? inputs : { ...inputs, ethnicityRecorded: ethnicity !== null };

/** What people wrote among the facts of the gates, under whatever heading: kept is that it was written, not what it says. */
const words: readonly string[] = [
  ...['reasoning', 'who', 'what', 'when', 'controls', 'contingency', 'analysis', 'content', 'reason', 'how', 'result'],
  ...['whatWasDone', 'childsResponse', 'differentNow', 'offence', 'source', 'description'],
  ...['exploitationConsidered', 'identityConsideration', 'noIdentifiableVictimReason', 'arrestedFor'],
];

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([name, inner]: [string, unknown]) =>
    words.includes(name) && typeof inner === 'string' ? [name, isWritten(inner)] : [name, withoutWords(inner)],
  );
  return Object.fromEntries(kept);
}

/**
 * The record of an evaluation. In: the codes looked at, the blockers found, the reasons given, who acted and when, and
 * the facts. Out: a plain record to store with the decision: edition, result of each rule, reasons, inputs without words.
 * Source: UK GDPR Article 22 and Data Protection Act 2018 s49 (a person decides, and can show on what).
 */
export function evaluation(looked: Evaluated): Evaluation {
  const { codes, blockers, overrides, may, by, at, inputs, disposalEdition = 0 } = looked;
  const { overridden } = openWith(blockers, overrides, may);
  const resultOf = (code: RuleCode) => {
    const found = blockers.filter((one) => one.code === code);
    const lifted = overridden.find((one) => one.code === code);
    const severity = found.find((one) => one.severity === 'STOP')?.severity ?? found[0]?.severity ?? severityOf(code);
    if (found.length === 0) return { code, severity, result: 'OPEN' as const };
    if (!lifted || severity === 'STOP') return { code, severity, result: 'SHUT' as const };
    return { code, severity, result: severity === 'OVERRIDE' ? ('OVERRIDDEN' as const) : ('ACKNOWLEDGED' as const) };
  };
  return {
    edition: rulesEdition,
    disposalEdition,
    at,
    by,
    results: [...new Set([...codes, ...blockers.map(({ code }) => code)])].map(resultOf),
    overrides: overridden.map((one) => ({ ...one, by })),
    inputs: withoutWords(withoutEthnicity(inputs)) as Evaluation['inputs'],
  };
}
