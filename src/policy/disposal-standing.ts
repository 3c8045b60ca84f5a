import { addDays } from './days.js';
import type { Disposal } from './disposal.js';
import type { Blocker } from './gate.js';
import type { Severity } from './rule.js';

/** Whether a disposal can be chosen, in the words people read. Source: house rule on severities. */
export const standingWords = {
  OPEN: 'Open',
  OPEN_WITH_WARNING: 'Open with a warning',
  CLOSED_WITHOUT_REASON: 'Closed unless somebody who may gives a reason',
  CLOSED: 'Closed',
} as const;

export type StandingCode = keyof typeof standingWords;

/**
 * How a disposal stands. In: what its rules leave shut; what else has to be answered if it is chosen, which leaves it open
 * with a warning. Out: the standing. Source: house rule on severities.
 */
export function standingOf(blockers: readonly Blocker[], asked: readonly Blocker[] = []): StandingCode {
  const has = (severity: Severity) => blockers.some((one) => one.severity === severity);
  if (has('STOP')) return 'CLOSED';
  if (has('OVERRIDE')) return 'CLOSED_WITHOUT_REASON';
  return has('WARN') || asked.length > 0 ? 'OPEN_WITH_WARNING' : 'OPEN';
}

/**
 * The first day on which a change of a disposal can be told: the day after a last day that is new, or the day from which
 * the change holds and the disposal may be chosen. In: the row, the edition before it or null, the day of the change.
 * Out: a day. Source: the dates of the rows.
 */
export function toldFrom({ validFrom, validTo }: Disposal, before: Disposal | null, fromDay: string): string {
  if (validTo !== null && validTo !== before?.validTo) return addDays(validTo, 1);
  return validFrom > fromDay ? validFrom : fromDay;
}
