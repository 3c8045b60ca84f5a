import type { PanelArea } from '../access/panel-area.entity.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';

export const referralFileFields = (areas: readonly Pick<PanelArea, 'id' | 'name'>[]): Field[] => [
  {
    id: 'panelAreaId',
    kind: 'SELECT',
    ask: 'Panel area',
    options: optionsNamed(areas),
  },
  {
    id: 'file',
    kind: 'FILE',
    ask: 'CSV file of referrals',
    hint: 'UTF-8, at most 10 MB and 2,000 rows. Nothing is imported before you have seen what was found in it.',
    accept: '.csv,text/csv',
  },
];
