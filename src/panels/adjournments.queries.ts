import sql, { type Sql } from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import type { AdjournReason } from '../policy/lifecycle.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

/** Where an adjourned case waits to come back: a meeting that was chosen, or the next from a day on; and what was shut. */
export type Waiting = {
  readonly meetingDay: string | null;
  readonly fromDay: string | null;
  readonly shut: readonly string[];
};

export type Adjournment = {
  /** The item of the agenda from which it was adjourned. */
  readonly itemId: string;
  readonly caseId: string;
  readonly meetingDay: string;
  readonly reasonCode: AdjournReason;
  readonly reason: string | null;
  readonly until: string | null;
  /** The meeting for which it was listed next. */
  readonly cameBackTo: string | null;
  readonly waits: Waiting | null;
};

/** What the panel asked for in a case, of a person or of an agency. */
export type Asked = {
  readonly caseId: string;
  readonly what: string;
  readonly ownerName: string | null;
  readonly agency: Agency | null;
  readonly dueOn: string;
  readonly doneAt: string | null;
};

export type Carried = { readonly adjournments: readonly Adjournment[]; readonly asked: readonly Asked[] };

export type CarriedRow = { readonly list: string; readonly id: string } & Readonly<
  Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', string | null>
>;

/** What cases bring with them from earlier meetings, as three lists of one shape: to be read alone or beside others. */
export const carriedAmong = (cases: Sql): Sql => sql`
  select 'ADJOURNED' as "list", i.id, i."caseId" as "a", i."adjournReasonCode" as "b", i."adjournReason" as "c",
         i."adjournUntil" as "d", m."meetingDay" as "e", (
           select nm."meetingDay" from agenda_items n join meetings nm on nm.id = n."meetingId"
           where n."caseId" = i."caseId" and n.id > i.id order by n.id limit 1) as "f"
  from agenda_items i join meetings m on m.id = i."meetingId"
  where i."caseId" in (${cases}) and i."adjournedAt" is not null
  union all
  select 'WAITS', w.id, w."caseId", w."itemId", w."fromDay", m."meetingDay", w.shut, null
  from agenda_returns w left join meetings m on m.id = w."meetingId"
  where w."caseId" in (${cases}) and w."settledAt" is null
  union all
  select 'ASKED', x.id, x."caseId", x.what, p.name, x.agency, x."dueOn", x."doneAt"
  from panel_actions x left join people p on p.id = x."ownerId" where x."caseId" in (${cases})`;

/** Those lists put together; adjournments the latest first. */
export function carriedFrom(found: readonly CarriedRow[]): Carried {
  const of = (list: string) => found.filter((one) => one.list === list);
  const waits = new Map(
    of('WAITS').map(({ b, c, d, e }) => [b, { fromDay: c, meetingDay: d, shut: fromJson<string[]>(e, []) }]),
  );
  const adjournments = of('ADJOURNED').map(({ id, a, b, c, d, e, f }) => {
    const said = { caseId: a, reasonCode: b, reason: c, until: d, meetingDay: e, cameBackTo: f };
    return { itemId: id, ...said, waits: waits.get(id) ?? null } as Adjournment;
  });
  const asked = of('ASKED').map(({ a, b, c, d, e, f }) => {
    return { caseId: a, what: b, ownerName: c, agency: d, dueOn: e, doneAt: f } as Asked;
  });
  return { adjournments: adjournments.toSorted((one, other) => (one.itemId < other.itemId ? 1 : -1)), asked };
}

/** What one case brings with it. `source` is `read.source`, or the `tx` of a unit. */
export const carriedOf = async (source: Source, caseId: string): Promise<Carried> =>
  carriedFrom(await rows<CarriedRow>(source, sql`select * from (${carriedAmong(sql`${caseId}`)}) one order by one.id`));
