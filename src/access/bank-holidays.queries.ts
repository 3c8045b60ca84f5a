import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { bankHolidays, type Calendar, lastKnownYear, releaseCalendar } from '../policy/bank-holidays.js';
import { fromJson, Read, rows, type Source } from '../platform/database/read.js';

type Row = {
  readonly year: number;
  readonly days: string;
  readonly source: string;
  readonly recordedAt: string;
  readonly byName: string;
};

/** What is known of a year: by whom, from where; `days` is null while nobody knows. */
export type YearKnown = {
  readonly year: number;
  readonly known: 'RECORDED' | 'RELEASE' | 'NOT_KNOWN';
  readonly days: readonly string[] | null;
  readonly source: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string | null;
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

  async year(year: number): Promise<YearKnown> {
    return yearKnown(year, await this.recorded());
  }

  private async recorded(): Promise<Map<number, Row>> {
    const found = await this.read.rows<Row>(
      sql`select h.year, h.days, h.source, h."recordedAt", p.name as "byName"
          from bank_holiday_years h join people p on p.id = h."recordedBy" where h.year >= ${FIRST}
          order by h.year, h.id`,
    );
    return new Map(found.map((row) => [row.year, row]));
  }
}

function yearKnown(year: number, recorded: ReadonlyMap<number, Row>): YearKnown {
  const row = recorded.get(year);
  const nobody = { recordedBy: null, recordedAt: null };
  if (row) {
    const { source, recordedAt, byName } = row;
    return { year, known: 'RECORDED', days: fromJson<string[]>(row.days, []), source, recordedBy: byName, recordedAt };
  }
  const days = releaseCalendar[String(year)] ?? null;
  return days === null
    ? { year, known: 'NOT_KNOWN', days, source: null, ...nobody }
    : { year, known: 'RELEASE', days, source: RELEASE_SOURCE, ...nobody };
}

/** What a form for a year begins with: what is known, or the days as they regularly fall, for a person to compare. */
export const daysToCompare = ({ year, days }: YearKnown): readonly string[] => days ?? bankHolidays(year);
