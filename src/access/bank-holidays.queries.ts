import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { bankHolidays, type Calendar, lastKnownYear, releaseCalendar } from '../policy/bank-holidays.js';
import { grouped } from '../platform/grouped.js';
import { fromJson, Read, rows, type Source } from '../platform/database/read.js';

type Row = {
  readonly year: number;
  readonly days: string;
  readonly source: string;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly byName: string;
};

/** A list of days as it was known: from where, and who recorded it and why; the release names nobody. */
export type ListKnown = {
  readonly days: readonly string[];
  readonly source: string;
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string | null;
};

/** What is known of a year: by whom, from where; `days` is null while nobody knows. */
export type YearKnown = {
  readonly year: number;
  readonly known: 'RECORDED' | 'RELEASE' | 'NOT_KNOWN';
  readonly days: readonly string[] | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string | null;
  /** How often it was recorded: whoever writes it anew says what they had read. */
  readonly version: number;
  /** What was known before, the latest first. */
  readonly earlier: readonly ListKnown[];
};

export const RELEASE_SOURCE = 'GOV.UK, UK bank holidays, England and Wales, as this release of the service holds it';
/** Nothing is recorded of years before; the condition lets the index be used. */
const FIRST = 2019;

/** The calendar by which working days are counted: the release’s years and those an administrator recorded. One statement. */
export async function calendarOf(source: Source): Promise<Calendar> {
  const found = await rows<Pick<Row, 'year' | 'days'>>(
    source,
    sql`select h.year, h.days from bank_holiday_years h where h.year >= ${FIRST} order by h.year, h.id`,
  );
  return calendarWith(found);
}

/** The same from rows that were read with others. */
export const calendarWith = (
  found: readonly { readonly year: number | string; readonly days: string }[],
): Calendar => ({
  ...releaseCalendar,
  ...Object.fromEntries(found.map(({ year, days }) => [String(year), fromJson<string[]>(days, [])])),
});

@Injectable()
export class BankHolidaysQueries {
  constructor(private readonly read: Read) {}

  /** From the first year that is known to three years after `today`, or to the one after the last that is known. */
  async years(today: string): Promise<YearKnown[]> {
    const recorded = await this.recorded();
    const last = Math.max(
      Number(today.slice(0, 4)) + 3,
      ...[...recorded.keys(), ...Object.keys(releaseCalendar).map(Number)].map((year) => year + 1),
    );
    return Array.from({ length: last - FIRST + 1 }, (_, place) => yearKnown(FIRST + place, recorded));
  }

  /** The last year up to which working days can be counted. */
  async lastKnown(): Promise<number> {
    return lastKnownYear(await calendarOf(this.read.source));
  }

  year(year: number): Promise<YearKnown> {
    return yearIn(this.read.source, year);
  }

  private recorded(): Promise<Map<number, Row[]>> {
    return recordedIn(this.read.source);
  }
}

/** What is known of one year. `source` is `read.source`, or the `tx` of a unit. */
export const yearIn = async (source: Source, year: number): Promise<YearKnown> =>
  yearKnown(year, await recordedIn(source));

async function recordedIn(source: Source): Promise<Map<number, Row[]>> {
  const found = await rows<Row>(
    source,
    sql`select h.year, h.days, h.source, h.reason, h."recordedAt", p.name as "byName"
        from bank_holiday_years h join people p on p.id = h."recordedBy" where h.year >= ${FIRST}
        order by h.year, h.id desc`,
  );
  return grouped(found, ({ year }) => year);
}

const listOfRow = ({ days, source, reason, recordedAt, byName }: Row): ListKnown => ({
  ...{ days: fromJson<string[]>(days, []), source, reason, recordedBy: byName, recordedAt },
});

function yearKnown(year: number, recorded: ReadonlyMap<number, readonly Row[]>): YearKnown {
  const written = (recorded.get(year) ?? []).map(listOfRow);
  const released = releaseCalendar[String(year)];
  const nobody = { reason: null, recordedBy: null, recordedAt: null };
  const lists = [...written, ...(released ? [{ days: released, source: RELEASE_SOURCE, ...nobody }] : [])];
  const [list = { days: null, source: null, ...nobody }, ...earlier] = lists;
  const known = written.length > 0 ? 'RECORDED' : released ? 'RELEASE' : 'NOT_KNOWN';
  return { year, known, ...list, version: written.length, earlier };
}

/** What a form for a year begins with: what is known, or the days as they regularly fall, for a person to compare. */
export const daysToCompare = ({ year, days }: YearKnown): readonly string[] => days ?? bankHolidays(year);
