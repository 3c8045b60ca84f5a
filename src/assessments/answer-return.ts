import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { NotFound, Refusal } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { AssessmentReturn, ReturnReason } from './return.entity.js';
import type { ReturnAnswerInput } from './return.input.js';

/** An author says what was changed because of one reason, or why not; until the assessment is submitted again. */
@Injectable()
export class AnswerReturn {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, input: ReturnAnswerInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ANSWER_TO_RETURN', isAuthored: true, section: null };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const reason = await lockOne(tx, ReturnReason, { id, caseId });
      const sent = reason && (await tx.findOneBy(AssessmentReturn, { id: reason.returnId }));
      if (!reason || !sent) throw new NotFound();
      if (sent.submittedAgainAt) {
        throw new Refusal(409, 'Submitted again already', 'The answers went to the manager with the assessment.');
      }
      // The first answer overwrites nothing, so it may be given without having been shown the reason.
      const shown = input.version ?? (reason.answer === null ? reason.version : undefined);
      const changes = { answer: input.answer, answeredBy: actor.personId, answeredAt: now };
      const version = await writeOne(tx, ReturnReason, { id, caseId }, changes, shown);
      record(caseSubject(found), { type: 'RETURN_ANSWERED', section: reason.section ?? 'WHOLE' });
      return { version };
    });
  }
}
