import { Injectable } from '@nestjs/common';
import { PanelArea } from '../access/panel-area.entity.js';
import type { Actor } from '../platform/actor.js';
import { claim, lockOne } from '../platform/database/claim.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Intervention } from './intervention.entity.js';
import type { InterventionChangeInput, InterventionInput } from './intervention.input.js';

/** What a panel area lists to be chosen when things to be delivered are planned. */
@Injectable()
export class WriteIntervention {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, panelAreaId: string, input: InterventionInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, record }) => {
      if (!(await lockOne(tx, PanelArea, { id: panelAreaId }))) throw new NotFound();
      const { name, provider } = input;
      const id = newId();
      await tx.insert(Intervention, { id, panelAreaId, name, provider, ended: 0, version: 1 });
      record({ type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null }, { type: 'INTERVENTION_ADDED' });
      return { id, version: 1 };
    });
  }

  change(actor: Actor, id: string, input: InterventionChangeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, record }) => {
      const { name, provider, ended, version } = input;
      const found = await claim(tx, Intervention, { id }, version);
      await tx.update(Intervention, { id }, { name, provider, ended: ended ? Number(ended === 'YES') : found.ended });
      const subject = { type: 'PANEL_AREA', id: found.panelAreaId, panelAreaId: null } as const;
      record(subject, { type: 'INTERVENTION_CHANGED', ended: ended === 'YES' });
      return { version: found.version };
    });
  }
}
