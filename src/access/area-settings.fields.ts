import { type AreaSettingName, settingRow } from '../policy/area-settings.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

/** What it is to be, from when, and why. */
export function areaSettingFields(name: AreaSettingName): Field[] {
  const row = settingRow(name);
  const ask = { id: 'value', ask: row.name, ...(row.hint ? { hint: row.hint } : {}) };
  const value: Field =
    row.kind === 'NUMBER'
      ? { ...ask, kind: 'NUMBER', least: row.least, most: row.most }
      : {
          ...ask,
          kind: row.kind,
          options: optionsOf(row.options),
          ...(row.kind === 'CHOICES' ? { optional: true } : {}),
        };
  return [
    value,
    { id: 'from', kind: 'DAY', ask: 'From which day?', hint: 'Today or later. For example, 27 3 2027' },
    { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it changed?' },
  ];
}
