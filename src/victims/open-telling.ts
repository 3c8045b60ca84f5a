import sql from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { keepDuties } from '../cases/keep-duties.js';
import { caseSubject } from '../cases/visible-cases.js';
import { tellAskerBy, type Telling } from '../policy/victim-telling.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { victimsToTell } from './victims-to-tell.js';

/**
 * Opens the duty to tell the victim once somebody asks to be told an outcome that stands; part of a unit of work. One that
 * was done is kept to be read; one that is open stays, and is due sooner where whoever asks has enhanced rights.
 */
export async function openTelling(
  work: Work,
  found: { id: string; panelAreaId: string },
  before: Telling | null,
): Promise<void> {
  const { tx, today, record } = work;
  const givenOn = await outcomeDay(tx, found.id);
  if (givenOn === null) return;
  const { enhancedRights } = await victimsToTell(tx, found.id);
  const dueOn = tellAskerBy({ before, givenOn, today, enhancedRights, calendar: await calendarOf(tx) });
  if (await hastenOpen(work, found.id, dueOn)) return;
  await keepDuties(work, found.id, sql`code = 'TELL_VICTIM'`);
  await rows(
    tx,
    sql`insert into duties (id, "caseId", code, "dueOn") values (${newId()}, ${found.id}, 'TELL_VICTIM', ${dueOn})`,
  );
  record(caseSubject(found), { type: 'DUTY_OPENED', code: 'TELL_VICTIM' });
}

/**
 * Who took their agreement back and agrees again is told the outcomes that stand, unless they said otherwise since; part of a
 * unit of work. Of anybody else nothing changes.
 */
export async function tellAgain(work: Work, harmedId: string): Promise<void> {
  const closed = await rows<{ victimId: string; caseId: string; panelAreaId: string }>(
    work.tx,
    sql`select v.id as "victimId", v."caseId", c."panelAreaId" from victims v join cases c on c.id = v."caseId"
        join victim_tellings t on t."victimId" = v.id
        where v."harmedId" = ${harmedId} and t.status = 'CONSENT_WITHDRAWN' order by v.id`,
  );
  for (const { victimId, caseId, panelAreaId } of closed) {
    await rows(work.tx, sql`delete from victim_tellings where "victimId" = ${victimId}`);
    await openTelling(work, { id: caseId, panelAreaId }, null);
  }
}

/** The day of the outcome that stands, or null where none does. */
export async function outcomeDay(source: Source, caseId: string): Promise<string | null> {
  const outcome = await row<{ givenOn: string }>(
    source,
    sql`select o."givenOn" from standing_outcomes o where o."caseId" = ${caseId}`,
  );
  return outcome?.givenOn ?? null;
}

/** Makes the duty that is open due on that day at the latest. Gives whether one was open. */
async function hastenOpen({ tx }: Work, caseId: string, dueOn: string | null): Promise<boolean> {
  const open = await rows(
    tx,
    sql`update duties set "dueOn" = case when "dueOn" is null or "dueOn" > ${dueOn} then ${dueOn} else "dueOn" end
        where "caseId" = ${caseId} and code = 'TELL_VICTIM' and "doneOn" is null returning id`,
  );
  return open.length > 0;
}
