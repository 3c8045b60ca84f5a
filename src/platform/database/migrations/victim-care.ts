import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What keeps a victim safe, what they are offered, that they are told, and what went out of sight when they withdrew. */
export class VictimCare1700000021100 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    const ofVictim = `"victimId" text not null primary key references victims (id),
      "caseId" text not null references cases (id)`;
    await runner.query(`create table victim_views_withdrawn (
      id text not null primary key, "victimId" text not null references victims (id),
      "caseId" text not null references cases (id), status text not null, "obtainedOn" text, view text, impact text,
      "safetyNeeds" text, "restorativeWish" text, reason text, "withdrawnAt" text not null)`);
    await runner.query(`create table victim_safety (${ofVictim}, "sharedSchool" text not null,
      "sharedHome" text not null, "sharedStreet" text not null, "feltAtStart" text, "feltAtStartOn" text,
      "feltAtEnd" text, "feltAtEndOn" text, version integer not null)`);
    await runner.query(`create table victim_safety_actions (
      id text not null primary key, "victimId" text not null references victims (id),
      "caseId" text not null references cases (id), position integer not null, what text not null, who text not null,
      "dueOn" text not null, "doneOn" text)`);
    await runner.query(`create table victim_offers (${ofVictim}, "offeredOn" text, way text, "notOfferedReason" text,
      answer text, "answeredOn" text, "tookPlaceOn" text, version integer not null)`);
    await runner.query(`create table victim_tellings (${ofVictim}, status text not null, "toldOn" text, how text,
      version integer not null)`);
    await runner.query(`create table victim_needs (
      "harmedId" text not null primary key references people_harmed (id), agrees text not null,
      "recordedOn" text not null, "ethnicityCode" text, disability text, communication text, language text,
      "otherNeeds" text, version integer not null)`);
    for (const table of ['victim_safety', 'victim_offers', 'victim_tellings']) {
      await runner.query(`create index ${table}_by_case on ${table} ("caseId")`);
    }
    await runner.query(
      `create index victim_views_withdrawn_by_case on victim_views_withdrawn ("caseId", "withdrawnAt")`,
    );
    await runner.query(`create index victim_views_withdrawn_by_victim on victim_views_withdrawn ("victimId", id)`);
    await runner.query(`create index victim_safety_actions_by_case on victim_safety_actions
      ("caseId", "victimId", position)`);
  }
}

/** What victims were told of outcomes that were taken back or replaced since. */
export class PastTellings1700000076000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table past_tellings (
      id text not null primary key, "victimId" text not null references victims (id),
      "caseId" text not null references cases (id), "toldOn" text, how text, "keptAt" text not null)`);
    await runner.query(`create index past_tellings_by_case on past_tellings ("caseId", "victimId", id)`);
  }
}

/** When the way of an offer changed last; not known of what was offered before. */
export class OfferWaysDated1700000079700 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table victim_offers add column "wayChangedAt" text`);
  }
}

/** Why a view was put away: until now, because its victim had withdrawn. What was put away is kept as it was. */
export class ViewsPutAway1700000079810 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table victim_views_withdrawn add column because text not null default 'WITHDRAWN'`);
    await refuseChange(runner, 'victim_views_withdrawn');
  }
}

/** Who wants to be told and was not, in cases that ended among them: few of many. */
export class TellingsWanted1700000079910 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index tellings_wanted on victim_tellings ("caseId") where status = 'WANTS_TO_BE_TOLD'`);
  }
}
