import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { enterStage } from '../cases/enter-stage.js';
import { caseSubject } from '../cases/visible-cases.js';
import { blocker, casePage } from '../policy/gate.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { hasSection, sectionTitle } from '../policy/sections.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Blocked, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentReturn, ReturnReason } from './return.entity.js';
import type { ReturnInput, ReturnReasonInput } from './return.input.js';
import { setInForce } from './set-in-force.js';

/** Sends a submitted assessment back to its authors: reasons tied to sections, or about the whole. */
@Injectable()
export class ReturnAssessment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, { reasons, version }: ReturnInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ASSESSMENT', isAuthored: false };
      const found = await changePreparation(work, 'case.sign-off', caseId, part);
      const kept = await lockOne(tx, Assessment, { caseId });
      if (kept?.status !== 'SUBMITTED') {
        throw new Blocked([blocker('ASSESSMENT_NOT_SUBMITTED', casePage({ caseId }, 'assessment/submission'))]);
      }
      const set = setInForce(kept);
      refuseUnknown(set, reasons);
      await keepReasons(work, caseId, reasons);
      const returnReasons = reasons.map((one) => inOneLine(set, one)).join('\n');
      const changes = { status: 'RETURNED' as const, returnReasons, changeNote: null, updatedAt: now };
      const moved = await writeOne(tx, Assessment, { caseId }, changes, version ?? kept.version);
      await enterStage(work, caseId, 'ASSESSMENT', 'RETURNED');
      const sections = [...new Set(reasons.flatMap(({ section }) => section || []))];
      record(caseSubject(found), { type: 'ASSESSMENT_RETURNED', ...(sections.length > 0 ? { sections } : {}) });
      return { version: moved };
    });
  }
}

function refuseUnknown(set: QuestionSet, reasons: readonly ReturnReasonInput[]): void {
  const message = 'Select a section of this case from the list';
  const errors = reasons.flatMap(({ section }, place) =>
    !section || hasSection(set, section) ? [] : [{ field: `reasons[${place}].section`, message }],
  );
  refuse(errors);
}

async function keepReasons(
  { tx, actor, now }: Work,
  caseId: string,
  given: readonly ReturnReasonInput[],
): Promise<void> {
  const returnId = newId();
  const sent = { returnedBy: actor.personId, returnedAt: now, submittedAgainAt: null };
  await tx.insert(AssessmentReturn, { id: returnId, caseId, ...sent });
  for (const [place, { section, reason }] of given.entries()) {
    const unanswered = { answer: null, answeredBy: null, answeredAt: null, version: 1 };
    const named = { section: section || null, reason, position: place + 1 };
    await tx.insert(ReturnReason, { id: newId(), returnId, caseId, ...named, ...unanswered });
  }
}

const inOneLine = (set: QuestionSet, { section, reason }: ReturnReasonInput): string =>
  section ? `${sectionTitle(section, set)}: ${reason}` : reason;
