import { Injectable } from '@nestjs/common';
import { faultsInOrder } from '../cases/faults-in-order.js';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, Invalid, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { finishTelling } from './finish-telling.js';
import { VictimTelling } from './victim-care.entity.js';
import type { TellingInput } from './victim-care.input.js';
import { openTelling, outcomeDay } from './open-telling.js';
import { inFuture, isAfter, takenBack, victimOf } from './victim-of.js';

export type TellingRecorded = { version: number; dutyDone: boolean };

@Injectable()
export class RecordTelling {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Who wants to be told may say so at any time; once all were told, or do not want to be, the duty is done by itself. */
  execute(actor: Actor, caseId: string, victimId: string, input: TellingInput): Promise<TellingRecorded> {
    return this.unitOfWork.run(actor, (work) => recordTelling(work, caseId, victimId, input));
  }
}

/** The same as part of a unit of work: a letter that tells a victim the outcome is recorded with it, or not at all. */
export async function recordTelling(
  work: Work,
  caseId: string,
  victimId: string,
  input: TellingInput,
): Promise<TellingRecorded> {
  const { tx, today, record } = work;
  const found = await claimCase(work, 'victim.record', caseId);
  const { harmedId } = await victimOf(tx, caseId, victimId);
  refuse(faultsIn(input, today));
  if (input.status === 'TOLD') await refuseBeforeOutcome(work, caseId, input.toldOn);
  else if (input.status === 'WANTS_TO_BE_TOLD') refuse(await takenBack(tx, harmedId, 'status'));
  const isTold = input.status === 'TOLD';
  const told = { toldOn: (isTold && input.toldOn) || null, how: (isTold && input.how) || null };
  const changes = { caseId, status: input.status, ...told };
  const before = await tx.findOneBy(VictimTelling, { victimId });
  const version = await writeOne(tx, VictimTelling, { victimId }, changes, input.version);
  record(caseSubject(found), { type: 'VICTIM_TELLING_RECORDED', status: input.status });
  if (input.status === 'WANTS_TO_BE_TOLD') await openTelling(work, found, before?.status ?? null);
  return { version, dutyDone: await finishTelling(work, found) };
}

const noOutcome = { field: 'status', message: 'There is no outcome yet of which to tell them' };

async function refuseBeforeOutcome({ tx }: Work, caseId: string, toldOn: string | undefined): Promise<void> {
  const givenOn = await outcomeDay(tx, caseId);
  if (givenOn === null) throw new Invalid([noOutcome]);
  const faults = faultsInOrder({ givenOn, victimInformedOn: toldOn }, { victimInformedOn: 'toldOn' });
  refuse(faults);
}

function faultsIn({ status, toldOn, how }: TellingInput, today: string): FieldError[] {
  if (status !== 'TOLD') return [];
  return [
    ...faultIf(!toldOn, 'toldOn', 'Enter the day on which they were told'),
    ...faultIf(isAfter(toldOn, today), 'toldOn', inFuture),
    ...faultIf(!isWritten(how), 'how', 'Enter how they were told'),
  ];
}
