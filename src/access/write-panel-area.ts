import { Injectable } from '@nestjs/common';
import { usualChecks, usualQuorum } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { PanelArea } from './panel-area.entity.js';
import type { PanelAreaChangeInput, PanelAreaInput } from './panel-area.input.js';

/** What an area decides by until its administrator says otherwise. Sources: rules.md section 3; domain facts on Outcome 23. */
const usual = (name: string) => ({
  panelName: `${name} joint decision panel`,
  requiredChecks: [...usualChecks],
  quorumAgencies: [...usualQuorum],
  repeatThreshold: 2,
  outcome23From: '2026-02-01',
});

@Injectable()
export class AddPanelArea {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: PanelAreaInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, record, now }) => {
      const id = newId();
      await tx.insert(PanelArea, { ...usual(input.name), ...given(input), id, version: 1, createdAt: now });
      record({ type: 'PANEL_AREA', id, panelAreaId: null }, { type: 'PANEL_AREA_ADDED', name: input.name });
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
      await tx.update(PanelArea, { id }, given(input));
      record({ type: 'PANEL_AREA', id, panelAreaId: null }, { type: 'PANEL_AREA_CHANGED', name: input.name });
      return { version: area.version };
    });
  }
}

/** Only what was sent: the rest stays as it is. */
const given = <Input extends object>(input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Input;
