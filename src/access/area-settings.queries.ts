import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import {
  type AreaSettingName,
  areaSettings,
  type AreaSettings,
  isAreaSetting,
  usualSettings,
} from '../policy/area-settings.js';
import { isValueOf } from '../policy/setting-kinds.js';
import { fromJson, Read, rows, type Source } from '../platform/database/read.js';

export type Chosen = { readonly panelAreaId: string; readonly setting: string; readonly value: string };

/** A choice as it stands on record. */
export type SettingChosen = {
  readonly setting: AreaSettingName;
  readonly value: unknown;
  readonly fromDay: string;
  readonly reason: string;
  readonly chosenBy: string;
  readonly chosenAt: string;
};

/** The settings of every panel area that chose any, on a day. Areas that are not among them have the usual ones. One statement. */
export async function settingsByArea(source: Source, day: string): Promise<ReadonlyMap<string, AreaSettings>> {
  const found = await rows<Chosen>(
    source,
    sql`select s."panelAreaId", s.setting, s.value from area_settings s
        where s."fromDay" <= ${day} order by s."fromDay", s.id`,
  );
  return settingsOfEach(found);
}

/** The same from rows that were read with others, in the order of their days. */
export function settingsOfEach(found: readonly Chosen[]): ReadonlyMap<string, AreaSettings> {
  const areas = new Map<string, AreaSettings>();
  for (const { panelAreaId, ...chosen } of found) {
    areas.set(panelAreaId, { ...(areas.get(panelAreaId) ?? usualSettings), ...valueIn(chosen) });
  }
  return areas;
}

/**
 * What a panel area decides by on a day: what it chose last for a day not after it, and what is usual otherwise. One statement.
 * `source` is `read.source`, or the `tx` of a unit.
 */
export async function settingsOf(source: Source, panelAreaId: string, day: string): Promise<AreaSettings> {
  const found = await rows<Omit<Chosen, 'panelAreaId'>>(
    source,
    sql`select s.setting, s.value from area_settings s
        where s."panelAreaId" = ${panelAreaId} and s."fromDay" <= ${day} order by s."fromDay", s.id`,
  );
  return Object.assign({}, usualSettings, ...found.map(valueIn)) as AreaSettings;
}

/**
 * The same as columns beside others of one statement, each under the name of its setting; `area` is where the panel area's id
 * stands in it, and `day` a day or where one stands. `settingsIn` reads them.
 */
export const settingColumns = (names: readonly AreaSettingName[], area: Sql, day: string | Sql): Sql =>
  join(
    names.map(
      (name) => sql`(select s.value from area_settings s
        where s."panelAreaId" = ${area} and s.setting = ${name} and s."fromDay" <= ${day}
        order by s."fromDay" desc, s.id desc limit 1) as ${raw(`"${name}"`)}`,
    ),
  );

/** Settings as columns of a row, as they are stored. */
export type SettingColumns<Name extends AreaSettingName> = Readonly<Record<Name, string | null>>;

/** The same settings from a row with those columns; one that was not chosen is the usual one. */
export const settingsIn = <Name extends AreaSettingName>(
  names: readonly Name[],
  row: SettingColumns<Name>,
): Pick<AreaSettings, Name> =>
  Object.assign(
    {},
    ...names.map((setting) => ({
      [setting]: usualSettings[setting],
      ...valueIn({ setting, value: row[setting] ?? 'null' }),
    })),
  ) as Pick<AreaSettings, Name>;

/** A value that the setting may no longer have, or a setting that is no more, counts as not chosen. */
function valueIn({ setting, value }: Omit<Chosen, 'panelAreaId'>): Partial<AreaSettings> {
  const chosen = fromJson<unknown>(value, null);
  return isAreaSetting(setting) && isValueOf(areaSettings[setting], chosen) ? { [setting]: chosen } : {};
}

@Injectable()
export class AreaSettingsQueries {
  constructor(private readonly read: Read) {}

  inForce(panelAreaId: string, day: string): Promise<AreaSettings> {
    return settingsOf(this.read.source, panelAreaId, day);
  }

  /** What an area decides by on a day, with everything it chose. */
  async standing(panelAreaId: string, day: string): Promise<{ inForce: AreaSettings; history: SettingChosen[] }> {
    const [inForce, history] = await Promise.all([this.inForce(panelAreaId, day), this.history(panelAreaId)]);
    return { inForce, history };
  }

  /** Everything an area chose, the latest day first. */
  private async history(panelAreaId: string): Promise<SettingChosen[]> {
    const found = await this.read.rows<SettingChosen & { value: string }>(
      sql`select s.setting, s.value, s."fromDay", s.reason, p.name as "chosenBy", s."chosenAt"
          from area_settings s join people p on p.id = s."chosenBy"
          where s."panelAreaId" = ${panelAreaId} order by s."fromDay" desc, s.id desc`,
    );
    return found.map((one) => ({ ...one, value: fromJson<unknown>(one.value, null) }));
  }
}
