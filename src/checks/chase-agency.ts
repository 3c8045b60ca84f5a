import { Injectable } from '@nestjs/common';
import { findCase } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Agency } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, NotFound, Refusal, refuse, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { AgencyCheck } from './agency-check.entity.js';
import type { ChaserInput } from './agency-check.input.js';
import { CheckChaser } from './check-chaser.entity.js';

export type Chased = { readonly id: string };

@Injectable()
export class ChaseAgency {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Records a reminder. The panel reads nothing of it, so a sign-off stays. */
  execute(actor: Actor, caseId: string, agency: Agency, { on, how, version }: ChaserInput): Promise<Chased> {
    return this.unitOfWork.run(actor, async ({ tx, now, today, record }) => {
      const found = await findCase(tx, actor, 'check.request', caseId);
      const check = await lockOne(tx, AgencyCheck, { caseId, agency });
      if (!check) throw new NotFound();
      if (version !== undefined && version !== check.version) throw new StaleVersion(check.version);
      if (check.status !== 'REQUESTED') {
        throw new Refusal(409, 'No answer is awaited', 'Only an agency that was asked and has not answered is chased.');
      }
      const faults = [
        ...faultIf(on > today, 'on', 'The day cannot be in the future'),
        ...faultIf(on < (check.requestedOn ?? ''), 'on', 'The agency had not been asked yet on that day'),
      ];
      refuse(faults);
      const id = newId();
      await tx.insert(CheckChaser, {
        id,
        caseId,
        agency,
        chasedOn: on,
        how,
        chasedBy: actor.personId,
        recordedAt: now,
      });
      record(caseSubject(found), { type: 'AGENCY_CHASED', agency });
      return { id };
    });
  }
}
