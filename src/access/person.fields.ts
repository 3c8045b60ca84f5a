import { agencies } from '../policy/agencies.js';
import { roles } from '../policy/permissions.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import type { PanelArea } from './panel-area.entity.js';

export const personFields = (areas: readonly PanelArea[]): Field[] => [
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name' },
  { id: 'email', kind: 'EMAIL', ask: 'Email address' },
  { id: 'agency', kind: 'SELECT', ask: 'Agency', options: optionsOf(agencies) },
  { id: 'collarNumber', kind: 'TEXT', limit: 50, ask: 'Collar number', optional: true, hint: 'For police officers' },
  {
    id: 'roles',
    kind: 'GROUP',
    ask: 'Roles',
    itemName: 'role',
    most: 50,
    questions: [
      { id: 'role', kind: 'SELECT', ask: 'Role', options: optionsOf(roles) },
      {
        id: 'panelAreaId',
        kind: 'SELECT',
        ask: 'Panel area',
        hint: 'Leave empty for administrators and data protection officers, whose roles are for the whole service',
        options: optionsNamed(areas),
        optional: true,
      },
    ],
  },
];

export const personChangeFields = (areas: readonly PanelArea[]): Field[] => [
  ...personFields(areas),
  {
    id: 'state',
    kind: 'CHOICE',
    ask: 'May this person sign in?',
    options: [
      { value: 'ACTIVE', label: 'Yes' },
      { value: 'DISABLED', label: 'No', hint: 'They are signed out at once' },
    ],
  },
];

export const panelAreaFields: readonly Field[] = [
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name of the panel area', hint: 'For example, Leicester City' },
  { id: 'panelName', kind: 'TEXT', limit: 200, ask: 'What the panel is called there', optional: true },
];
