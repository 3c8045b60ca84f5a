import type { QueryRunner } from 'typeorm';
import { newId } from '../../ids.js';
import { ForwardOnly } from './forward-only.js';

/** Who gave each judgement and every earlier one; and one record of referrals for every other forum. */
export class JudgementsAndReferrals1700000015000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table judgements add column "recordedBy" text references people (id)`);
    await runner.query(`alter table judgements add column "recordedAt" text`);
    for (const [column, told] of [
      ['recordedBy', 'actorId'],
      ['recordedAt', 'at'],
    ]) {
      await runner.query(`update judgements set "${column}" = (
        select t."${told}" from trail_entries t where t."subjectType" = 'CASE' and t."subjectId" = judgements."caseId"
          and t.type = 'JUDGEMENT_RECORDED' and t.details like '%"' || judgements.judgement || '"%'
        order by t.at desc, t.sequence desc limit 1)`);
    }
    await runner.query(`create table earlier_judgements (
      id text not null primary key, "caseId" text not null references cases (id), judgement text not null,
      level text not null, reasoning text, who text, what text, "when" text, controls text, contingency text,
      version integer not null, "recordedBy" text references people (id), "recordedAt" text,
      unique ("caseId", judgement, version))`);
    await runner.query(`create table forum_referrals (
      id text not null primary key, "caseId" text not null references cases (id), forum text not null,
      because text not null, "openedBy" text references people (id), "openedAt" text not null, "referredOn" text,
      "referredTo" text, result text, "resultOn" text, "recordedBy" text references people (id), "recordedAt" text,
      version integer not null)`);
    await runner.query(`create index forum_referrals_by_case on forum_referrals ("caseId", forum, id)`);
    await openReferrals(runner);
    await runner.query(`drop table management_referrals`);
  }
}

type Kept = { caseId: string; judgement: string | null; at: string | null; referredOn: string | null };
type Opened = { because: string[]; openedAt: string; referredOn: string | null; result: string | null };

/** What was referred, and what should have been: every level that is high now opens the referral it always asked for. */
async function openReferrals(runner: QueryRunner): Promise<void> {
  const found: (Kept & { result: string | null })[] = await runner.query(
    `select j."caseId", j.judgement, j."recordedAt" as "at", null as "referredOn", null as "result"
     from judgements j where j.level in ('HIGH', 'VERY_HIGH')
     union all
     select m."caseId", null, null, m."referredOn", m.result from management_referrals m`,
  );
  const cases = new Map<string, Opened>();
  for (const { caseId, judgement, at, referredOn, result } of found) {
    const day = referredOn === null ? null : `${referredOn}T00:00:00.000Z`;
    const known = cases.get(caseId) ?? { because: [], openedAt: '', referredOn: null, result: null };
    cases.set(caseId, {
      because: judgement ? [...known.because, judgement] : known.because,
      openedAt: [known.openedAt, at ?? '', day ?? ''].filter(Boolean).toSorted()[0] ?? '',
      referredOn: known.referredOn ?? referredOn,
      result: known.result ?? result,
    });
  }
  for (const [caseId, { because, openedAt, referredOn, result }] of cases) {
    const reasons = JSON.stringify(because.length > 0 ? because : ['OTHER']);
    await runner.query(
      `insert into forum_referrals (id, "caseId", forum, because, "openedAt", "referredOn", result, version)
       values ($1, $2, 'CASE_MANAGEMENT_AND_DIVERSITY_PANEL', $3, $4, $5, $6, 1)`,
      [newId(), caseId, reasons, openedAt || new Date().toISOString(), referredOn, result],
    );
  }
}
