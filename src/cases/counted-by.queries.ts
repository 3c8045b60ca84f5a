import sql, { join, type Sql } from 'sql-template-tag';
import { type Chosen, settingsOfEach } from '../access/area-settings.queries.js';
import { calendarWith } from '../access/bank-holidays.queries.js';
import { type AreaSettings, usualSettings } from '../policy/area-settings.js';
import type { CountedBy } from '../policy/clock-kinds.js';
import type { Disposal } from '../policy/disposal.js';
import { bookOn } from '../policy/disposal-book.js';
import { rows, type Source } from '../platform/database/read.js';

/** A setting of an area, a year of bank holidays or an edition of a disposal: what it is of, its name, what it says. */
export type BasisRow = {
  readonly kind: 'SETTING' | 'YEAR' | 'DISPOSAL';
  readonly place: string;
  readonly name: string;
  readonly value: string;
  readonly since: string;
};

/** What the clocks of cases are counted by: the settings of their areas, the bank holidays and the disposals of the day. */
export type ClockBasis = (panelAreaId: string) => Required<CountedBy> & { readonly settings: AreaSettings };

/** One statement, or a part of one whose columns these are, in the order of `since` and `id`. */
export const basisOf = (areas: readonly string[], today: string): Sql => sql`
  select 'SETTING' as "kind", s."panelAreaId" as "place", s.setting as "name", s.value as "value",
         s."fromDay" as "since", s.id as "id"
  from area_settings s where s."panelAreaId" in (${join([...areas, ''])}) and s."fromDay" <= ${today}
  union all
  select 'YEAR', cast(h.year as text), '', h.days, h."recordedAt", h.id from bank_holiday_years h where h.year >= 2019
  union all
  select 'DISPOSAL', e.code, cast(e.edition as text), e."disposalRow", e."fromDay", e.id
  from disposal_editions e where e.code > '' and e."fromDay" <= ${today}`;

/** The same once it was read. */
export function basisFrom(found: readonly BasisRow[], today: string): ClockBasis {
  const of = (wanted: BasisRow['kind']): BasisRow[] => found.filter(({ kind }) => kind === wanted);
  const chosen: Chosen[] = of('SETTING').map(({ place, name, value }) => ({
    ...{ panelAreaId: place, setting: name, value },
  }));
  const settings = settingsOfEach(chosen);
  const calendar = calendarWith(of('YEAR').map(({ place, value }) => ({ year: place, days: value })));
  const editions = of('DISPOSAL').map(({ place, name, value, since }) => ({
    ...{ code: place, edition: Number(name), fromDay: since, recordedAt: '' },
    row: JSON.parse(value) as Disposal,
  }));
  const disposals = bookOn(editions, today);
  return (panelAreaId) => ({ settings: settings.get(panelAreaId) ?? usualSettings, calendar, disposals, today });
}

/** By area, on a day; in one statement, so that a page of one case and a list of many ask once. */
export const clockBasis = async (source: Source, areas: readonly string[], today: string): Promise<ClockBasis> =>
  basisFrom(await rows<BasisRow>(source, sql`${basisOf(areas, today)} order by "since", "id"`), today);
