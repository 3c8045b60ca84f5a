import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { stillOf } from '../access/open-cases.js';
import type { CaseState } from '../policy/lifecycle.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { cursorFrom, cursorOf } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import type { CaseloadInput, Sort } from './caseload.input.js';
import { clockBasis } from './counted-by.queries.js';
import { ownCases } from './covers.queries.js';
import { clocksIn, runningOut } from './near-clocks.js';
import { visibleCases } from './visible-cases.js';

export type CaseListed = {
  readonly id: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly stateSince: string;
  readonly referredOn: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly allocatedTo: string | null;
  readonly allocatedToName: string | null;
  readonly hadDisposals: number;
};

/** `count` stops at 1,001: beyond it nobody reads the number. `previous` is the cursor of the page before. */
export type Caseload = {
  readonly items: CaseListed[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly count: number;
};

export const COUNT_LIMIT = 1001;
const USUAL_LIMIT = 25;

const columns: Readonly<Record<Sort, Sql>> = {
  stateSince: sql`c."stateSince"`,
  referredOn: sql`c."referredOn"`,
  reference: sql`c.reference`,
};

/** A disposal from any source before, by identity, that this very case did not give. */
const hadDisposals = sql`exists (
  select 1 from children kk join earlier_disposals d on d."childId" = kk.id
  where kk."identityId" = k."identityId" and d."setAside" is null and (d."caseId" is null or d."caseId" <> c.id))`;

@Injectable()
export class CaseloadQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async caseload(actor: Actor, input: CaseloadInput): Promise<Caseload> {
    const { limit = USUAL_LIMIT, after, before, panelAreaId } = input;
    const areas = areasWhere(actor, 'case.list').filter((id) => panelAreaId === undefined || id === panelAreaId);
    if (areas.length === 0) return { items: [], next: null, previous: null, count: 0 };
    const wants = await this.narrowing(actor, input, areas);
    const { sort, descending } = orderOf(input);
    const place = cursorFrom(after ?? before, 2);
    const isBack = after === undefined && place !== null;
    const found = await this.page(wants, areas, {
      ...{ sort, place, limit: limit + 1, forward: descending === isBack },
    });
    const count = found[0]?.total ?? (place ? await this.count(wants(areas)) : 0);
    const shown = found.slice(0, limit).map(({ total: _, ...item }) => item);
    const items = isBack ? shown.toReversed() : shown;
    const cursor = (item?: CaseListed): string | null => (item ? cursorOf([item[sort], item.id]) : null);
    const more = found.length > limit;
    return {
      ...{ items, count },
      next: isBack || more ? cursor(items.at(-1)) : null,
      previous: (isBack ? more : place !== null) ? cursor(items[0]) : null,
    };
  }

  /** Each panel area is read in the order of its own index, then the few rows of all are put together. */
  private page(wants: Wants, areas: readonly string[], page: Page) {
    const { sort, forward, limit } = page;
    const by = columns[sort];
    const order = forward ? sql`${by}, c.id` : sql`${by} desc, c.id desc`;
    const branches = areas.map(
      (area) => sql`select * from (
        select c.id from cases c join children k on k.id = c."childId"
        where ${wants([area])} ${beyond(page)} order by ${order} limit ${limit}) one`,
    );
    return this.read.rows<CaseListed & { total: number }>(
      sql`select c.id, c.reference, c.state, c."stateSince", c."referredOn", c."panelAreaId", a.name as "panelArea",
                 k."givenName", k."familyName", k."dateOfBirth", c."allocatedTo", p.name as "allocatedToName",
                 case when ${hadDisposals} then 1 else 0 end as "hadDisposals",
                 (${counted(wants(areas))}) as "total"
          from (${join(branches, ' union all ')}) page
          join cases c on c.id = page.id join children k on k.id = c."childId"
          join panel_areas a on a.id = c."panelAreaId" left join people p on p.id = c."allocatedTo"
          order by ${order} limit ${limit}`,
    );
  }

  /** What is asked of the cases of some areas; what runs out is counted by the settings of each. */
  private async narrowing(actor: Actor, input: CaseloadInput, areas: readonly string[]): Promise<Wants> {
    const { clock } = input;
    const today = this.clock.today();
    const asked = { actor, today, input };
    if (!clock) return (some) => wanted(asked, some);
    const basis = await clockBasis(this.read.source, areas, today);
    const codes = clocksIn(clock);
    return (some) => sql`${wanted(asked, some)} and ${runningOut(codes, some, basis)}`;
  }

  private async count(asked: Sql): Promise<number> {
    const found = await this.read.row<{ total: number }>(sql`select (${counted(asked)}) as "total"`);
    return found?.total ?? 0;
  }
}

type AskedOf = { readonly actor: Actor; readonly today: string; readonly input: CaseloadInput };
type Wants = (areas: readonly string[]) => Sql;

type Page = {
  readonly sort: Sort;
  readonly place: readonly string[] | null;
  readonly limit: number;
  /** Towards greater values of the sort. */
  readonly forward: boolean;
};

export function orderOf({ sort: order = '-stateSince' }: CaseloadInput): { sort: Sort; descending: boolean } {
  const descending = order.startsWith('-');
  return { sort: (descending ? order.slice(1) : order) as Sort, descending };
}

const beyond = ({ sort, place, forward }: Page): Sql => {
  if (!place) return empty;
  const [value, id] = place;
  return forward
    ? sql`and (${columns[sort]}, c.id) > (${value}, ${id})`
    : sql`and (${columns[sort]}, c.id) < (${value}, ${id})`;
};

function allocatedIn(person: string, actor: Actor, today: string): Sql {
  if (person === 'none') return sql`${stillOf(sql`c."allocatedTo"`, 'case.assess')} is null`;
  return person === 'me' ? ownCases(sql`c."allocatedTo"`, actor, today) : sql`c."allocatedTo" = ${person}`;
}

function wanted(asked: AskedOf, areas: readonly string[]): Sql {
  const { actor, today, input } = asked;
  const { state, flag, allocatedTo } = input;
  const [only] = areas;
  return join(
    [
      areas.length === 1 ? sql`c."panelAreaId" = ${only}` : sql`c."panelAreaId" in (${join([...areas])})`,
      visibleCases(actor, 'case.list'),
      ...(state ? [sql`c.state = ${state}`] : []),
      ...(allocatedTo ? [allocatedIn(allocatedTo, actor, today)] : []),
      ...(flag ? [hadDisposals] : []),
    ],
    ' and ',
  );
}

const counted = (asked: Sql): Sql =>
  sql`select cast(count(*) as integer) from (
    select c.id from cases c join children k on k.id = c."childId"
    where ${asked} limit ${COUNT_LIMIT}) counted`;
