import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { VictimNeeds } from './victim-care.entity.js';
import type { NeedsInput } from './victim-care.input.js';
import { takenBack, victimOf } from './victim-of.js';

@Injectable()
export class RecordNeeds {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Asked once for the person; kept only while they agree, and gone when they no longer do. */
  execute(actor: Actor, caseId: string, victimId: string, input: NeedsInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      refuse([...faultsIn(input), ...(input.agrees === 'YES' ? await takenBack(tx, harmedId, 'agrees') : [])]);
      const changes = { agrees: input.agrees, recordedOn: today, ...needsFrom(input) };
      const version = await writeOne(tx, VictimNeeds, { harmedId }, changes, input.version);
      record(caseSubject(found), { type: 'VICTIM_NEEDS_RECORDED', kept: input.agrees === 'YES' });
      return { version };
    });
  }
}

const needs = ['ethnicityCode', 'disability', 'communication', 'language', 'otherNeeds'] as const;

const needsFrom = (input: NeedsInput): Pick<VictimNeeds, (typeof needs)[number]> => ({
  ethnicityCode: input.ethnicityCode || null,
  disability: input.disability || null,
  communication: input.communication || null,
  language: input.language || null,
  otherNeeds: input.otherNeeds || null,
});

const faultsIn = (input: NeedsInput): FieldError[] =>
  needs.flatMap((field) =>
    faultIf(input.agrees === 'NO' && isWritten(input[field]), field, 'This is kept only when they agree'),
  );
