import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { followCompletion } from '../children/follow-completion.js';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase } from '../cases/move-case.js';
import { reopenForChild } from '../cases/reopen-for-child.js';
import { caseSubject } from '../cases/visible-cases.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { editionAt } from '../policy/disposal-book.js';
import type { Evaluation } from '../policy/evaluation.js';
import { blocker, casePage, isWritten } from '../policy/gate.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { fromJson, row } from '../platform/database/read.js';
import { Blocked, faultIf, type FieldError, Invalid } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { completedBy } from './completed-by.js';
import { Delivery, type DeliveryStatus } from './delivery.entity.js';
import type { DeliveryInput } from './delivery.input.js';

/** While something is being delivered, or its end can be put right. */
export const deliveryStates: readonly CaseState[] = ['DECIDED', 'OUTCOME_RECORDED'];

/** `version` is that of the delivery, `caseVersion` that of the case, which every change moves on. */
export type DeliveryRecorded = { caseId: string; status: DeliveryStatus; version: number; caseVersion: number };

@Injectable()
export class RecordDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What was agreed, who sees to it, and how it went; an outcome that is recorded already follows it. */
  execute(actor: Actor, caseId: string, input: DeliveryInput): Promise<DeliveryRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const faults = faultsIn(input, work.today);
      if (faults.length > 0) throw new Invalid(faults);
      const found = await claimCase(work, 'delivery.record', caseId);
      if (!deliveryStates.includes(found.state)) throw new Blocked([notNow(caseId)]);
      const { status } = input;
      if (found.state === 'OUTCOME_RECORDED') await follow(work, found, status);
      const version = await writeOne(work.tx, Delivery, { caseId }, changesFrom(input), input.version);
      work.record(caseSubject(found), { type: 'DELIVERY_RECORDED', status });
      return { caseId, status, version, caseVersion: found.version };
    });
  }
}

const changesFrom = ({ status, startedOn, endedOn, actions = [], notCompletedReason }: DeliveryInput) => ({
  status,
  startedOn: startedOn ?? null,
  endedOn: endedOn ?? null,
  actions: actions.map(({ description, owner, due }) => ({ description, owner, due })),
  notCompletedReason: status === 'NOT_COMPLETED' ? (notCompletedReason ?? null) : null,
});

function faultsIn(input: DeliveryInput, today: string): FieldError[] {
  const { status, startedOn = '', endedOn = '', notCompletedReason } = input;
  const future = 'The day must be today or in the past';
  const isUnexplained = status === 'NOT_COMPLETED' && !isWritten(notCompletedReason);
  return [
    ...faultIf(startedOn > today, 'startedOn', future),
    ...faultIf(endedOn > today, 'endedOn', future),
    ...faultIf(Boolean(endedOn) && startedOn > endedOn, 'endedOn', 'The last day cannot be before the first'),
    ...faultIf(isUnexplained, 'notCompletedReason', 'Enter why it was not completed'),
  ];
}

const notNow = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, '').replace(/\/$/, '')),
  message: 'Delivery is recorded from the police decision until the case is closed',
});

/** An outcome that stands on a completed activity cannot lose it; any other says from now on what delivery says. */
async function follow(work: Work, { id: caseId, identityId }: CaseFound, status: DeliveryStatus): Promise<void> {
  const outcome = await row<{ disposal: string; evaluation: string }>(
    work.tx,
    sql`select o.disposal, o.evaluation from outcomes o where o."caseId" = ${caseId}`,
  );
  const { disposalEdition } = fromJson<Partial<Evaluation>>(outcome?.evaluation, {});
  const held = editionAt(await storedEditions(work.tx), outcome?.disposal ?? '', disposalEdition);
  if (held?.row.activity && status !== 'COMPLETED') {
    const message = 'The outcome was recorded because the activity was completed';
    throw new Blocked([{ ...blocker('ACTIVITY_NOT_COMPLETED', casePage({ caseId }, 'outcome')), message }]);
  }
  const isNews = await followCompletion(work, caseId, completedBy(status));
  if (isNews) await reopenForChild(work, identityId, 'EARLIER_DISPOSAL');
}
