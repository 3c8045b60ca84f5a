import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import { carries, type Permission, roleCodes } from '../policy/permissions.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { isOpenFor } from './open-cases.js';

/** Those of the people named who have a role in the area; work of another area is not theirs to sit on. */
export async function peopleOfArea(
  source: Source,
  panelAreaId: string,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const found = await rows<{ personId: string }>(
    source,
    sql`select distinct r."personId" from role_assignments r
        where r."panelAreaId" = ${panelAreaId} and r."personId" in (${join([...people])})`,
  );
  return new Set(found.map(({ personId }) => personId));
}

export type Holder = { readonly id: string; readonly name: string; readonly agency: Agency };

const holding = (panelAreaId: string, permission: Permission): Sql => {
  const carrying = roleCodes.filter((role) => carries(role, permission));
  return sql`people p join role_assignments r on r."personId" = p.id
             where r."panelAreaId" = ${panelAreaId} and r.role in (${join(carrying)})`;
};

/** The active people who hold a permission in a panel area: whom something there can be given to, who can attend. */
export const holdersIn = (source: Source, panelAreaId: string, permission: Permission): Promise<Holder[]> =>
  rows(
    source,
    sql`select distinct p.id, p.name, p.agency from ${holding(panelAreaId, permission)} and p.state = 'ACTIVE'
        order by p.name, p.id`,
  );

/** Whether an active person holds a permission in a panel area. */
export const holdsIn = async (
  source: Source,
  panelAreaId: string,
  permission: Permission,
  personId: string,
): Promise<boolean> =>
  (await row(
    source,
    sql`select p.id from ${holding(panelAreaId, permission)} and p.state = 'ACTIVE' and p.id = ${personId} limit 1`,
  )) !== null;

type OfArea = { readonly id: string; readonly panelAreaId: string };

/** Those of them to whom a case is not closed: whom something in it can be given to. */
export const holdersOn = (
  source: Source,
  { id, panelAreaId }: OfArea,
  permission: Permission,
  among: Sql = empty,
): Promise<Holder[]> =>
  rows(
    source,
    sql`select distinct p.id, p.name, p.agency from ${holding(panelAreaId, permission)} and p.state = 'ACTIVE' ${among}
          and ${isOpenFor(sql`${id}`, sql`p.id`)}
        order by p.name, p.id`,
  );

/** Why something in a case cannot be given to a person: `stranger` where they do not hold the permission; null where it can. */
export async function unableTo(
  source: Source,
  found: OfArea,
  personId: string,
  { permission, stranger }: { readonly permission: Permission; readonly stranger: string },
): Promise<string | null> {
  if (!(await holdsIn(source, found.panelAreaId, permission, personId))) return stranger;
  const [able] = await holdersOn(source, found, permission, sql`and p.id = ${personId}`);
  return able ? null : 'Select somebody else: this case is closed to them';
}

/** The agency of each of those named who hold a permission in the area, who has left among them; of anybody else nothing. */
export async function agenciesOfHolders(
  source: Source,
  panelAreaId: string,
  permission: Permission,
  people: readonly string[],
): Promise<Map<string, Agency>> {
  if (people.length === 0) return new Map();
  const found = await rows<Omit<Holder, 'name'>>(
    source,
    sql`select distinct p.id, p.agency from ${holding(panelAreaId, permission)} and p.id in (${join([...people])})`,
  );
  return new Map(found.map(({ id, agency }) => [id, agency]));
}
