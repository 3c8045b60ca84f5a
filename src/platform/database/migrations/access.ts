import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Access1700000001000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table panel_areas (
      id text not null primary key, name text not null unique, "panelName" text not null, "requiredChecks" text not null,
      "quorumAgencies" text not null, "repeatThreshold" integer not null, "outcome23From" text not null,
      version integer not null, "createdAt" text not null)`);
    await runner.query(`create table people (
      id text not null primary key, email text not null unique, name text not null, agency text not null, "collarNumber" text,
      "passwordHash" text, state text not null, "failedSignIns" integer not null, "lockedUntil" text,
      version integer not null, "createdAt" text not null)`);
    await runner.query(`create table role_assignments (
      id text not null primary key, "personId" text not null references people (id), role text not null,
      "panelAreaId" text references panel_areas (id))`);
    await runner.query(`create index roles_by_person on role_assignments ("personId")`);
    await runner.query(`create index roles_by_area on role_assignments ("panelAreaId", role)`);
    await runner.query(`create table password_links (
      id text not null primary key, "personId" text references people (id), purpose text not null,
      "tokenHash" text not null unique, "expiresAt" text not null, "usedAt" text)`);
    await runner.query(`create table sessions (
      "idHash" text not null primary key, "personId" text references people (id), data text not null,
      "createdAt" text not null, "lastSeenAt" text not null)`);
    await runner.query(`create index sessions_by_person on sessions ("personId")`);
    await runner.query(`create index sessions_by_age on sessions ("lastSeenAt")`);
    await runner.query(`create table access_tokens (
      id text not null primary key, "personId" text not null references people (id), label text not null,
      "tokenHash" text not null unique, "createdAt" text not null, "expiresAt" text not null, "revokedAt" text)`);
    await runner.query(`create index tokens_by_person on access_tokens ("personId")`);
  }
}
