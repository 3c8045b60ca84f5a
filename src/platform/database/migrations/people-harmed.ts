import type { QueryRunner } from 'typeorm';
import { newId } from '../../ids.js';
import { ForwardOnly } from './forward-only.js';

type Kept = {
  id: string;
  name: string | null;
  contactDetails: string | null;
  consentToShare: string;
  consentReason: string | null;
  version: number;
};

/** Who a victim is, and what they agreed to, stands once for a person; a victim is what links them to a case. */
export class PeopleHarmed1700000021000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table people_harmed (
      id text not null primary key, name text, "nameKey" text not null, "contactDetails" text, "nextContactOn" text,
      consent text not null, "consentAskedOn" text, "consentInformed" text, "consentRefusal" text,
      "consentReason" text, "withdrawnOn" text, "withdrawalReason" text, version integer not null)`);
    await runner.query(`alter table victims add column "harmedId" text references people_harmed (id)`);
    const victims: Kept[] = await runner.query(
      `select v.id, v.name, v."contactDetails", v."consentToShare", v."consentReason", v.version from victims v`,
    );
    for (const victim of victims) await oneRecord(runner, victim);
    await runner.query(`create index victims_by_person on victims ("harmedId")`);
    for (const moved of ['name', 'contactDetails', 'consentToShare', 'consentReason', 'version']) {
      await runner.query(`alter table victims drop column "${moved}"`);
    }
  }
}

/** Nobody knows yet whether two victims are one person. Why somebody refused was asked in words, not by a code. */
async function oneRecord(runner: QueryRunner, victim: Kept): Promise<void> {
  const { id, name, contactDetails, consentToShare, consentReason, version } = victim;
  const harmedId = newId();
  const refusal = consentToShare !== 'REFUSED' ? null : consentReason ? 'OTHER' : 'NOT_RECORDED';
  await runner.query(
    `insert into people_harmed (id, name, "nameKey", "contactDetails", consent, "consentRefusal", "consentReason",
                                version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [harmedId, name, keyOf(name ?? ''), contactDetails, consentToShare, refusal, consentReason, version],
  );
  await runner.query(`update victims set "harmedId" = $1 where id = $2`, [harmedId, id]);
}

/** As names are folded for searching on the day of this migration, but for the rare letters. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘ʼ`´]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
