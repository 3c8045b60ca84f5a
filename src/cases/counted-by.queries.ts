import sql, { join } from 'sql-template-tag';
import { type Chosen, settingsOfEach } from '../access/area-settings.queries.js';
import { calendarWith } from '../access/bank-holidays.queries.js';
import { usualSettings } from '../policy/area-settings.js';
import type { CountedBy } from '../policy/clock-kinds.js';
import { rows, type Source } from '../platform/database/read.js';

type Row = { readonly kind: 'SETTING' | 'YEAR'; readonly place: string; readonly name: string; readonly value: string };

/** What the clocks of cases are counted by: the settings of their areas and the bank holidays that are known. */
export type ClockBasis = (panelAreaId: string) => Required<CountedBy>;

/** By area, on a day; in one statement, so that a page of one case and a list of many ask once. */
export async function clockBasis(source: Source, areas: readonly string[], today: string): Promise<ClockBasis> {
  const found = await rows<Row>(
    source,
    sql`select 'SETTING' as "kind", s."panelAreaId" as "place", s.setting as "name", s.value as "value",
               s."fromDay" as "since", s.id
        from area_settings s where s."panelAreaId" in (${join([...areas, ''])}) and s."fromDay" <= ${today}
        union all
        select 'YEAR', cast(h.year as text), '', h.days, h."recordedAt", h.id from bank_holiday_years h where h.year >= 2019
        order by "since", id`,
  );
  const chosen: Chosen[] = found
    .filter(({ kind }) => kind === 'SETTING')
    .map(({ place, name, value }) => ({ panelAreaId: place, setting: name, value }));
  const settings = settingsOfEach(chosen);
  const years = found.filter(({ kind }) => kind === 'YEAR').map(({ place, value }) => ({ year: place, days: value }));
  const calendar = calendarWith(years);
  return (panelAreaId) => ({ settings: settings.get(panelAreaId) ?? usualSettings, calendar, today });
}
