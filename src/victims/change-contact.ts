import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { faultIf, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { ContactInput } from './victim-care.input.js';
import { PersonHarmed } from './victim.entity.js';
import { victimOf } from './victim-of.js';

@Injectable()
export class ChangeContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How to reach the person, and when that is next meant to be: in every case, and after the panel too. */
  execute(actor: Actor, caseId: string, victimId: string, input: ContactInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      const { contactDetails, nextContactOn } = input;
      const person = await claim(tx, PersonHarmed, { id: harmedId }, input.version);
      const isNew = nextContactOn !== undefined && nextContactOn !== person.nextContactOn;
      const mayNot = nextContactOn !== undefined && person.consent !== 'GIVEN' && person.consent !== 'NOT_YET_SOUGHT';
      refuse([
        ...faultIf(isNew && nextContactOn < today, 'nextContactOn', 'The next contact cannot be in the past'),
        ...faultIf(mayNot, 'nextContactOn', 'They do not agree to be contacted: plan no contact'),
      ]);
      const changes = { contactDetails: contactDetails || null, nextContactOn: nextContactOn ?? null };
      await tx.update(PersonHarmed, harmedId, changes);
      record(caseSubject(found), { type: 'VICTIM_CONTACT_CHANGED' });
      return { version: person.version };
    });
  }
}
