import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notInFuture } from '../assessments/not-in-future.js';
import { faultsInOrder } from '../cases/faults-in-order.js';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { blocker, casePage } from '../policy/gate.js';
import { endStates } from '../policy/lifecycle.js';
import type { CpsAuthority } from '../policy/police-information.js';
import { prosecutorResult } from '../policy/prosecutor.js';
import type { Actor } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { Blocked, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { ProsecutorAnswer } from './prosecutor.entity.js';
import type { ProsecutorAnswerInput } from './prosecutor.input.js';
import { prosecutorReferralsOf } from './prosecutor.queries.js';

export type ProsecutorAnswered = {
  answerId: string;
  caseId: string;
  isAnswered: boolean;
  /** What the case says of the prosecutor’s authority from now on; null where this leaves it. */
  cpsAuthority: CpsAuthority | null;
  version: number;
};

@Injectable()
export class RecordProsecutorAnswer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the prosecutor answered; where they gave or refused authority, the case says so from now on. */
  execute(actor: Actor, caseId: string, input: ProsecutorAnswerInput): Promise<ProsecutorAnswered> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx } = work;
      const { result, receivedOn, advice } = input;
      notInFuture('receivedOn', receivedOn, work.today);
      const found = await claimCase(work, 'prosecutor.refer', caseId, input.version);
      const open = (await prosecutorReferralsOf(tx, caseId)).find(({ isAnswered }) => !isAnswered);
      if (!open) throw new Blocked([nothingOpen(caseId)]);
      const early = faultsInOrder({ sentOn: open.sentOn, receivedOn }, { receivedOn: 'receivedOn' });
      refuse(early);
      const { authority, ends } = prosecutorResult(result);
      const answerId = newId();
      await tx.insert(ProsecutorAnswer, {
        ...{ id: answerId, referralId: open.id, caseId, receivedOn, result, ends: Number(ends), advice },
        ...{ recordedBy: actor.personId, recordedAt: work.now },
      });
      const cpsAuthority = endStates.includes(found.state) ? null : authority;
      if (cpsAuthority) await rows(tx, sql`update cases set "cpsAuthority" = ${cpsAuthority} where id = ${caseId}`);
      work.record(caseSubject(found), { type: 'PROSECUTOR_ANSWERED', result, receivedOn });
      return { answerId, caseId, isAnswered: ends, cpsAuthority, version: found.version };
    });
  }
}

const nothingOpen = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'prosecutor')),
  message: 'No referral to the Crown Prosecution Service waits for an answer',
});
