import type { PanelArea } from '../access/panel-area.entity.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';

/** The panel area and the file; `of` says of what. */
export const fileFields = (areas: readonly Pick<PanelArea, 'id' | 'name'>[], of: string): Field[] => [
  {
    id: 'panelAreaId',
    kind: 'SELECT',
    ask: 'Panel area',
    options: optionsNamed(areas),
  },
  {
    id: 'file',
    kind: 'FILE',
    ask: `CSV file of ${of}`,
    hint: 'UTF-8, at most 10 MB and 2,000 rows. Nothing is imported before you have seen what was found in it.',
    accept: '.csv,text/csv',
  },
];
