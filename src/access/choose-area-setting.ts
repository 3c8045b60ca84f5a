import { Injectable } from '@nestjs/common';
import { type AreaSettingName, isAreaSetting, settingRow } from '../policy/area-settings.js';
import { type AreaSetting, isValueOf } from '../policy/setting-kinds.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { AreaSettingChoice } from './area-setting.entity.js';
import type { AreaSettingInput } from './area-settings.input.js';
import { PanelArea } from './panel-area.entity.js';

/** Chooses what a panel area decides by from a day on. What was chosen before stays on record; days gone by are not rewritten. */
@Injectable()
export class ChooseAreaSetting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, panelAreaId: string, setting: string, input: AreaSettingInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today } = work;
      if (!isAreaSetting(setting) || !(await lockOne(tx, PanelArea, { id: panelAreaId }))) throw new NotFound();
      const { value, from: fromDay, reason } = input;
      const faults = [
        ...faultIf(!isValueOf(settingRow(setting), value), 'value', wrongValue(settingRow(setting))),
        ...faultIf(fromDay < today, 'from', 'The day must be today or later: what held before is not rewritten'),
      ];
      refuse(faults);
      return { id: await addChoice(work, panelAreaId, setting, { value, fromDay, reason }) };
    });
  }
}

type Choice = { readonly value: unknown; readonly fromDay: string; readonly reason: string };

/** Takes part in the unit of whoever chooses; the value is one that the setting may have. Out: the id of the choice. */
export async function addChoice(
  { tx, actor, now, record }: Work,
  panelAreaId: string,
  setting: AreaSettingName,
  { value, ...choice }: Choice,
): Promise<string> {
  const id = newId();
  const chosen = { ...choice, id, panelAreaId, setting, value: value as AreaSettingChoice['value'] };
  await tx.insert(AreaSettingChoice, { ...chosen, chosenBy: actor.personId, chosenAt: now });
  const subject = { type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null } as const;
  record(subject, { type: 'AREA_SETTING_CHOSEN', setting, from: choice.fromDay });
  return id;
}

function wrongValue(row: AreaSetting): string {
  if (row.kind === 'NUMBER') return `Enter a whole number from ${row.least} to ${row.most}`;
  if (row.kind === 'WORDS') return `Enter words, ${row.most} characters or fewer`;
  if (row.kind === 'DAY') return 'Enter a real date';
  return row.kind === 'CHOICES' && row.least ? 'Select at least one from the list' : 'Select from the list';
}
