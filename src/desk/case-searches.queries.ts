import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { cursorFrom, type Listed, listed } from '../platform/database/keyset.js';
import { fromJson, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { Reader } from '../access/open-cases.js';
import { isKnowable } from '../children/known-children.js';
import { foldName } from '../children/fold.js';
import { visibleCases } from '../cases/visible-cases.js';
import type { Criteria } from './case-search.entity.js';
import type { SearchPageInput } from './case-search.input.js';

export type CaseMatched = {
  readonly id: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly referredOn: string;
  readonly referredAt: string;
  readonly panelArea: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
};

const USUAL_LIMIT = 25;

/** Sorts after every folded name that begins with the same letters. */
const LAST = '\uffff';

@Injectable()
export class CaseSearchQueries {
  constructor(private readonly read: Read) {}

  /** What the actor looked for; somebody else's search is not there. */
  async criteria({ personId }: Actor, searchId: string): Promise<Criteria> {
    const found = await this.read.row<{ criteria: string }>(
      sql`select s.criteria from case_searches s where s.id = ${searchId} and s."personId" = ${personId}`,
    );
    if (!found) throw new NotFound();
    return fromJson<Criteria>(found.criteria, {});
  }

  /** Cases in the actor's scope that fit, the latest referral first. */
  async matches(actor: Actor, criteria: Criteria, input: SearchPageInput): Promise<Listed<CaseMatched>> {
    const { limit = USUAL_LIMIT, after } = input;
    const found = await this.read.rows<CaseMatched>(matching(actor, criteria, cursorFrom(after, 2), limit + 1));
    return listed(found, limit, ({ referredAt, id }) => [referredAt, id]);
  }
}

/** From the few that fit a criterion, each by its index, to their cases; scope and order last. */
export function matching(actor: Actor, criteria: Criteria, place: readonly string[] | null, limit: number): Sql {
  const conditions = [visibleCases(actor, 'case.list'), ...wanted(actor, criteria)];
  if (place) conditions.push(sql`(c."referredAt", c.id) < (${place[0]}, ${place[1]})`);
  return sql`
    select c.id, c.reference, c.state, c."referredOn", c."referredAt", a.name as "panelArea", k."givenName",
           k."familyName", k."dateOfBirth"
    from cases c join children k on k.id = c."childId" join panel_areas a on a.id = c."panelAreaId"
    where ${join(conditions, ' and ')} order by c."referredAt" desc, c.id desc limit ${limit}`;
}

/** Any record of the same child that the reader may know of may carry the name or the day of birth that was looked for. */
function wanted(reader: Reader, { name, dateOfBirth, reference }: Criteria): Sql[] {
  return [
    ...(reference
      ? [
          sql`c.id in (
            select cr.id from cases cr where cr.reference = ${reference.toUpperCase()}
            union all select cx.id from cases cx where cx."crimeReference" in (${reference}, ${reference.toUpperCase()}))`,
        ]
      : []),
    ...(name
      ? [
          sql`c."childId" in (
            select kk.id from child_search_names n join children kn on kn.id = n."childId"
            join children kk on kk."identityId" = kn."identityId"
            where n.term >= ${foldName(name)} and n.term < ${foldName(name) + LAST}
              and ${isKnowable(reader, sql`kn.id`)})`,
        ]
      : []),
    ...(dateOfBirth
      ? [
          sql`c."childId" in (
            select kk.id from children kb join children kk on kk."identityId" = kb."identityId"
            where kb."dateOfBirth" = ${dateOfBirth} and ${isKnowable(reader, sql`kb.id`)})`,
        ]
      : []),
  ];
}
