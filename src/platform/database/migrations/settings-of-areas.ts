import type { QueryRunner } from 'typeorm';
import { newId } from '../../ids.js';
import { ForwardOnly } from './forward-only.js';

/** What was usual on the day of this migration: a value like it says nothing that an area chose. */
const usual = {
  requiredChecks: ['POLICE', 'CHILDRENS_SOCIAL_CARE', 'EDUCATION_PRE16', 'HEALTH_NAVIGATOR', 'SUBSTANCE_MISUSE'],
  quorumAgencies: ['POLICE', 'YOUTH_JUSTICE_SERVICE'],
  repeatThreshold: 2,
  outcome23From: '2026-02-01',
} as const;

const names = ['requiredChecks', 'quorumAgencies', 'repeatThreshold', 'outcome23From'] as const;

type Area = { id: string; createdAt: string; requiredChecks: string; quorumAgencies: string } & {
  repeatThreshold: number;
  outcome23From: string;
};
type Chooser = { personId: string; at: string | null };

/** What stood in columns of a panel area, changed without a day or a reason, becomes a choice like every other setting. */
export class SettingsOfAreas1700000060000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    const areas: Area[] = await runner.query(
      `select a.id, a."createdAt", a."requiredChecks", a."quorumAgencies", a."repeatThreshold", a."outcome23From"
       from panel_areas a order by a.id`,
    );
    for (const area of areas) await keepChoices(runner, area);
    for (const name of names) await runner.query(`alter table panel_areas drop column "${name}"`);
    await runner.query(`create index area_settings_by_name on area_settings ("panelAreaId", setting, "fromDay", id)`);
  }
}

/** From the day the area was added on: nobody knows from when it really held. */
async function keepChoices(runner: QueryRunner, area: Area): Promise<void> {
  const { id, createdAt, requiredChecks, quorumAgencies, repeatThreshold, outcome23From } = area;
  const kept = {
    requiredChecks,
    quorumAgencies,
    repeatThreshold: JSON.stringify(repeatThreshold),
    outcome23From: JSON.stringify(outcome23From),
  };
  const chosen = names.filter((name) => kept[name] !== JSON.stringify(usual[name]));
  if (chosen.length === 0) return;
  const last = await lastToChange(runner, id);
  const { personId, at } = last ?? (await firstPerson(runner));
  const reason = last
    ? 'This was the area’s setting before settings had a history.'
    : 'This was the area’s setting before settings had a history. Who chose it is not on record.';
  for (const name of chosen) {
    await runner.query(
      `insert into area_settings (id, "panelAreaId", setting, value, "fromDay", reason, "chosenBy", "chosenAt")
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), id, name, kept[name], createdAt.slice(0, 10), reason, personId, at ?? createdAt],
    );
  }
}

async function lastToChange(runner: QueryRunner, areaId: string): Promise<Chooser | undefined> {
  const [last]: Chooser[] = await runner.query(
    `select p.id as "personId", t.at from trail_entries t join people p on p.id = t."actorId"
     where t."subjectId" = $1 and t.type in ('PANEL_AREA_ADDED', 'PANEL_AREA_CHANGED')
     order by t.at desc, t.sequence desc limit 1`,
    [areaId],
  );
  return last;
}

/** The first administrator, or where there is none now the first person: a choice does not stand without somebody. */
async function firstPerson(runner: QueryRunner): Promise<Chooser> {
  const [first]: Chooser[] = await runner.query(
    `select p.id as "personId", null as "at" from people p
     left join role_assignments r on r."personId" = p.id and r.role = 'ADMINISTRATOR'
     order by case when r.id is null then 1 else 0 end, p."createdAt", p.id limit 1`,
  );
  if (!first) throw new Error('A panel area has settings of its own, and there is nobody who can have chosen them');
  return first;
}
