import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { notInFuture } from './not-in-future.js';
import { ManagementReferral } from './management-referral.entity.js';
import type { ManagementReferralInput } from './management-referral.input.js';

@Injectable()
export class RecordManagementReferral {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, input: ManagementReferralInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const part = { name: 'CASE_MANAGEMENT_REFERRAL', isAuthored: false };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      notInFuture('referredOn', input.referredOn, work.today);
      const changes = { referredOn: input.referredOn, result: input.result || null };
      const version = await writeOne(work.tx, ManagementReferral, { caseId }, changes, input.version);
      work.record(caseSubject(found), { type: 'MANAGEMENT_REFERRAL_RECORDED' });
      return { version };
    });
  }
}
