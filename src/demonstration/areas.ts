import type { INestApplicationContext } from '@nestjs/common';
import { ChooseAreaSetting } from '../access/choose-area-setting.js';
import { AddPanelArea } from '../access/write-panel-area.js';
import { WriteIntervention } from '../outcomes/write-intervention.js';
import type { Actor } from '../platform/actor.js';
import type { AreaSettingName } from '../policy/area-settings.js';

/** What both areas chose when they began. */
const chosen: Partial<Record<AreaSettingName, { value: unknown; reason: string }>> = {
  goesToPanel: {
    value: ['CANNABIS', 'SECOND_RESOLUTION', 'KNIFE'],
    reason: 'After the review of knife offences both chief officers want the panel to see each of them.',
  },
  letterContact: {
    value: '01632 960 112, or the Town Hall, room 4',
    reason: 'So that every letter says whom to ask.',
  },
};

const interventions = [
  { name: 'Mentor, ten weeks', provider: 'A youth club' },
  { name: 'Putting it right with the person harmed', provider: 'The restorative justice team' },
];

/** A panel area with what it decides by and what it has to offer. Out: its id. */
export async function addArea(app: INestApplicationContext, actor: Actor, name: string, today: string) {
  const { id } = await app.get(AddPanelArea).execute(actor, { name });
  for (const [setting, choice] of Object.entries(chosen)) {
    await app.get(ChooseAreaSetting).execute(actor, id, setting, { ...choice, from: today });
  }
  for (const one of interventions) await app.get(WriteIntervention).add(actor, id, one);
  return id;
}
