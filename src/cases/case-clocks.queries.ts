import sql, { join, type Sql } from 'sql-template-tag';
import type { CaseClock, ClockFacts } from '../policy/clock-kinds.js';
import { clocksOf } from '../policy/clocks.js';
import type { CaseState } from '../policy/lifecycle.js';
import { rows, type Source } from '../platform/database/read.js';
import { clockBasis } from './counted-by.queries.js';

type Row = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly state: CaseState;
  readonly dateOfBirth: string;
  readonly referredOn: string;
  readonly signedOffOn: string | null;
  readonly policeStatus: string;
  readonly bailDate: string | null;
  readonly decided: string | null;
  readonly deliveryStatus: string | null;
  readonly deliveryDueOn: string | null;
} & OffenceColumns &
  DutyColumns;

type OffenceColumns = {
  readonly position: number;
  readonly date: string;
  readonly homeOfficeClass: string;
  readonly indictableOnly: number;
};
type DutyColumns = { readonly dutyCode: string | null; readonly dutyDueOn: string | null };

/** Each case once for each of its offences and each duty that is open, which are few. */
const factsOf = (caseIds: readonly string[]): Sql => sql`
  select c.id, c."panelAreaId", c.state, k."dateOfBirth", c."referredOn", c."signedOffOn", c."policeStatus", c."bailDate",
         d.disposal as "decided", y.status as "deliveryStatus", y."dueOn" as "deliveryDueOn",
         o.position, o.date, o."homeOfficeClass", o."indictableOnly", u.code as "dutyCode", u."dueOn" as "dutyDueOn"
  from cases c join children k on k.id = c."childId" join offences o on o."caseId" = c.id
  left join standing_recommendations r on r.id = (
    select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
  left join standing_police_decisions d on d."recommendationId" = r.id
  left join deliveries y on y."caseId" = c.id
  left join duties u on u."caseId" = c.id and u."doneOn" is null
  where c.id in (${join([...caseIds])}) order by c.id, o.position, u."dueOn"`;

/** The duties among rows that have one for each offence and each duty. */
export function dutiesIn(found: readonly DutyColumns[]): { code: string; dueOn: string | null }[] {
  const known = new Map<string, string | null>();
  for (const { dutyCode, dutyDueOn } of found) if (dutyCode !== null) known.set(dutyCode, dutyDueOn);
  return [...known].map(([code, dueOn]) => ({ code, dueOn }));
}

function factsIn(found: readonly Row[]): ClockFacts {
  const offences = new Map(found.map((row) => [row.position, row]));
  return {
    ...found[0],
    offences: [...offences.values()].map(({ position, date, homeOfficeClass, indictableOnly }) => ({
      ...{ position, date, homeOfficeClass, indictableOnly },
    })),
    duties: dutiesIn(found),
  };
}

/**
 * The clocks of several cases on a day, by case, the nearest first: two statements whatever their number. Only for cases
 * that were found within the reader’s scope.
 */
export async function clocksOfCases(
  source: Source,
  cases: readonly { readonly id: string; readonly panelAreaId: string }[],
  today: string,
): Promise<ReadonlyMap<string, CaseClock[]>> {
  if (cases.length === 0) return new Map();
  const areas = [...new Set(cases.map(({ panelAreaId }) => panelAreaId))];
  const [found, basis] = await Promise.all([
    rows<Row>(source, factsOf(cases.map(({ id }) => id))),
    clockBasis(source, areas, today),
  ]);
  const byCase = new Map<string, Row[]>();
  for (const row of found) byCase.set(row.id, [...(byCase.get(row.id) ?? []), row]);
  return new Map([...byCase].map(([id, rows]) => [id, clocksOf(factsIn(rows), basis(rows[0]?.panelAreaId ?? ''))]));
}
