import { type AreaSettingName, settingRow } from '../policy/area-settings.js';
import type { AreaSetting } from '../policy/setting-kinds.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

/** What it is to be, from when, and why. */
export function areaSettingFields(name: AreaSettingName): Field[] {
  const row = settingRow(name);
  const ask = { id: 'value', ask: row.name, ...(row.hint ? { hint: row.hint } : {}) };
  return [
    valueField(row, ask),
    { id: 'from', kind: 'DAY', ask: 'From which day?', hint: 'Today or later. For example, 27 3 2027' },
    { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it changed?' },
  ];
}

function valueField(row: AreaSetting, ask: { id: string; ask: string; hint?: string }): Field {
  if (row.kind === 'NUMBER') return { ...ask, kind: 'NUMBER', least: row.least, most: row.most };
  if (row.kind === 'WORDS') return { ...ask, kind: 'TEXT', limit: row.most };
  if (row.kind === 'DAY') return { ...ask, kind: 'DAY' };
  const options = optionsOf(row.options);
  return { ...ask, kind: row.kind, options, ...(row.kind === 'CHOICES' && !row.least ? { optional: true } : {}) };
}
