import { releaseCalendar } from './bank-holidays.js';
import {
  type CaseClock,
  clockCodes,
  type ClockFacts,
  type ClockStanding,
  type CountedBy,
  type Wound,
} from './clock-kinds.js';
import { isIn } from './clock-states.js';
import { addDays, birthday, daysBetween, isRealDay, LAST_DAY, workingDaysBetween, workingDaysLater } from './days.js';
import { seededBook } from './disposal-book.js';
import { duties as dutyNames } from './duties.js';
import { leftToDeliver } from './left-to-deliver.js';
import { beforeDecision, beforeOutcome, type CaseState } from './lifecycle.js';
import { limitationClocks } from './limitation-clocks.js';
import { mayBeProsecuted } from './may-be-prosecuted.js';

const beforeSignOff: readonly CaseState[] = ['REFERRED', 'PREPARING'];

const holidaysMissing = 'The bank holidays until then are not all known: an administrator records them';

/** So many working days after the referral. */
function target(code: 'ASSESSMENT' | 'DECISION', facts: ClockFacts, by: CountedBy): Wound {
  const { settings, calendar } = by;
  const days = code === 'ASSESSMENT' ? settings.assessmentWorkingDays : settings.decisionWorkingDays;
  const { referredOn } = facts;
  const known = { code, near: settings.clockNearWorkingDays, unit: 'WORKING_DAYS' } as const;
  if (!isRealDay(referredOn)) return { dueOn: null, missing: 'The day of the referral is not recorded', ...known };
  const dueOn = workingDaysLater(referredOn, days, calendar);
  return dueOn ? { dueOn, ...known } : { dueOn, missing: holidaysMissing, ...known };
}

/**
 * The targets are from the referral to the first decision, and met by it: a case that came back from a decision has none. Any
 * day of the first way would be over as it comes back, and no guidance has days for a second one.
 */
const assessment = (facts: ClockFacts, by: CountedBy): Wound[] =>
  isIn(beforeSignOff, facts) && !facts.signedOffOn && !facts.wasDecided ? [target('ASSESSMENT', facts, by)] : [];

const decision = (facts: ClockFacts, by: CountedBy): Wound[] =>
  isIn(beforeDecision, facts) && !facts.wasDecided ? [target('DECISION', facts, by)] : [];

/** While the seniors of a step are asked. */
function escalation({ state, escalationStep, escalationDueOn: dueOn }: ClockFacts, { settings }: CountedBy): Wound[] {
  if (state !== 'ESCALATED' || !escalationStep) return [];
  const known = { code: 'ESCALATION', about: escalationStep, near: settings.clockNearWorkingDays } as const;
  return [{ ...known, unit: 'WORKING_DAYS', dueOn: dueOn ?? null, ...(dueOn ? {} : { missing: holidaysMissing }) }];
}

/** Whatever was decided: a child answers to bail until they are given the outcome, or charged, or told of no further action. */
function bail(facts: ClockFacts, { settings }: CountedBy): Wound[] {
  const { policeStatus, bailDate } = facts;
  if (!isIn(beforeOutcome, facts)) return [];
  const near = settings.clockNearDays;
  if (isRealDay(bailDate)) return [{ code: 'BAIL', dueOn: bailDate, near }];
  const missing = 'The child is on bail, and the day to which is not recorded';
  return policeStatus === 'BAIL' ? [{ code: 'BAIL', dueOn: null, missing, near }] : [];
}

const limitation = (facts: ClockFacts, by: CountedBy): Wound[] =>
  mayBeProsecuted(facts, by.disposals ?? seededBook)
    ? limitationClocks(facts.offences ?? [], by.settings.limitationNearDays)
    : [];

/**
 * The day before the birthday, on which what is for children alone can still be done: the decision, then the outcome, then
 * what is still delivered where its last day is later.
 */
function turns18(facts: ClockFacts, by: CountedBy): Wound[] {
  const { state, dateOfBirth } = facts;
  const near = by.settings.turns18NearDays;
  const known = isRealDay(dateOfBirth);
  const dueOn = known ? addDays(birthday(dateOfBirth, 18), -1) : null;
  const missing = known ? {} : { missing: 'The child’s date of birth is not recorded' };
  if (isIn(beforeDecision, facts)) return [{ code: 'TURNS_18', about: 'for the decision', dueOn, near, ...missing }];
  if (state === 'DECIDED') return [{ code: 'TURNS_18', about: 'for the outcome', dueOn, near, ...missing }];
  const left = leftToDeliver(facts, by.disposals ?? seededBook);
  if (left === null) return [];
  const isBefore = dueOn === null || !isRealDay(left.lastDay) || dueOn < left.lastDay;
  return isBefore ? [{ code: 'TURNS_18', about: 'for what is delivered', dueOn, near, ...missing }] : [];
}

function delivery(facts: ClockFacts, by: CountedBy): Wound[] {
  const left = leftToDeliver(facts, by.disposals ?? seededBook);
  if (left === null) return [];
  const known = {
    ...({ code: 'DELIVERY', near: by.settings.clockNearDays } as const),
    ...(left.isPlanned ? {} : { about: 'Nobody has planned it' }),
  };
  return isRealDay(left.lastDay)
    ? [{ ...known, dueOn: left.lastDay }]
    : [{ ...known, dueOn: null, missing: 'No last day is recorded' }];
}

/** Duties outlive the case, however it ended: those of an outcome that is set aside end with it and are no longer given. */
const duties = (facts: ClockFacts, { settings }: CountedBy): Wound[] =>
  (facts.duties ?? []).map(({ code, dueOn }) => ({
    ...({ code: 'DUTY', unit: 'WORKING_DAYS', near: settings.clockNearWorkingDays } as const),
    about: (dutyNames as Readonly<Record<string, string>>)[code] ?? code,
    dueOn,
    ...(dueOn ? {} : { missing: holidaysMissing }),
  }));

function daysLeft(dueOn: string, unit: CaseClock['unit'], { today, calendar = releaseCalendar }: CountedBy) {
  if (unit === 'DAYS') return daysBetween(today, dueOn);
  if (dueOn >= today) return workingDaysBetween(today, dueOn, calendar);
  const over = workingDaysBetween(dueOn, today, calendar);
  return over === null ? null : 0 - over;
}

/** A day that has passed is over whatever else is not known; one that is not certain is not known. */
function standingOf({ dueOn, missing, near }: Wound, left: number | null, today: string): ClockStanding {
  if (dueOn === null || missing) return 'UNKNOWN';
  if (dueOn < today) return 'OVER';
  if (dueOn === today) return 'DUE';
  if (left === null) return 'UNKNOWN';
  return left <= near ? 'NEAR' : 'FAR';
}

function counted(wound: Wound, by: CountedBy): CaseClock {
  const { code, about = null, dueOn, unit = 'DAYS', missing } = wound;
  const { name, source } = clockCodes[code];
  const left = dueOn === null ? null : daysLeft(dueOn, unit, by);
  const standing = standingOf(wound, left, by.today);
  const why = missing ?? (standing === 'UNKNOWN' ? holidaysMissing : null);
  return {
    code,
    name,
    about,
    dueOn,
    daysLeft: left,
    near: wound.near,
    unit,
    standing,
    missing: why,
    source: source.citation,
    checkedOn: source.checkedOn,
  };
}

const byDay = (one: CaseClock, other: CaseClock): number =>
  (one.dueOn ?? LAST_DAY) < (other.dueOn ?? LAST_DAY) ? -1 : 1;

/**
 * Every clock of a case that runs on a day, the nearest first and those without a day last. What is decided, given, done or
 * ended stops its clock; a day that is not known is said to be missing and never assumed.
 * In: facts as stored; settings of the area, today, the calendar, the disposals. Out: clocks. Source: each clock's own, see `clockCodes`.
 */
export function clocksOf(facts: ClockFacts, by: CountedBy): CaseClock[] {
  return [assessment, decision, escalation, bail, limitation, turns18, delivery, duties]
    .flatMap((wind) => wind(facts, by))
    .map((wound) => counted(wound, by))
    .toSorted(byDay);
}

/** Not certain, and further off than near even if it holds. */
const isFarAnyhow = ({ standing, daysLeft, near }: CaseClock): boolean =>
  standing === 'UNKNOWN' && daysLeft !== null && daysLeft > near;

/**
 * Those that need looking at: near, due, over, or not known and perhaps near. In: clocks. Out: some of them. Source: house
 * rule; what is months away whichever way it is read would hide what presses.
 */
export const pressing = (clocks: readonly CaseClock[]): CaseClock[] =>
  clocks.filter((clock) => clock.standing !== 'FAR' && !isFarAnyhow(clock));
