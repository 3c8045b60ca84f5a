import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { caseColumns, type CaseFound } from '../cases/find-case.js';
import { ReadySteps } from '../cases/ready-steps.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Blocker, type Opened, openWith } from '../policy/gate.js';
import { returnBlockers, waitsForMeeting } from '../policy/listing-gates.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { lockMeeting, type MeetingFound } from './find-meeting.js';
import { listingShut, listOn, meetingShut, settleReturns } from './listing.js';
import { AgendaReturn } from './meeting-plans.entity.js';

/** Where a case is to come back: a meeting that was chosen, or the next one after its own, from a day on. */
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

/** How many meetings are tried, so that a return ends: those of a quarter, where the panel meets every week. */
const MOST_TRIED = 13;

/**
 * Lists a case that is ready for the meeting to which it comes back, or for the first later one that takes it. Where none
 * does it stays ready, and what is shut is kept for the panel administrator: no reason was given, so nothing is passed over.
 */
export async function returnToAgenda(work: Work, found: CaseFound): Promise<CaseFound> {
  const { tx, now, record } = work;
  const planned = await row<Planned>(
    tx,
    sql`select r.id, r."itemId", r."meetingId", r."fromDay" from agenda_returns r
        where r."caseId" = ${found.id} and r."settledAt" is null order by r.id desc limit 1`,
  );
  if (!planned) return found;
  const { meeting, opened } = await placeFor(work, found, await meetingsToTry(tx, found, planned, now));
  if (!meeting) {
    const codes = [...new Set(opened.shut.map(({ code }) => code))];
    await tx.update(AgendaReturn, { id: planned.id }, { triedAt: now, shut: codes });
    record(caseSubject(found), { type: 'RETURN_TO_AGENDA_SHUT', codes });
    return found;
  }
  record(caseSubject(found), { type: 'CASE_RETURNED_TO_AGENDA', meetingId: meeting.id });
  return (await listOn(work, meeting, found, opened)).found;
}

/** The first of some meetings at which every gate is open for the case; none, and what is shut at those that were tried. */
async function placeFor(
  work: Work,
  found: CaseFound,
  meetingIds: readonly string[],
): Promise<{ readonly meeting: MeetingFound | null; readonly opened: Opened }> {
  const { tx, now, today, actor } = work;
  const ofCase = [
    ...returnBlockers({ caseId: found.id, meetingId: meetingIds[0] ?? null }),
    ...(await listingShut(tx, found, null, { actorId: actor.personId, today, now })),
  ];
  let opened = openWith(ofCase, [], false);
  if (opened.shut.length > 0) return { meeting: null, opened };
  const shut: Blocker[] = [];
  for (const id of meetingIds) {
    const meeting = await lockMeeting(work, 'meeting.read', id);
    opened = openWith([...ofCase, ...(await meetingShut(tx, found.id, meeting, now))], [], false);
    if (opened.shut.length === 0) return { meeting, opened };
    shut.push(...opened.shut);
  }
  return { meeting: null, opened: { ...opened, shut } };
}

/**
 * The meeting that was chosen, whatever became of it, then those after it; where none was chosen, those after the one from
 * which the case was adjourned. They are of the same series, or of the area where that meeting was of none or its series
 * holds no more. None is before the day that was given, or extraordinary: that is called for what cannot wait.
 */
async function meetingsToTry(
  source: Source,
  found: CaseFound,
  { itemId, meetingId, fromDay }: Planned,
  now: string,
): Promise<string[]> {
  const tried = await rows<{ id: string }>(
    source,
    sql`select m.id from meetings m join agenda_items i on i.id = ${itemId} join meetings b on b.id = i."meetingId"
        left join meetings w on w.id = ${meetingId}
        where m."panelAreaId" = ${found.panelAreaId} and m."startsAt" > ${now} and m.id <> b.id
          and (m.id = w.id or (m."startsAt" > coalesce(w."startsAt", b."startsAt") and m."meetingDay" >= ${fromDay ?? ''}
            and m."cancelledAt" is null and m."extraordinaryBecause" is null
            and (b."seriesId" is null or m."seriesId" = b."seriesId" or not exists (
              select 1 from meetings s where s."seriesId" = b."seriesId" and s."startsAt" > b."startsAt"
                and s."startsAt" > ${now} and s."cancelledAt" is null))))
        order by case when m.id = w.id then 0 else 1 end, m."startsAt", m.id limit ${MOST_TRIED}`,
  );
  return tried.map(({ id }) => id);
}

/** Tries again for the ready cases of an area that no meeting took: there may be one now. */
export async function bringWaitingBack(work: Work, panelAreaId: string): Promise<void> {
  const waiting = await rows<Omit<CaseFound, 'reader'>>(
    work.tx,
    sql`select ${caseColumns}
        from agenda_returns r join cases c on c.id = r."caseId" join children k on k.id = c."childId"
        where c."panelAreaId" = ${panelAreaId} and c.state = 'READY' and r."settledAt" is null
          and (${join(
            waitsForMeeting.map((code) => sql`r.shut like ${`%${code}%`}`),
            ' or ',
          )}) order by r.id`,
  );
  for (const found of waiting) {
    await rows(work.tx, sql`update cases set version = version + 1 where id = ${found.id}`);
    await returnToAgenda(work, { ...found, reader: null });
  }
}
