import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { eitherOf } from '../policy/victim-safety.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { VictimSafety, VictimSafetyAction } from './victim-care.entity.js';
import type { SafetyInput } from './victim-care.input.js';
import { Victim } from './victim.entity.js';
import { inFuture, isAfter, victimOf } from './victim-of.js';

@Injectable()
export class RecordSafety {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The panel reads where they meet and what is done; how safe they feel at the end is asked after it has decided. */
  execute(actor: Actor, caseId: string, victimId: string, input: SafetyInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const part = { name: 'VICTIM', isAuthored: false, mayFollow: true } as const;
      const found = await changePreparation(work, 'victim.record', caseId, part);
      const { id } = await victimOf(work.tx, caseId, victimId);
      refuse(faultsIn(input, work.today));
      const { sharedSchool, sharedHome, sharedStreet, actions = [], version } = input;
      const places = { sharedSchool, sharedHome, sharedStreet };
      const changes = { caseId, ...places, ...feltFrom(input) };
      const moved = await writeOne(work.tx, VictimSafety, { victimId: id }, changes, version);
      await work.tx.update(Victim, { id }, { sameSchoolOrHome: eitherOf(sharedSchool, sharedHome) });
      await replaceActions(work, { caseId, victimId: id }, actions);
      work.record(caseSubject(found), { type: 'VICTIM_SAFETY_RECORDED', actions: actions.length });
      return { version: moved };
    });
  }
}

const feltFrom = ({ feltAtStart, feltAtStartOn, feltAtEnd, feltAtEndOn }: SafetyInput) => ({
  ...{ feltAtStart: feltAtStart ?? null, feltAtStartOn: (feltAtStart && feltAtStartOn) ?? null },
  ...{ feltAtEnd: feltAtEnd ?? null, feltAtEndOn: (feltAtEnd && feltAtEndOn) ?? null },
});

async function replaceActions(
  { tx }: Work,
  of: { caseId: string; victimId: string },
  actions: NonNullable<SafetyInput['actions']>,
): Promise<void> {
  await tx.delete(VictimSafetyAction, { victimId: of.victimId });
  for (const [index, { what, who, dueOn, doneOn }] of actions.entries()) {
    const action = { what, who, dueOn, doneOn: doneOn ?? null };
    await tx.insert(VictimSafetyAction, { id: newId(), ...of, position: index + 1, ...action });
  }
}

function faultsIn({ actions = [], ...felt }: SafetyInput, today: string): FieldError[] {
  const { feltAtStart, feltAtStartOn, feltAtEnd, feltAtEndOn } = felt;
  const day = 'Enter the day on which they said so';
  const order = 'The end cannot come before the start';
  const isBefore = Boolean(feltAtStartOn && feltAtEndOn && feltAtEndOn < feltAtStartOn);
  return [
    ...faultIf(feltAtStart !== undefined && !feltAtStartOn, 'feltAtStartOn', day),
    ...faultIf(isAfter(feltAtStartOn, today), 'feltAtStartOn', inFuture),
    ...faultIf(feltAtEnd !== undefined && !feltAtEndOn, 'feltAtEndOn', day),
    ...faultIf(isAfter(feltAtEndOn, today), 'feltAtEndOn', inFuture),
    ...faultIf(isBefore, 'feltAtEndOn', order),
    ...actions.flatMap(({ doneOn }, index) => faultIf(isAfter(doneOn, today), `actions[${index}].doneOn`, inFuture)),
  ];
}
