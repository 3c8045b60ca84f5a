import sql, { join } from 'sql-template-tag';
import { type Calendar, isBankHoliday } from '../policy/bank-holidays.js';
import { type Override, openWith } from '../policy/gate.js';
import { arrangingBlockers } from '../policy/listing-gates.js';
import { dayOf } from '../platform/clock.js';
import { rows, type Source } from '../platform/database/read.js';
import { refuseShut } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';

type Arranging = {
  readonly panelAreaId: string;
  readonly startsAt: readonly string[];
  readonly overrides: readonly Override[] | undefined;
  /** The meeting that moves there, which stands in nobody’s way. */
  readonly moving?: string;
};

/** The reasons for arranging meetings, or moving one, although a warning is given of them; refuses where one has no reason. */
export async function arrangingReasons(
  { tx }: Work,
  calendar: Calendar,
  { panelAreaId, startsAt, overrides = [], moving = '' }: Arranging,
): Promise<Override[]> {
  const holidays = startsAt.map((instant) => isBankHoliday(dayOf(instant), calendar));
  const facts = {
    sameTime: await atSameTime(tx, panelAreaId, startsAt, moving),
    isBankHoliday: holidays.includes(true) ? true : holidays.includes(null) ? null : false,
  };
  const { shut, overridden } = openWith(arrangingBlockers(facts), overrides, false);
  refuseShut(shut);
  return overridden.map(({ code, reason }) => ({ code, reason }));
}

async function atSameTime(
  source: Source,
  panelAreaId: string,
  startsAt: readonly string[],
  moving: string,
): Promise<number> {
  const found = await rows(
    source,
    sql`select m.id from meetings m
        where m."panelAreaId" = ${panelAreaId} and m."cancelledAt" is null and m.id <> ${moving} and m."startsAt" in (${join([...startsAt])})`,
  );
  return found.length;
}
