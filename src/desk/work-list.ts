import sql, { join, type Sql } from 'sql-template-tag';
import { openTo, stillOf } from '../access/open-cases.js';
import type { ClockBasis } from '../cases/counted-by.queries.js';
import { ownCases } from '../cases/covers.queries.js';
import type { Role } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import type { Source } from '../platform/database/read.js';

/** Whose work is asked for, and where and when. */
export type Asked = {
  readonly actor: Actor;
  /** The panel areas in which the actor holds a role of the list. */
  readonly areas: readonly string[];
  readonly today: string;
  readonly now: string;
  /** What a panel area decides and counts by today. */
  readonly basis: ClockBasis;
};

/** One thing that waits: what, for what more, since when, and how many wait in all. */
export type Waiting = {
  readonly id: string;
  readonly part: string | null;
  readonly label: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly note: string | null;
  readonly since: string | null;
  readonly total: number;
};

export type WorkList = {
  readonly code: string;
  readonly title: string;
  /** What stands over the label, over the note (null where there is none to show) and over the time. */
  readonly heads: readonly [label: string, note: string | null, time: string];
  readonly roles: readonly Role[];
  /** Where everything of this kind is listed, when more waits than is shown. */
  readonly all: string | null;
  readonly page: (waiting: Waiting) => string;
  readonly waiting: (asked: Asked) => Sql;
  /** Looks at what was found again, in one statement for all of it, and gives what is shown. */
  readonly refine?: (source: Source, found: readonly Waiting[], asked: Asked) => Promise<Waiting[]>;
};

/** How much of a list is shown; the rest is counted. */
export const MOST = 10;
/** How many wait in all, beside those that are shown. */
export const total = sql`cast(count(*) over () as integer) as "total"`;
/** For what is not about one child. */
export const nobody = sql`null as "givenName", null as "familyName"`;
/** The cases of these areas that are open to whoever asks. */
export const inAreas = ({ actor, areas }: Asked): Sql =>
  sql`c."panelAreaId" in (${join([...areas])}) and ${openTo(actor)}`;

/** The cases of some states, the longest waiting first. */
export const casesIn =
  (state: string, more: (asked: Asked) => Sql = () => sql`1 = 1`) =>
  (asked: Asked): Sql => sql`
    select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
           c."stateSince" as "since", ${total}
    from cases c join children k on k.id = c."childId"
    where ${inAreas(asked)} and c.state = ${state} and ${more(asked)}
    order by c."stateSince", c.id limit ${MOST}`;

/** Allocated to the actor, or to somebody the actor covers today. */
export const own = ({ actor, today }: Asked): Sql => ownCases(sql`c."allocatedTo"`, actor, today);

/** The same, or of nobody to whom the case is open. */
export const ownOrNobodys = (asked: Asked): Sql =>
  sql`(${stillOf(sql`c."allocatedTo"`, 'case.assess')} is null or ${own(asked)})`;

/** The same of the delivery `y`, which is seen to by somebody named or whoever prepares the case. */
export function deliveryOwnOrNobodys({ actor, today }: Asked): Sql {
  const seesTo = sql`coalesce(${stillOf(sql`y."ownerId"`, 'delivery.record')}, ${stillOf(sql`c."allocatedTo"`, 'case.assess')})`;
  return sql`(${seesTo} is null or ${ownCases(seesTo, actor, today)})`;
}

/** The page of the case, or one of its pages. */
export const onCase =
  (rest = '') =>
  ({ id }: Waiting): string =>
    `/cases/${id}${rest}`;
