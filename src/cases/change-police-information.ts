import { Injectable } from '@nestjs/common';
import { beforeOutcome, beforeRecommendation } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, Invalid, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Case } from './case.entity.js';
import { changePreparation, type Part, tooLate } from './change-preparation.js';
import { faultsInOrder } from './faults-in-order.js';
import { firstOffenceOn } from './heard-too-early.js';
import type { CaseFound } from './find-case.js';
import { type CaseMoved, movedTo } from './move-case.js';
import type { PoliceInformationInput } from './police-information.input.js';
import { caseSubject } from './visible-cases.js';

type Information = Omit<PoliceInformationInput, 'version'>;

const PART: Part = {
  ...{ name: 'POLICE_INFORMATION', isAuthored: false, mayFollow: true },
  news: { news: 'POLICE_INFORMATION' },
};

/**
 * Changes what police know of the case; police information is no part that its manager could have authored. Once the panel
 * has recommended, it stands as the panel knew it but for bail, which runs until the outcome is given.
 */
@Injectable()
export class ChangePoliceInformation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, ...input }: PoliceInformationInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'police-information.record', id, PART, version);
      const { responsibilityStance, evidenceSufficient, cpsAuthority, policeStatus, policeInformation } = input;
      if (!beforeRecommendation.includes(found.state)) await refuseMore(work, found, input);
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

async function refuseMore({ tx }: Work, { id, state }: CaseFound, input: Information): Promise<void> {
  const stored = beforeOutcome.includes(state) ? await tx.findOneBy(Case, { id }) : null;
  const isSame = (['responsibilityStance', 'evidenceSufficient', 'cpsAuthority', 'policeInformation'] as const).every(
    (part) => stored?.[part] === input[part],
  );
  const arrestedFor = input.arrestedFor ?? stored?.arrestedFor ?? '';
  if (!stored || !isSame || arrestedFor !== (stored.arrestedFor ?? '')) throw new Blocked([onlyBail(id)]);
}

const onlyBail = (caseId: string) => ({
  ...tooLate(caseId),
  message:
    'The panel has recommended: of police information only where the child stands with police, and bail, can change',
});

async function refuseBail({ tx }: Work, caseId: string, bailDate: string | undefined): Promise<void> {
  const faults = faultsInOrder({ offenceOn: await firstOffenceOn(tx, caseId), bailDate }, { bailDate: 'bailDate' });
  refuse(faults);
}
