import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AreaSettingName } from '../policy/area-settings.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { addChoice } from './choose-area-setting.js';
import { PanelArea } from './panel-area.entity.js';
import type { PanelAreaChangeInput, PanelAreaInput } from './panel-area.input.js';

const FIRST = 'Chosen when the panel area was added';

/** Adds a panel area; what it shall decide by from that day on may be said with it. */
@Injectable()
export class AddPanelArea {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: PanelAreaInput): Promise<{ id: string; version: number }> {
    const { name, panelName = `${input.name} joint decision panel`, ...settings } = input;
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, record, now, today: fromDay } = work;
      const id = newId();
      await refuseTaken(tx, name, id);
      await tx.insert(PanelArea, { id, name, panelName, version: 1, createdAt: now });
      record({ type: 'PANEL_AREA', id, panelAreaId: null }, { type: 'PANEL_AREA_ADDED', name });
      for (const [setting, value] of Object.entries(given(settings))) {
        await addChoice(work, id, setting as AreaSettingName, { value, fromDay, reason: FIRST });
      }
      return { id, version: 1 };
    });
  }
}

@Injectable()
export class ChangePanelArea {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, ...input }: PanelAreaChangeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, record }) => {
      const area = await claim(tx, PanelArea, { id }, version);
      if (input.name !== undefined) await refuseTaken(tx, input.name, id);
      await tx.update(PanelArea, { id }, given(input));
      record({ type: 'PANEL_AREA', id, panelAreaId: null }, { type: 'PANEL_AREA_CHANGED', name: input.name });
      return { version: area.version };
    });
  }
}

async function refuseTaken(tx: EntityManager, name: string, id: string): Promise<void> {
  const holder = await tx.findOneBy(PanelArea, { name });
  refuse(faultIf(holder !== null && holder.id !== id, 'name', 'Another panel area already has this name'));
}

/** Only what was sent: the rest stays as it is. */
const given = <Input extends object>(input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Input;
