import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { omissionsOn } from '../policy/questions/checking-answers.js';
import type { Answers } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Invalid, Refusal } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Assessment } from './assessment.entity.js';
import type { SubmissionInput } from './assessment.input.js';
import { setInForce } from './set-in-force.js';

/** Hands the assessment to the manager: complete, and after a return with what was changed. */
@Injectable()
export class SubmitAssessment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, { changeNote, version }: SubmissionInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ASSESSMENT', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const kept = await lockOne(tx, Assessment, { caseId });
      if (kept?.status === 'SUBMITTED') {
        throw new Refusal(409, 'Submitted already', 'The assessment waits for the manager.');
      }
      refuseIncomplete(kept, changeNote);
      const changes = {
        ...{ status: 'SUBMITTED' as const, submittedBy: actor.personId, submittedAt: now },
        ...{ changeNote: changeNote || null, updatedAt: now },
      };
      const moved = await writeOne(tx, Assessment, { caseId }, changes, version ?? kept?.version);
      record(caseSubject(found), { type: 'ASSESSMENT_SUBMITTED' });
      return { version: moved };
    });
  }
}

function refuseIncomplete(kept: Assessment | null, changeNote: string | undefined): void {
  const answers: Answers = kept?.answers ?? {};
  const errors = setInForce(kept)
    .pages.flatMap((page) => omissionsOn(page, answers))
    .map(({ question, message }) => ({ field: question, message }));
  if (kept?.status === 'RETURNED' && !changeNote) {
    errors.push({ field: 'changeNote', message: 'Enter what you changed since it was sent back' });
  }
  if (errors.length > 0) throw new Invalid(errors);
}
