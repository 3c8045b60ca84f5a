import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { reopenSections } from '../cases/reopen-sections.js';
import { blocker } from '../policy/gate.js';
import { newsOfAdjournment } from '../policy/late-news.js';
import { type AdjournReason, stateBlockers } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { row, type Source } from '../platform/database/read.js';
import { Blocked, faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { addActions, ownerFaults } from './add-panel-action.js';
import { carriedOf, type Waiting } from './adjournments.queries.js';
import { dueTooLate } from './adjournments.view.js';
import { AgendaItem } from './meeting.entity.js';
import type { AdjournmentInput } from './meeting.input.js';
import { currentItem } from './meetings.queries.js';
import { planReturn, type Returning, returnToAgenda } from './return-to-agenda.js';

export type CaseAdjourned = {
  caseId: string;
  state: string;
  version: number;
  /** The day of the meeting for which it is listed already; null while it waits. */
  cameBackTo: string | null;
  waits: Waiting | null;
  /** What the panel asked for that is due only after the case is heard again. */
  dueTooLate: { what: string; dueOn: string }[];
};

@Injectable()
export class AdjournCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes the case from the meeting with its reason: back to preparation, or ready to be listed again. With where it comes
   * back it is listed there as soon as it is ready, which may be at once.
   */
  execute(actor: Actor, caseId: string, input: AdjournmentInput): Promise<CaseAdjourned> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today } = work;
      const { meetingId, reasonCode, reason = null, until = null, actions = [] } = input;
      const faults = [
        ...faultIf(reasonCode === 'OTHER' && !reason, 'reason', 'Enter why the case is adjourned'),
        ...faultIf(until !== null && until < today, 'until', 'Enter a day that has not passed'),
      ];
      refuse(faults);
      const found = await claimCase(work, 'meeting.run', caseId, input.version);
      const item = await currentItem(tx, caseId);
      const isHere = item?.meetingId === meetingId && item.adjournedAt === null;
      const shut = [
        ...stateBlockers('ADJOURN', found.state, caseId),
        ...(isHere ? [] : [blocker('NOT_ON_AGENDA', `/meetings/${item?.meetingId ?? meetingId}`)]),
      ];
      if (shut.length > 0 || !item) throw new Blocked(shut);
      const further = [...(await returnFaults(work, found, input)), ...(await ownerFaults(tx, found, actions, today))];
      refuse(further);
      await addActions(work, found, actions, meetingId);
      const returning = returningOf(input);
      const moved = await adjournItem(work, found, item.id, { reasonCode, reason, until, returning });
      return { caseId, state: moved.state, version: found.version, ...(await whatCame(tx, caseId)) };
    });
  }
}

/** Whoever adjourned is told where the case comes back, or what keeps it from coming back. */
async function whatCame(
  source: Source,
  caseId: string,
): Promise<Pick<CaseAdjourned, 'cameBackTo' | 'waits' | 'dueTooLate'>> {
  const { adjournments, asked } = await carriedOf(source, caseId);
  const [last] = adjournments;
  if (!last) return { cameBackTo: null, waits: null, dueTooLate: [] };
  const late = dueTooLate(asked, last).map(({ what, dueOn }) => ({ what, dueOn }));
  return { cameBackTo: last.cameBackTo, waits: last.waits, dueTooLate: late };
}

type Adjourned = {
  readonly reasonCode: AdjournReason;
  readonly reason: string | null;
  readonly until: string | null;
  readonly returning: Returning | null;
};

/** Adjourns a claimed case that stands on an agenda, and reopens what the panel found missing; gives it as it stands afterwards, which may be on another agenda. */
export async function adjournItem(
  work: Work,
  found: CaseFound,
  itemId: string,
  { reasonCode, reason, until, returning }: Adjourned,
): Promise<CaseFound> {
  const { tx, now } = work;
  const adjourned = { adjournReasonCode: reasonCode, adjournReason: reason, adjournUntil: until };
  await tx.update(AgendaItem, { id: itemId }, { adjournedAt: now, ...adjourned });
  const news = newsOfAdjournment(reasonCode);
  if (news) await reopenSections(work, found, { news });
  const moved = await moveCase(work, found, 'ADJOURN', { reasonCode });
  if (returning) await planReturn(work, { caseId: found.id, itemId }, returning);
  return moved.state === 'READY' ? returnToAgenda(work, moved) : moved;
}

/** The next meeting where none is named: an adjourned case that nobody gave a place would be forgotten. */
const returningOf = ({ returnTo = 'NEXT', until }: AdjournmentInput): Returning => ({
  meetingId: returnTo === 'NEXT' ? null : returnTo,
  fromDay: until ?? null,
});

/** A meeting to come back to is another one of the same panel, to come, and not before the day that was given. */
async function returnFaults(
  { tx, now }: Work,
  { panelAreaId }: CaseFound,
  { returnTo, meetingId, until }: AdjournmentInput,
): Promise<FieldError[]> {
  if (returnTo === undefined || returnTo === 'NEXT') return [];
  const meeting = await row<{ startsAt: string; meetingDay: string }>(
    tx,
    sql`select m."startsAt", m."meetingDay" from meetings m
        where m.id = ${returnTo} and m."panelAreaId" = ${panelAreaId} and m."cancelledAt" is null`,
  );
  const isToCome = meeting !== null && returnTo !== meetingId && meeting.startsAt > now;
  return [
    ...faultIf(!isToCome, 'returnTo', 'Select another meeting of this panel that is still to come'),
    ...faultIf(
      isToCome && until !== undefined && meeting.meetingDay < until,
      'returnTo',
      'Select a meeting that is not before the day until which the case is adjourned',
    ),
  ];
}
