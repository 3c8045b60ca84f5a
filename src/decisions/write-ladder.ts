import { Injectable } from '@nestjs/common';
import { PanelArea } from '../access/panel-area.entity.js';
import type { Agency } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { EscalationLadder } from './escalation.entity.js';
import type { LadderInput } from './escalation.input.js';
import { seniorsOf } from './seniors.js';

@Injectable()
export class WriteLadder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What an area climbs from a day on; an escalation under way goes on by the ladder it began with. */
  execute(actor: Actor, panelAreaId: string, { fromDay, steps, reason }: LadderInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async ({ tx, today, now, record }) => {
      if (!(await tx.existsBy(PanelArea, { id: panelAreaId }))) throw new NotFound();
      const seniors = await seniorsOf(tx, panelAreaId);
      const isOf = (agency: Agency, id?: string) =>
        !id || seniors.some((one) => one.id === id && one.agency === agency);
      const faults = [
        ...faultIf(fromDay < today, 'fromDay', 'The day must be today or later'),
        ...steps.flatMap(({ policeId, youthJusticeId }, place) => [
          ...faultIf(!isOf('POLICE', policeId), `steps[${place}].policeId`, notASenior('police')),
          ...faultIf(
            !isOf('YOUTH_JUSTICE_SERVICE', youthJusticeId),
            `steps[${place}].youthJusticeId`,
            notASenior('the youth justice service'),
          ),
        ]),
      ];
      refuse(faults);
      const id = newId();
      const written = steps.map(({ name, policeId, youthJusticeId, workingDays }) => ({
        ...{ name, policeId: policeId ?? null, youthJusticeId: youthJusticeId ?? null, workingDays },
      }));
      const by = { writtenBy: actor.personId, writtenAt: now };
      await tx.insert(EscalationLadder, { id, panelAreaId, fromDay, steps: written, reason, ...by });
      const said = { type: 'ESCALATION_LADDER_WRITTEN', from: fromDay, steps: steps.length } as const;
      record({ type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null }, said);
      return { id };
    });
  }
}

const notASenior = (of: string): string => `Select somebody of ${of} who holds the role of a senior in this area`;
