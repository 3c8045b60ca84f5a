import type { Source } from './sources.js';

export type Severity = 'STOP' | 'OVERRIDE' | 'WARN' | 'INFORM';

/**
 * A rule as data: how hard it is, where it comes from, when that was last checked, and the words shown when it is shut.
 * `severityFor` names the disposals for which it is harder or softer, `sourceFor` those for which it comes from elsewhere;
 * `harder` and `softer` say when it is so whatever the disposal; `acknowledged` marks a warning that must be
 * answered with a few words before the gate opens.
 */
export type RuleRow = {
  readonly severity: Severity;
  readonly source: string;
  readonly checkedOn: string | null;
  readonly message: string;
  readonly severityFor?: Readonly<Record<string, Severity>>;
  readonly sourceFor?: Readonly<Record<string, Source>>;
  readonly harder?: { readonly severity: Severity; readonly when: string };
  readonly softer?: { readonly severity: Severity; readonly when: string };
  readonly acknowledged?: true;
};

/** Makes a row from severity, source and words. In: what the row says. Out: the row. Source: the row's own. */
export const rule = (
  severity: Severity,
  { citation, checkedOn }: Source,
  message: string,
  more: Pick<RuleRow, 'severityFor' | 'sourceFor' | 'harder' | 'softer' | 'acknowledged'> = {},
): RuleRow => ({ severity, source: citation, checkedOn, message, ...more });
