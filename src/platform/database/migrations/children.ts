import type { QueryRunner } from 'typeorm';
import { bytewise } from '../options.js';
import { ForwardOnly } from './forward-only.js';

export class Children1700000002000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table children (
      id text not null primary key, "identityId" text not null, "givenName" text not null, "familyName" text not null,
      "dateOfBirth" text not null, sex text not null, version integer not null, "createdAt" text not null)`);
    await runner.query(`create index children_by_identity on children ("identityId")`);
    await runner.query(`create index children_by_birth on children ("dateOfBirth")`);
    await runner.query(`create table child_search_names (
      "childId" text not null references children (id), term text ${bytewise(runner.connection)} not null,
      primary key ("childId", term))`);
    await runner.query(`create index child_names_by_term on child_search_names (term)`);
    await runner.query(`create table child_ethnicities (
      id text not null primary key, "childId" text not null references children (id), code text not null, scheme text not null,
      source text not null, "officerCode" text, "notStatedReason" text, "recordedBy" text not null references people (id),
      "recordedAt" text not null)`);
    await runner.query(`create index ethnicities_by_child on child_ethnicities ("childId", "recordedAt")`);
    await runner.query(`create table child_matches (
      id text not null primary key, "childId" text not null references children (id),
      "otherChildId" text not null references children (id), decision text not null, reason text not null,
      "decidedBy" text not null references people (id), "decidedAt" text not null,
      "undoneBy" text references people (id), "undoneAt" text, "undoneReason" text)`);
    await runner.query(`create index matches_by_child on child_matches ("childId")`);
    await runner.query(`create index matches_by_other on child_matches ("otherChildId")`);
    await runner.query(`create table earlier_disposals (
      id text not null primary key, "childId" text not null references children (id), disposal text not null,
      "givenOn" text not null, offence text not null, route text not null, source text not null,
      completed text not null, "caseId" text, "panelAreaId" text references panel_areas (id), officer text,
      "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index disposals_by_child on earlier_disposals ("childId", "givenOn")`);
    await runner.query(`create index disposals_by_case on earlier_disposals ("caseId")`);
    await runner.query(
      `create index disposals_by_area_and_route on earlier_disposals ("panelAreaId", route, "givenOn")`,
    );
  }
}
