import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Judgement as JudgementCode, judgementCodes } from '../policy/judgements.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Judgement } from './judgement.entity.js';
import type { JudgementInput } from './judgement.input.js';

/** The judgement an address names; any other is not there. */
export function judgementNamed(code: string): JudgementCode {
  const found = judgementCodes.find((known) => known === code);
  if (!found) throw new NotFound();
  return found;
}

const withId = (): { id: string } => ({ id: newId() });

@Injectable()
export class RecordJudgement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, code: string, input: JudgementInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const judgement = judgementNamed(code);
      const found = await changePreparation(work, 'case.assess', caseId, { name: judgement, isAuthored: true });
      const { level, reasoning, who, what, when, controls, contingency } = input;
      const changes = {
        ...{ level, reasoning: reasoning || null, who: who || null, what: what || null, when: when || null },
        ...{ controls: controls || null, contingency: contingency || null },
      };
      const version = await writeOne(work.tx, Judgement, { caseId, judgement }, changes, input.version, withId);
      work.record(caseSubject(found), { type: 'JUDGEMENT_RECORDED', judgement, level });
      return { version };
    });
  }
}
