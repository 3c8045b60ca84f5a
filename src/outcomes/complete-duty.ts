import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { firstHeld } from '../cases/open-by-any.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type DutyCode, duties, dutyPermissions, resultAsked } from '../policy/duties.js';
import { blocker, casePage, isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { Blocked, Invalid, NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { DutyDoneInput } from './delivery.input.js';
import { Duty } from './outcome.entity.js';

export type DutyDone = { caseId: string; code: DutyCode; doneOn: string };

/** The duty that an address names. */
export function dutyFrom(code: string): DutyCode {
  if (!Object.hasOwn(duties, code)) throw new NotFound();
  return code as DutyCode;
}

@Injectable()
export class CompleteDuty {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, code: DutyCode, { note, version }: DutyDoneInput): Promise<DutyDone> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const permission = await firstHeld(tx, actor, caseId, dutyPermissions(code));
      const found = await claimCase(work, permission, caseId, version);
      const duty = await lockOne(tx, Duty, { caseId, code });
      if (!duty) throw new NotFound();
      if (duty.doneOn !== null) throw new Blocked([isDone(caseId)]);
      const message = resultAsked(code);
      if (message !== null && !isWritten(note)) throw new Invalid([{ field: 'note', message }]);
      await tx.update(Duty, { id: duty.id }, { doneOn: today, doneBy: actor.personId, note: note || null });
      record(caseSubject(found), { type: 'DUTY_DONE', code });
      return { caseId, code, doneOn: today };
    });
  }
}

const isDone = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'duties')),
  message: 'This was marked done already',
});
