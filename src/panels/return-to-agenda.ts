import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { caseColumns, type CaseFound } from '../cases/find-case.js';
import { ReadySteps } from '../cases/ready-steps.js';
import { caseSubject } from '../cases/visible-cases.js';
import { openWith } from '../policy/gate.js';
import { returnBlockers } from '../policy/listing-gates.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { lockMeeting } from './find-meeting.js';
import { listingShut, listOn, settleReturns } from './listing.js';
import { AgendaReturn } from './meeting-plans.entity.js';

/** Where a case is to come back: a meeting that was chosen, or the next one from a day on. */
export type Returning = { readonly meetingId: string | null; readonly fromDay: string | null };

/** A case that was adjourned comes back to an agenda by itself as soon as it is ready again. */
@Injectable()
export class ReturnsToAgenda implements OnModuleInit {
  constructor(private readonly readySteps: ReadySteps) {}

  onModuleInit(): void {
    this.readySteps.add(returnToAgenda);
  }
}

/** Says where an adjourned case comes back; what was said before no longer counts. */
export async function planReturn(
  work: Work,
  { caseId, itemId }: { readonly caseId: string; readonly itemId: string },
  { meetingId, fromDay }: Returning,
): Promise<void> {
  const { tx, actor, now } = work;
  await settleReturns(work, caseId);
  const planned = { id: newId(), caseId, itemId, meetingId, fromDay };
  const open = { triedAt: null, shut: null, settledAt: null };
  await tx.insert(AgendaReturn, { ...planned, ...open, createdBy: actor.personId, createdAt: now });
}

type Planned = Returning & { readonly id: string; readonly itemId: string };

/**
 * Lists a case that is ready for the meeting to which it comes back. Where a gate is shut it stays ready, and what is shut
 * is kept for the panel administrator: no reason was given, so nothing is passed over.
 */
export async function returnToAgenda(work: Work, found: CaseFound): Promise<CaseFound> {
  const { tx, now, today, actor, record } = work;
  const planned = await row<Planned>(
    tx,
    sql`select r.id, r."itemId", r."meetingId", r."fromDay" from agenda_returns r
        where r."caseId" = ${found.id} and r."settledAt" is null order by r.id desc limit 1`,
  );
  if (!planned) return found;
  const meetingId = planned.meetingId ?? (await nextMeeting(tx, found, planned, now));
  const meeting = meetingId === null ? null : await lockMeeting(work, 'meeting.read', meetingId);
  const blockers = [
    ...returnBlockers({ caseId: found.id, meetingId: meeting && meeting.startsAt > now ? meeting.id : null }),
    ...(await listingShut(tx, found, meeting, { actorId: actor.personId, today, now })),
  ];
  const opened = openWith(blockers, [], false);
  if (opened.shut.length > 0 || !meeting) {
    const codes = [...new Set(opened.shut.map(({ code }) => code))];
    await tx.update(AgendaReturn, { id: planned.id }, { triedAt: now, shut: codes });
    record(caseSubject(found), { type: 'RETURN_TO_AGENDA_SHUT', codes });
    return found;
  }
  record(caseSubject(found), { type: 'CASE_RETURNED_TO_AGENDA', meetingId: meeting.id });
  return (await listOn(work, meeting, found, opened)).found;
}

/** The next meeting of the series from which it was adjourned; of the area, where that meeting was of none. */
async function nextMeeting(
  source: Source,
  found: CaseFound,
  { itemId, fromDay }: Planned,
  now: string,
): Promise<string | null> {
  const next = await row<{ id: string }>(
    source,
    sql`select m.id from meetings m join agenda_items i on i.id = ${itemId} join meetings b on b.id = i."meetingId"
        where m."panelAreaId" = ${found.panelAreaId} and m."startsAt" > ${now} and m.id <> b.id
          and m."meetingDay" >= ${fromDay ?? ''} and m."cancelledAt" is null and m."extraordinaryBecause" is null
          and (b."seriesId" is null or m."seriesId" = b."seriesId")
        order by m."startsAt", m.id limit 1`,
  );
  return next?.id ?? null;
}

/** Tries again for the ready cases of an area that found no meeting to come back to: there is one now. */
export async function bringWaitingBack(work: Work, panelAreaId: string): Promise<void> {
  const waiting = await rows<Omit<CaseFound, 'reader'>>(
    work.tx,
    sql`select ${caseColumns}
        from agenda_returns r join cases c on c.id = r."caseId" join children k on k.id = c."childId"
        where c."panelAreaId" = ${panelAreaId} and c.state = 'READY' and r."settledAt" is null
          and r."meetingId" is null and r.shut like '%NO_LATER_MEETING%' order by r.id`,
  );
  for (const found of waiting) {
    await rows(work.tx, sql`update cases set version = version + 1 where id = ${found.id}`);
    await returnToAgenda(work, { ...found, reader: null });
  }
}
