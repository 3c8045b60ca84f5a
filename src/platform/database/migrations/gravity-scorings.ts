import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** Of a case with one offence, who scored last is on its trail; of several offences the trail does not say which. */
const lastScored = (column: string): string => `
  case when (select count(*) from offences x where x."caseId" = o."caseId") = 1 then
    (select t."${column}" from trail_entries t where t."subjectType" = 'CASE' and t."subjectId" = o."caseId"
     and t.type = 'GRAVITY_SCORED' order by t.at desc, t.sequence desc limit 1) end`;

/**
 * Every scoring of an offence in the child gravity matrix, each with who scored and when. The ones there are kept: an offence
 * of version 1 is as the referral scored it; who scored again is taken from the trail, and where it does not say, not known.
 */
export class GravityScorings1700000063000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table gravity_scorings (
      id text not null primary key, "offenceId" text not null references offences (id), edition text,
      "startScore" integer, "finalScore" integer not null, factors text not null,
      "scoredBy" text references people (id), "scoredAt" text)`);
    await runner.query(`create index gravity_scorings_by_offence on gravity_scorings ("offenceId", id)`);
    await runner.query(`insert into gravity_scorings
      (id, "offenceId", edition, "startScore", "finalScore", factors, "scoredBy", "scoredAt")
      select o.id, o.id, o."gravityEdition", o."gravityStart", o."gravityFinal", o."gravityFactors",
             case when o.version = 1 then c."referredBy" else ${lastScored('actorId')} end,
             case when o.version = 1 then c."referredAt" else ${lastScored('at')} end
      from offences o join cases c on c.id = o."caseId" where o."gravityFinal" is not null`);
  }
}

/** What an offence was marked with before a scoring that marked it otherwise. */
export class MarksBefore1700000079920 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table gravity_scorings add column "marksBefore" text`);
  }
}
