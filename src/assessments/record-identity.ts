import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { recordEthnicity } from '../children/record-ethnicity.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Identity } from './identity.entity.js';
import type { IdentityInput } from './identity.input.js';

/** What the child's ethnicity and identity mean here; ethnicity itself is recorded with the child. */
@Injectable()
export class RecordIdentity {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, input: IdentityInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'case.assess', caseId, { name: 'IDENTITY', isAuthored: true });
      const { ethnicity, consideration } = input;
      if (ethnicity) await recordEthnicity(work, found.childId, found.panelAreaId, ethnicity);
      const changes = { consideration, updatedBy: actor.personId, updatedAt: work.now };
      const version = await writeOne(work.tx, Identity, { caseId }, changes, input.version);
      work.record(caseSubject(found), { type: 'IDENTITY_CONSIDERED' });
      return { version };
    });
  }
}
