import sql, { join } from 'sql-template-tag';
import { hasConflict } from '../../access/open-cases.js';
import { carries, roleCodes } from '../../policy/permissions.js';
import { rows, type Source } from '../../platform/database/read.js';
import type { Work } from '../../platform/unit-of-work.js';
import type { CaseFound } from '../find-case.js';

const managing = roleCodes.filter((role) => carries(role, 'case.restrict'));

/** The restriction that stands on a case, as a command needs it. */
export type Standing = { readonly id: string; readonly reviewOn: string; readonly reason: string };

/** Loads it and keeps others from changing who is named until the unit ends; its version moves on. */
export async function lockRestriction({ tx }: Pick<Work, 'tx'>, caseId: string): Promise<Standing | null> {
  const [found] = await rows<Standing>(
    tx,
    sql`update case_restrictions set version = version + 1 where "caseId" = ${caseId} and "liftedAt" is null
        returning id, "reviewOn", reason`,
  );
  return found ?? null;
}

/** Those of these people who may manage the restriction of the case: an active manager of its area who has not stepped out. */
export async function managersAmong(
  source: Source,
  { id, panelAreaId }: Pick<CaseFound, 'id' | 'panelAreaId'>,
  people: readonly string[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const found = await rows<{ id: string }>(
    source,
    sql`select distinct p.id from people p join role_assignments a on a."personId" = p.id
        where p.id in (${join([...people])}) and p.state = 'ACTIVE'
          and a."panelAreaId" = ${panelAreaId} and a.role in (${join(managing)})
          and not ${hasConflict(sql`${id}`, sql`p.id`)}`,
  );
  return found.map((one) => one.id);
}

/** Everybody named on a restriction. */
export async function namedOn(source: Source, restrictionId: string): Promise<string[]> {
  const found = await rows<{ personId: string }>(
    source,
    sql`select n."personId" from restriction_people n
        where n."restrictionId" = ${restrictionId} and n."removedAt" is null order by n.id`,
  );
  return found.map(({ personId }) => personId);
}

/** Whether a restricted case would be left without a manager who sees it, were this person gone. */
export async function isLastManager(work: Work, found: CaseFound, personId: string): Promise<boolean> {
  const restriction = await lockRestriction(work, found.id);
  if (!restriction) return false;
  const managers = await managersAmong(work.tx, found, await namedOn(work.tx, restriction.id));
  return managers.includes(personId) && managers.length === 1;
}
