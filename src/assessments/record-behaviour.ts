import { Injectable } from '@nestjs/common';
import { findCase } from '../cases/find-case.js';
import { reopenForChild } from '../cases/reopen-for-child.js';
import type {
  BehaviourCorrectionInput,
  BehaviourInput,
  BehaviourWithdrawalInput,
} from '../children/behaviour.input.js';
import { addBehaviour, correctBehaviour, withdrawBehaviour } from '../children/record-behaviour.js';
import type { BehaviourKind } from '../policy/earlier-behaviour.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';

const PERMISSION = 'disposal.record';

type Kept = { id: string; version: number };

/**
 * What is known of a child's earlier behaviour, recorded from one of the child's cases. It is news to every case of the
 * child that was signed off, this one or another; what an author of this one writes of it is another act.
 */
@Injectable()
export class RecordBehaviour {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, caseId: string, input: BehaviourInput): Promise<Kept> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await findCase(work.tx, actor, PERMISSION, caseId);
      const id = await addBehaviour(work, found, input);
      await tell(work, found.identityId, input.kind);
      return { id, version: 1 };
    });
  }

  correct(actor: Actor, caseId: string, id: string, input: BehaviourCorrectionInput): Promise<Kept> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await findCase(work.tx, actor, PERMISSION, caseId);
      const { kind, version } = await correctBehaviour(work, found, id, input);
      await tell(work, found.identityId, kind);
      return { id, version };
    });
  }

  withdraw(actor: Actor, caseId: string, id: string, input: BehaviourWithdrawalInput): Promise<Kept> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await findCase(work.tx, actor, PERMISSION, caseId);
      const { kind, version } = await withdrawBehaviour(work, found, id, input);
      await tell(work, found.identityId, kind);
      return { id, version };
    });
  }
}

const tell = (work: Work, identityId: string, kind: BehaviourKind): Promise<void> =>
  reopenForChild(work, identityId, 'EARLIER_BEHAVIOUR', kind);
