import { areaSettings } from './area-settings.js';
import { isRealDay } from './days.js';
import type { Disposal } from './disposal.js';
import type { Facts } from './gate.js';
import { type RuleCode, sourceOf } from './rules.js';
import { type Source, sources } from './sources.js';

type Known = Facts<{ day: string; outcome23From: string }>;

/** The day from which the panel area uses Outcome 23, where it chose one of its own and that is what it waits for. */
function firstDayAwaited(row: Disposal | null, { day, outcome23From: from }: Known): string | null {
  if (row?.code !== 'OUTCOME_23' || !isRealDay(day) || !isRealDay(from)) return null;
  return from > row.validFrom && day < from ? from : null;
}

/** What is said beside `DISPOSAL_NOT_IN_FORCE`. In: row, facts. Out: words, or null. Source: the setting of the area. */
export function areaBegins(row: Disposal | null, facts: Known): string | null {
  const from = firstDayAwaited(row, facts);
  return from && `this panel area uses it from ${from}`;
}

/**
 * Where a reason comes from for this disposal in this panel area. In: the rule, row, facts. Out: the rule's source, or the
 * setting of the area where that is what it rests on. Source: each rule's row; `area-settings`.
 */
export const sourceHere = (code: RuleCode, row: Disposal, facts: Known): Source =>
  code === 'DISPOSAL_NOT_IN_FORCE' && firstDayAwaited(row, facts) ? ofTheArea : sourceOf(code, row.code);

const ofTheArea: Source = {
  citation: `Setting of the panel area: ${areaSettings.outcome23From.name.replace(/^The/, 'the')}`,
  checkedOn: sources.house.checkedOn,
};
