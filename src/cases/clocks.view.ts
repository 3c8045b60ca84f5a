import { type CaseClock, clockStandings } from '../policy/clock-kinds.js';
import { dayInWords } from '../platform/web/words.js';

export type ClockShown = {
  readonly standing: string;
  readonly standingText: string;
  readonly what: string;
  readonly due: string;
  readonly left: string;
  readonly missing: string;
};

const counted = (count: number, unit: CaseClock['unit']): string => {
  const day = unit === 'WORKING_DAYS' ? 'working day' : 'day';
  return `${count} ${day}${count === 1 ? '' : 's'}`;
};

function leftOf({ daysLeft, unit, standing }: CaseClock): string {
  if (standing === 'DUE' || daysLeft === null || daysLeft === 0) return '';
  return daysLeft > 0 ? `${counted(daysLeft, unit)} left` : `${counted(0 - daysLeft, unit)} ago`;
}

/** A clock in words. In: the clock. Out: what a template prints. */
export const clockView = (clock: CaseClock): ClockShown => ({
  standing: `CLOCK_${clock.standing}`,
  standingText: clockStandings[clock.standing],
  what: clock.about ? `${clock.name}: ${clock.about.charAt(0).toLowerCase()}${clock.about.slice(1)}` : clock.name,
  due: clock.dueOn ? dayInWords(clock.dueOn) : '',
  left: leftOf(clock),
  missing: clock.missing ?? '',
});

/** The same in one line, where there is room for no more. In: the clock. Out: a sentence without its stop. */
export function clockInLine(clock: CaseClock): string {
  const { what, due, left, standingText, missing } = clockView(clock);
  const when = clock.standing === 'UNKNOWN' ? 'not known' : [due, left || standingText.toLowerCase()].join(', ');
  return `${what}: ${when}${missing && due ? ` (perhaps ${due})` : ''}`;
}
