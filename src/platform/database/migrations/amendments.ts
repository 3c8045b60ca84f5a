import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { dropUnique } from '../drop-unique.js';
import { ForwardOnly } from './forward-only.js';

const setAside = (record: string): string =>
  `exists (select 1 from record_undoings u where u."subjectId" = ${record}.id)
   or exists (select 1 from record_supersedings s where s."subjectId" = ${record}.id)`;

const corrected = (record: string, column: string): string =>
  `coalesce((select k."after" from record_corrections k
    where k."subjectId" = ${record}.id and k.field = '${column}' order by k.id desc limit 1), ${record}."${column}") as "${column}"`;

const appended = ['record_undoings', 'record_corrections', 'decision_reviews', 'record_supersedings', 'past_duties'];
const firstRecords = ['recommendations', 'police_decisions', 'outcomes'];

/**
 * What is taken back, corrected or replaced after a review stands beside the first record, which nothing changes. The
 * three views hold the records that count, with their days as corrected: whoever counts or shows one reads them.
 */
export class Amendments1700000045000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await dropUnique(runner, 'police_decisions', 'recommendationId');
    await dropUnique(runner, 'outcomes', 'caseId');
    await runner.query(`create index police_decisions_by_recommendation on police_decisions ("recommendationId", id)`);
    await runner.query(`create index outcomes_by_case on outcomes ("caseId", id)`);
    await runner.query(`alter table earlier_disposals add column "setAside" text`);
    await this.tables(runner);
    for (const table of [...appended, ...firstRecords]) await refuseChange(runner, table);
    await this.views(runner);
  }

  private async tables(runner: QueryRunner): Promise<void> {
    await runner.query(`create table record_undoings (
      id text not null primary key, "caseId" text not null references cases (id), record text not null,
      "subjectId" text not null unique, note text, "undoneBy" text not null references people (id),
      "undoneAt" text not null)`);
    await runner.query(`create index record_undoings_by_case on record_undoings ("caseId", id)`);
    await runner.query(`create table record_corrections (
      id text not null primary key, "caseId" text not null references cases (id), record text not null,
      "subjectId" text not null, field text not null, "before" text not null, "after" text not null,
      "whatWasWrong" text not null, why text not null, evaluation text,
      "correctedBy" text not null references people (id), "correctedAt" text not null)`);
    await runner.query(`create index record_corrections_by_case on record_corrections ("caseId", id)`);
    await runner.query(`create index record_corrections_by_field on record_corrections ("subjectId", field, id)`);
    await runner.query(`create table decision_reviews (
      id text not null primary key, "caseId" text not null references cases (id), anew text not null,
      "reasonCode" text not null, reason text not null, "tellChild" text not null, "tellCarer" text not null,
      "tellVictim" text, "reviewedBy" text not null references people (id), "reviewedAt" text not null)`);
    await runner.query(`create index decision_reviews_by_case on decision_reviews ("caseId", id)`);
    await runner.query(`create table record_supersedings (
      "subjectId" text not null primary key, "caseId" text not null references cases (id), record text not null,
      "reviewId" text not null references decision_reviews (id))`);
    await runner.query(`create index record_supersedings_by_case on record_supersedings ("caseId")`);
    await runner.query(`create table past_duties (
      id text not null primary key, "caseId" text not null references cases (id), code text not null, "dueOn" text,
      "doneOn" text, "doneBy" text references people (id), note text, "keptAt" text not null)`);
    await runner.query(`create index past_duties_by_case on past_duties ("caseId", id)`);
  }

  private async views(runner: QueryRunner): Promise<void> {
    await runner.query(`create view standing_recommendations as
      select r.id, r."caseId", r."meetingId", r.disposal, r.basis, r.evaluation, r."recordedBy", r."recordedAt"
      from recommendations r where not (${setAside('r')})`);
    await runner.query(`create view standing_police_decisions as
      select d.id, d."caseId", d."recommendationId", d.disposal, ${corrected('d', 'decidedOn')}, d.evaluation, d."decidedBy",
             d."decidedAt"
      from police_decisions d where not (${setAside('d')})`);
    await runner.query(`create view standing_outcomes as
      select o.id, o."caseId", o.disposal, ${corrected('o', 'givenOn')}, o."nfaReason", o.conditions, o.evaluation,
             o."recordedBy", o."recordedAt"
      from outcomes o where not (${setAside('o')})`);
  }
}
