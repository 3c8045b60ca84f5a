import { Injectable } from '@nestjs/common';
import { blocker } from '../policy/gate.js';
import { endStates, states } from '../policy/lifecycle.js';
import { whyNotChecked } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimCase } from './move-case.js';
import { FirstCheck } from './first-check.entity.js';
import type { FirstCheckInput } from './routing.input.js';
import { routingFacts } from './routing.queries.js';
import { caseSubject } from './visible-cases.js';

/** Records what was looked at before anything else, where the case asks for it. It is no part of the assessment, so a sign-off stays. */
@Injectable()
export class RecordFirstCheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, { code, words }: FirstCheckInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const found = await claimCase(work, 'case.assess', caseId);
      if (endStates.includes(found.state)) {
        const ended = `A case that is “${states[found.state].toLowerCase()}” has ended`;
        throw new Blocked([{ ...blocker('WRONG_STATE', `/cases/${caseId}`), message: ended }]);
      }
      const why = whyNotChecked(code, await routingFacts(tx, actor, caseId, today));
      refuse(faultIf(why !== null, 'code', why ?? ''));
      const id = newId();
      await tx.insert(FirstCheck, { id, caseId, code, words, recordedBy: actor.personId, recordedAt: now });
      record(caseSubject(found), { type: 'FIRST_CHECK_RECORDED', code });
      return { id };
    });
  }
}
