import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class QuestionSets1700000014000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table question_set_choices (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), "fromDay" text not null,
      "fullSet" text not null, "shortSet" text, "withinMonths" integer,
      "chosenBy" text not null references people (id), "chosenAt" text not null)`);
    await runner.query(`create index set_choices_by_area on question_set_choices ("panelAreaId", "fromDay")`);
    await runner.query(`create table assessment_versions (
      id text not null primary key, "caseId" text not null references cases (id), number integer not null,
      "setId" text not null, "setVersion" text not null, status text not null, answers text not null,
      "savedBy" text references people (id), "savedAt" text not null, unique ("caseId", number))`);
    // What was saved before versions were kept: who did it is not known here, and is told by the trail.
    await runner.query(`insert into assessment_versions
      (id, "caseId", number, "setId", "setVersion", status, answers, "savedAt")
      select id, "caseId", version, "setId", "setVersion", status, answers, "updatedAt" from assessments`);
  }
}
