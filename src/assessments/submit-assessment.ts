import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { enterStage } from '../cases/enter-stage.js';
import { caseSubject } from '../cases/visible-cases.js';
import { omissionsOn } from '../policy/questions/checking-answers.js';
import type { Answers } from '../policy/questions/question-set.js';
import { sectionTitle } from '../policy/sections.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { type FieldError, Refusal, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Assessment } from './assessment.entity.js';
import type { SubmissionInput } from './assessment.input.js';
import { AssessmentReturn, ReturnReason } from './return.entity.js';
import { type ReasonFound, type ReturnFound, returnsOf } from './returns.queries.js';
import { setInForce } from './set-in-force.js';

/** Hands the assessment to the manager: complete, and after a return with each reason answered. */
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
      const sentBack = (await returnsOf(tx, caseId)).find(({ submittedAgainAt }) => submittedAgainAt === null);
      refuseIncomplete(kept, sentBack?.reasons ?? [], changeNote);
      const changes = {
        ...{ status: 'SUBMITTED' as const, submittedBy: actor.personId, submittedAt: now },
        ...{ changeNote: changeNote || null, updatedAt: now },
      };
      const moved = await writeOne(tx, Assessment, { caseId }, changes, version ?? kept?.version);
      if (sentBack) await answerWhole(work, sentBack, changeNote);
      await enterStage(work, caseId, 'ASSESSMENT', 'SUBMITTED');
      record(caseSubject(found), { type: 'ASSESSMENT_SUBMITTED' });
      return { version: moved };
    });
  }
}

/** Reasons about the whole that have no answer of their own yet: the note on what was changed answers them. */
const aboutWhole = (reasons: readonly ReasonFound[]): ReasonFound[] =>
  reasons.filter(({ section, answer }) => section === null && answer === null);

function refuseIncomplete(
  kept: Assessment | null,
  reasons: readonly ReasonFound[],
  changeNote: string | undefined,
): void {
  const answers: Answers = kept?.answers ?? {};
  const set = setInForce(kept);
  const errors: FieldError[] = set.pages
    .flatMap((page) => omissionsOn(page, answers))
    .map(({ question, message }) => ({ field: question, message }));
  for (const { id, section, answer } of reasons) {
    if (section === null || answer !== null) continue;
    const message = `Say what you changed in “${sectionTitle(section, set)}” because it was sent back, or why not`;
    errors.push({ field: `returns.${id}`, message });
  }
  if (aboutWhole(reasons).length > 0 && !changeNote) {
    errors.push({ field: 'changeNote', message: 'Enter what you changed since it was sent back' });
  }
  refuse(errors);
}

async function answerWhole({ tx, actor, now }: Work, { id, reasons }: ReturnFound, changeNote = ''): Promise<void> {
  for (const { id: reasonId, version } of aboutWhole(reasons)) {
    const answered = { answer: changeNote, answeredBy: actor.personId, answeredAt: now, version: version + 1 };
    await tx.update(ReturnReason, { id: reasonId }, answered);
  }
  await tx.update(AssessmentReturn, { id }, { submittedAgainAt: now });
}
