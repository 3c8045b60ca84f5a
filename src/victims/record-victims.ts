import { Injectable } from '@nestjs/common';
import { changePreparation, type Part } from '../cases/change-preparation.js';
import { setNoVictim } from '../cases/set-no-victim.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { addVictims, detailsFrom } from './add-victims.js';
import { Victim } from './victim.entity.js';
import type { VictimChangeInput, VictimInput } from './victim.input.js';
import type { NoVictimInput } from './victim-view.input.js';

const PART: Part = { name: 'VICTIM', isAuthored: false };

@Injectable()
export class AddVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A case with a victim no longer says that it has none. */
  execute(actor: Actor, caseId: string, input: VictimInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, { ...PART, news: { news: 'VICTIM' } });
      const [id = ''] = await addVictims(work, caseId, found.panelAreaId, [explained(input)]);
      await setNoVictim(work, found, null);
      return { id, version: 1 };
    });
  }
}

@Injectable()
export class ChangeVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, input: VictimChangeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, PART);
      const { version } = await claim(work.tx, Victim, { id, caseId }, input.version);
      await work.tx.update(Victim, { id }, detailsFrom(explained(input)));
      work.record(caseSubject(found), { type: 'VICTIM_CHANGED' });
      return { version };
    });
  }
}

@Injectable()
export class RecordNoVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** It opens a gate in place of a victim's view, so whoever writes it is one of the preparation's authors. */
  execute(actor: Actor, caseId: string, { reason }: NoVictimInput): Promise<{ reason: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, { ...PART, isAuthored: true });
      if (await work.tx.existsBy(Victim, { caseId })) {
        throw new Invalid([{ field: 'reason', message: 'This case has a victim: record that person’s view instead' }]);
      }
      await setNoVictim(work, found, reason);
      return { reason };
    });
  }
}

/** Why victims refuse is asked, so that it can be learned from. */
function explained<Input extends VictimInput>(input: Input): Input {
  if (input.consentToShare !== 'REFUSED' || input.consentReason) return input;
  throw new Invalid([
    { field: 'consentReason', message: 'Enter why the victim did not agree, or that it is not known' },
  ]);
}
