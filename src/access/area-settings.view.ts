import { type AreaSettingName, areaSettingNames, type AreaSettings, settingRow } from '../policy/area-settings.js';
import { type AreaSetting, settingInWords } from '../policy/setting-kinds.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { SettingChosen } from './area-settings.queries.js';

const inWords = (row: AreaSetting, value: unknown): string =>
  row.kind === 'DAY' ? dayInWords(String(value)) : settingInWords(row, value);

/** Every setting with what holds today, since when, and where it comes from. */
export const settingRows = (
  areaId: string,
  inForce: AreaSettings,
  history: readonly SettingChosen[],
  today: string,
): object[] =>
  areaSettingNames.map((name) => {
    const row = settingRow(name);
    const chosen = history.filter(({ setting }) => setting === name);
    const now = chosen.find(({ fromDay }) => fromDay <= today);
    const later = chosen.filter(({ fromDay }) => fromDay > today);
    return {
      ...{ name: row.name, value: inWords(row, inForce[name]), source: row.source.citation },
      since: now ? `Since ${dayInWords(now.fromDay)}` : 'What is usual; nobody has chosen',
      later: later.map(({ fromDay, value }) => `From ${dayInWords(fromDay)}: ${inWords(row, value)}`),
      href: `/panel-areas/${areaId}/settings/${name}`,
    };
  });

/** Where a setting comes from, and everything that was chosen for it, the latest day first. */
export function settingHistory(name: AreaSettingName, history: readonly SettingChosen[], today: string): object {
  const row = settingRow(name);
  const chosen = history.filter(({ setting }) => setting === name);
  const current = chosen.find(({ fromDay }) => fromDay <= today);
  return {
    ...{ source: row.source.citation, usual: inWords(row, row.usual) },
    choices: chosen.map((one, place) => ({
      from: dayInWords(one.fromDay),
      state: stateOf(one, { today, current, isReplaced: chosen[place - 1]?.fromDay === one.fromDay }),
      value: inWords(row, one.value),
      reason: one.reason,
      by: `${one.chosenBy}, ${instantInWords(one.chosenAt)}`,
    })),
  };
}

type Beside = { readonly today: string; readonly current: SettingChosen | undefined; readonly isReplaced: boolean };

function stateOf(one: SettingChosen, { today, current, isReplaced }: Beside): string {
  if (isReplaced) return 'Replaced';
  if (one.fromDay > today) return 'To come';
  return one === current ? 'In force' : 'Ended';
}
