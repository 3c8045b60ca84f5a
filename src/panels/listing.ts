import sql, { type Sql } from 'sql-template-tag';
import { preparationFacts } from '../assessments/preparation-facts.js';
import type { CaseFound } from '../cases/find-case.js';
import { moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { RuleCode } from '../policy/rules.js';
import type { Evaluation } from '../policy/evaluation.js';
import type { Blocker, Lifted } from '../policy/gate.js';
import { listingBlockers } from '../policy/listing-gates.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { dayOf } from '../platform/clock.js';
import { fromJson, row, rows, type Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { closingOf, type MeetingFound } from './find-meeting.js';
import { AgendaItem } from './meeting.entity.js';
import { placesTaken } from './places.queries.js';

type When = { readonly actorId: string; readonly today: string; readonly now: string };

/**
 * Why a case cannot be listed, or not without a reason: its preparation as it stands now, less what the manager vouched
 * for and no senior reviewer found otherwise since, and where a meeting is named, that meeting. `source` is `read.source`, or the `tx` of a unit.
 */
export async function listingShut(
  source: Source,
  found: CaseFound,
  meeting: MeetingFound | null,
  { actorId, today, now }: When,
): Promise<Blocker[]> {
  const facts = await preparationFacts(source, found, actorId, today);
  const { vouched, signedAt } = await liftedAtSignOff(source, found.id);
  const isReviewedSince = (facts.repeatReview?.reviewedAt ?? '') > signedAt;
  const isVouched = (code: RuleCode): boolean =>
    vouched.has(code) && !(code === 'REPEAT_NOT_REVIEWED' && isReviewedSince);
  const ofCase = preparationBlockers(facts, 'LIST').filter(
    ({ code, severity }) => severity !== 'OVERRIDE' || !isVouched(code),
  );
  return meeting ? [...ofCase, ...(await meetingShut(source, found.id, meeting, now))] : ofCase;
}

type Counted = { readonly listed: number; readonly packsIssued: number; readonly adjournedUntil: string | null };

/** What keeps a case from a meeting: it was cancelled, is over or full, its agenda closed, or it is before the case’s day. */
export async function meetingShut(
  source: Source,
  caseId: string,
  meeting: MeetingFound,
  now: string,
): Promise<Blocker[]> {
  const { id: meetingId, meetingDay, capacity, cancelledAt } = meeting;
  const counted = await row<Counted>(
    source,
    sql`select ${placesTaken(meetingId)} as "listed",
               (select cast(count(*) as integer) from packs k where k."meetingId" = ${meetingId}) as "packsIssued",
               (${untilOf(caseId)}) as "adjournedUntil"`,
  );
  const { listed = null, packsIssued = null, adjournedUntil = null } = counted ?? {};
  return listingBlockers({
    ...{ meetingId, meetingDay, isCancelled: cancelledAt !== null, isOver: meetingDay < dayOf(now) },
    ...{ capacity, listed, packsIssued, adjournedUntil, closesAt: closingOf(meeting), now },
  });
}

/** The day until which a case was adjourned when it was last on an agenda. */
const untilOf = (caseId: string): Sql =>
  sql`select i."adjournUntil" from agenda_items i where i."caseId" = ${caseId} order by i.id desc limit 1`;

/** That day, where it has not passed: what is listed before it needs a reason. */
export async function adjournedUntil(source: Source, caseId: string, today: string): Promise<string | null> {
  const found = await row<{ adjournUntil: string | null }>(source, untilOf(caseId));
  const until = found?.adjournUntil ?? null;
  return until !== null && until > today ? until : null;
}

/** What the manager passed over at the sign-off, with a reason, holds as long as the sign-off: nothing was changed since. */
async function liftedAtSignOff(source: Source, caseId: string): Promise<{ vouched: Set<string>; signedAt: string }> {
  const signed = await row<{ evaluation: string; signedAt: string }>(
    source,
    sql`select s.evaluation, s."signedAt" from sign_offs s where s."caseId" = ${caseId} order by s."signedAt" desc limit 1`,
  );
  const { overrides = [] } = fromJson<Partial<Evaluation>>(signed?.evaluation, {});
  return { vouched: new Set(overrides.map(({ code }) => code)), signedAt: signed?.signedAt ?? '' };
}

export type Listed = { readonly itemId: string; readonly position: number; readonly found: CaseFound };

/**
 * Puts a claimed case at the end of the agenda of a locked meeting, or refuses with what is shut. A return that waited for
 * the case is settled by it.
 */
export async function listOn(
  work: Work,
  meeting: MeetingFound,
  found: CaseFound,
  { shut, overridden }: { readonly shut: readonly Blocker[]; readonly overridden: readonly Lifted[] },
): Promise<Listed> {
  const { tx, now, actor, record } = work;
  const moved = await moveCase(work, found, 'LIST', { blockers: shut });
  const position = await nextPosition(tx, meeting.id);
  const overrides = overridden.map(({ code, reason }) => ({ code, reason }));
  const item = { id: newId(), meetingId: meeting.id, caseId: found.id, position, overrides };
  await tx.insert(AgendaItem, { ...item, listedBy: actor.personId, listedAt: now });
  record(caseSubject(found), { type: 'CASE_LISTED', meetingId: meeting.id });
  for (const { code } of overrides) record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
  await settleReturns(work, found.id);
  return { itemId: item.id, position, found: moved };
}

/** A return that waited for the case no longer counts. */
export async function settleReturns({ tx, now }: Work, caseId: string): Promise<void> {
  await rows(
    tx,
    sql`update agenda_returns set "settledAt" = ${now} where "caseId" = ${caseId} and "settledAt" is null`,
  );
}

async function nextPosition(source: Source, meetingId: string): Promise<number> {
  const last = await row<{ position: number }>(
    source,
    sql`select i.position from agenda_items i where i."meetingId" = ${meetingId} order by i.position desc limit 1`,
  );
  return (last?.position ?? 0) + 1;
}
