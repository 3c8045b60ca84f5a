import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Invalid, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Case } from './case.entity.js';
import { changePreparation } from './change-preparation.js';
import { faultsInOrder } from './faults-in-order.js';
import { firstOffenceOn } from './heard-too-early.js';
import { type CaseMoved, movedTo } from './move-case.js';
import type { PoliceInformationInput } from './police-information.input.js';
import { caseSubject } from './visible-cases.js';

const PART = { name: 'POLICE_INFORMATION', isAuthored: false, news: { news: 'POLICE_INFORMATION' } } as const;

/** Changes what police know of the case; police information is no part that its manager could have authored. */
@Injectable()
export class ChangePoliceInformation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, ...input }: PoliceInformationInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'police-information.record', id, PART, version);
      const { responsibilityStance, evidenceSufficient, cpsAuthority, policeStatus, policeInformation } = input;
      const isOnBail = policeStatus === 'BAIL';
      if (isOnBail && !input.bailDate) {
        throw new Invalid([{ field: 'bailDate', message: 'Enter the day to which the child is bailed' }]);
      }
      if (isOnBail) await refuseBail(work, id, input.bailDate);
      await work.tx.update(
        Case,
        { id },
        {
          ...{ responsibilityStance, evidenceSufficient, cpsAuthority, policeStatus, policeInformation },
          bailDate: isOnBail ? (input.bailDate ?? null) : null,
          ...(input.arrestedFor === undefined ? {} : { arrestedFor: input.arrestedFor || null }),
        },
      );
      work.record(caseSubject(found), { type: 'POLICE_INFORMATION_CHANGED' });
      return movedTo(found);
    });
  }
}

async function refuseBail({ tx }: Work, caseId: string, bailDate: string | undefined): Promise<void> {
  const faults = faultsInOrder({ offenceOn: await firstOffenceOn(tx, caseId), bailDate }, { bailDate: 'bailDate' });
  refuse(faults);
}
