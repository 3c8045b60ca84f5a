import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { attemptDays, heardTooEarly } from '../cases/heard-too-early.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { VictimView } from './victim.entity.js';
import { inFuture, takenBack, victimOf } from './victim-of.js';
import type { VictimViewInput } from './victim-view.input.js';
import { putAway } from './views-put-away.js';

@Injectable()
export class RecordVictimView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the victim said is read by the panel, so whoever writes it down is one of the preparation's authors. */
  execute(actor: Actor, caseId: string, victimId: string, input: VictimViewInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const part = { name: 'VICTIM', isAuthored: true, news: { news: 'VICTIM_VIEW' } } as const;
      const found = await changePreparation(work, 'victim.record', caseId, part);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      const { obtainedOn, attempts } = input;
      const early = await heardTooEarly(tx, caseId, { obtainedOn, ...attemptDays(attempts) });
      refuse([...faultsIn(input, today), ...early]);
      refuse(await takenBack(tx, harmedId, 'status'));
      const changes = { caseId, ...viewFrom(input) };
      const before = await lockOne(tx, VictimView, { victimId });
      if (before && isWrittenOver(before, changes)) await putAway(work, victimId, 'CHANGED');
      const version = await writeOne(tx, VictimView, { victimId }, changes, input.version);
      record(caseSubject(found), { type: 'VICTIM_VIEW_RECORDED', status: input.status });
      return { version };
    });
  }
}

const viewFrom = (input: VictimViewInput): Omit<VictimView, 'victimId' | 'caseId' | 'version'> => ({
  status: input.status,
  obtainedOn: input.obtainedOn ?? null,
  view: input.view || null,
  impact: input.impact || null,
  safetyNeeds: input.safetyNeeds || null,
  restorativeWish: input.restorativeWish || null,
  attempts: (input.attempts ?? []).map(({ on, how, result }) => ({ on, how, result })),
  reason: input.reason || null,
});

const words = ['view', 'impact', 'safetyNeeds', 'restorativeWish', 'reason'] as const;

/** That something was said, and what is written now is not the same. */
const isWrittenOver = (before: VictimView, after: Partial<VictimView>): boolean =>
  words.some((column) => before[column] !== null) &&
  (['status', 'obtainedOn', ...words] as const).some((column) => before[column] !== after[column]);

function faultsIn({ status, obtainedOn, view, reason, attempts = [] }: VictimViewInput, today: string): FieldError[] {
  return [
    ...faultIf(status === 'OBTAINED' && !obtainedOn, 'obtainedOn', 'Enter the day on which the victim gave their view'),
    ...faultIf(obtainedOn !== undefined && obtainedOn > today, 'obtainedOn', inFuture),
    ...faultIf(status === 'OBTAINED' && !isWritten(view), 'view', 'Enter what the victim said'),
    ...faultIf(status === 'CONSENT_REFUSED' && !isWritten(reason), 'reason', 'Enter why the victim did not agree'),
    ...attempts.flatMap(({ on }, index) => faultIf(on > today, `attempts[${index}].on`, inFuture)),
  ];
}
