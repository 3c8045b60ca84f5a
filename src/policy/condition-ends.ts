import { conditionWeeks, type ConditionFacts } from './conditions.js';
import { addDays, addMonths, birthday, isRealDay } from './days.js';
import type { Facts } from './gate.js';
import { limitationMonths, trialOf } from './offence-classes.js';

type Offence = Parameters<typeof trialOf>[0] & Facts<{ date: string }>;

/** What the end of conditions stands on; their weeks run from the day of the disposal. */
export type EndFacts = Facts<{
  disposal: string;
  day: string;
  dateOfBirth: string;
  conditions: readonly ConditionFacts[];
  offences: readonly Offence[];
}>;

/** Where the conditions end: the last day any is due, or the usual sixteen weeks where none says. */
function endOfConditions({ conditions, day }: EndFacts): string | null {
  const last = (conditions ?? [])
    .map(({ due }) => due)
    .filter(isRealDay)
    .sort()
    .at(-1);
  return last ?? (isRealDay(day) ? addDays(day, conditionWeeks.usual * 7) : null);
}

/** True when every condition has an end within the usual weeks; a youth caution may have none. In: facts. Source: `conditionWeeks`. */
export function isWithinWeeks({ disposal, conditions, day }: EndFacts): boolean {
  if (disposal === 'YOUTH_CAUTION' && !conditions?.length) return true;
  if (!conditions?.length || !isRealDay(day)) return false;
  const latest = addDays(day, conditionWeeks.usual * 7);
  return conditions.every(({ due }) => isRealDay(due) && due <= latest);
}

/** True when the child is known to be under 18 on the day the conditions end. In: facts. Source: Crime and Disorder Act 1998 s66A. */
export function isUnder18AtEnd(facts: EndFacts): boolean {
  const end = endOfConditions(facts);
  return end !== null && isRealDay(facts.dateOfBirth) && end < birthday(facts.dateOfBirth, 18);
}

/**
 * True when the conditions end while every offence can still be prosecuted: within six months where it is, or may be, summary.
 * In: facts. Source: Magistrates' Courts Act 1980 s127.
 */
export function isWithinLimitation(facts: EndFacts): boolean {
  const end = endOfConditions(facts);
  const outlasts = ({ date }: Offence) => isRealDay(date) && end !== null && end < addMonths(date, limitationMonths);
  const hasNoLimit = (offence: Offence) => ['EITHER_WAY', 'INDICTABLE_ONLY'].includes(trialOf(offence) ?? '');
  const offences = facts.offences ?? [];
  return offences.length > 0 && offences.every((offence) => hasNoLimit(offence) || outlasts(offence));
}
