import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { claimCase, moveCase } from '../cases/move-case.js';
import { blocker } from '../policy/gate.js';
import { stateBlockers } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { row, type Source } from '../platform/database/read.js';
import { Blocked, Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { AgendaItem } from './meeting.entity.js';
import type { AdjournmentInput } from './meeting.input.js';

export type CaseAdjourned = { caseId: string; state: string; version: number };

@Injectable()
export class AdjournCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes the case from the meeting with its reason: back to preparation, or ready to be listed again. */
  execute(actor: Actor, caseId: string, input: AdjournmentInput): Promise<CaseAdjourned> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today } = work;
      const { meetingId, reasonCode, reason = null, until = null } = input;
      const faults = [
        ...(reasonCode === 'OTHER' && !reason ? [{ field: 'reason', message: 'Enter why the case is adjourned' }] : []),
        ...(until && until < today ? [{ field: 'until', message: 'Enter a day that has not passed' }] : []),
      ];
      if (faults.length > 0) throw new Invalid(faults);
      const found = await claimCase(work, 'meeting.run', caseId, input.version);
      const item = await currentItem(tx, caseId);
      const isHere = item?.meetingId === meetingId && item.adjournedAt === null;
      const shut = [
        ...stateBlockers('ADJOURN', found.state, caseId),
        ...(isHere ? [] : [blocker('NOT_ON_AGENDA', `/meetings/${item?.meetingId ?? meetingId}`)]),
      ];
      if (shut.length > 0 || !item) throw new Blocked(shut);
      const adjourned = { adjournReasonCode: reasonCode, adjournReason: reason, adjournUntil: until };
      await tx.update(AgendaItem, { id: item.id }, { adjournedAt: now, ...adjourned });
      const moved = await moveCase(work, found, 'ADJOURN', { reasonCode });
      return { caseId, state: moved.state, version: found.version };
    });
  }
}

export type CurrentItem = { id: string; meetingId: string; adjournedAt: string | null };

/** The latest item of a case on any agenda: the one that counts. */
export const currentItem = (source: Source, caseId: string): Promise<CurrentItem | null> =>
  row<CurrentItem>(
    source,
    sql`select i.id, i."meetingId", i."adjournedAt" from agenda_items i
        where i."caseId" = ${caseId} order by i.id desc limit 1`,
  );
