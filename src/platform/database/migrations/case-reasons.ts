import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** Why a case was moved, in the words of whoever moved it: the trail holds codes alone. And what the caseload is read by. */
export class CaseReasons1700000003500 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_move_reasons (
      id text not null primary key, "caseId" text not null references cases (id), action text not null, reason text not null,
      "movedBy" text not null references people (id), "movedAt" text not null)`);
    await runner.query(`create index move_reasons_by_case on case_move_reasons ("caseId", "movedAt")`);
    await runner.query(`create index cases_by_state_since on cases ("panelAreaId", "stateSince", id)`);
    await runner.query(`create index cases_by_referral_day on cases ("panelAreaId", "referredOn", id)`);
    await runner.query(`create index cases_by_area_reference on cases ("panelAreaId", reference, id)`);
    await runner.query(`create index covers_by_area on covers ("panelAreaId", "toDay", id)`);
    await runner.query(`create index trail_by_time on trail_entries (at, chain, sequence)`);
  }
}

/** Why, as a code too, where it was chosen from a list; of a withdrawal before this, as far as its outcome fell with it. */
export class CodedReasons1700000079900 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_move_reasons add column "reasonCode" text`);
    await runner.query(`update case_move_reasons set "reasonCode" = 'ENTERED_IN_ERROR'
      where action = 'WITHDRAW' and exists (select 1 from record_undoings u
        where u."caseId" = case_move_reasons."caseId" and u."undoneAt" = case_move_reasons."movedAt")`);
  }
}
