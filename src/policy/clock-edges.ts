import type { ClockCode, CountedBy } from './clock-kinds.js';
import { addDays, addMonths, workingDaysBefore, workingDaysLater } from './days.js';
import { limitationMonths, offenceClasses } from './offence-classes.js';

/** Up to which day a fact of a case has its clock near, due or over: for finding the few cases of many. */
export type ClockEdges = Readonly<Record<ClockCode, string>>;

/** More than months can differ by. */
const SLACK = 3;

/** The last day of an offence whose time limit is not after a day: months differ in length, so it is sought. */
function limitationEdge(near: string): string {
  let edge = addDays(addMonths(near, 0 - limitationMonths), SLACK);
  while (addMonths(edge, limitationMonths) > near) edge = addDays(edge, -1);
  return edge;
}

/**
 * The edges on a day. Where bank holidays are not known, days of the calendar stand for working days, so that rather too
 * many cases are looked at. In: settings, today, calendar. Out: an edge for each clock. Source: as for `clocksOf`.
 */
export function clockEdges({ settings, today, calendar }: CountedBy): ClockEdges {
  const { clockNearWorkingDays, assessmentWorkingDays, decisionWorkingDays, clockNearDays } = settings;
  const near = workingDaysLater(today, clockNearWorkingDays, calendar) ?? addDays(today, 2 * clockNearWorkingDays);
  const from = (days: number): string => workingDaysBefore(near, days, calendar) ?? addDays(near, 0 - days);
  return {
    ASSESSMENT: from(assessmentWorkingDays),
    DECISION: from(decisionWorkingDays),
    ESCALATION: near,
    BAIL: addDays(today, clockNearDays),
    LIMITATION: limitationEdge(addDays(today, settings.limitationNearDays)),
    TURNS_18: addMonths(addDays(today, settings.turns18NearDays + 1), -18 * 12),
    DELIVERY: addDays(today, clockNearDays),
    DUTY: near,
  };
}

/** Classes that are known not to be summary, so that no time limit runs for them. Source: `offenceClasses`. */
export const classesWithoutLimit: readonly string[] = Object.entries(offenceClasses)
  .filter(([, { trial }]) => trial === 'EITHER_WAY' || trial === 'INDICTABLE_ONLY')
  .map(([code]) => code);
