import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { faultIf, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { AgeInput } from './victim-care.input.js';
import { PersonHarmed, Victim } from './victim.entity.js';
import { victimOf } from './victim-of.js';

@Injectable()
export class RecordAge {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whether a victim is a child, as it becomes known: after the panel too, for it says how they are written to. */
  execute(actor: Actor, caseId: string, victimId: string, { kind, version }: AgeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const victim = await victimOf(tx, caseId, victimId);
      const person = await claim(tx, PersonHarmed, { id: victim.harmedId }, version);
      refuse(faultIf(victim.kind === 'BUSINESS', 'kind', 'A business or organisation was harmed, and is no child'));
      await tx.update(Victim, { id: victimId }, { kind });
      record(caseSubject(found), { type: 'VICTIM_CHANGED' });
      return { version: person.version };
    });
  }
}
