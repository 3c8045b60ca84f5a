import sql, { join, type Sql } from 'sql-template-tag';
import type { CaseClock, ClockFacts } from '../policy/clock-kinds.js';
import { clocksOf } from '../policy/clocks.js';
import type { CaseState } from '../policy/lifecycle.js';
import { type ColumnsOf, idsIn, listOf, row, type Source } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import { basisFrom, basisOf, type BasisRow } from './counted-by.queries.js';
import { conditionsColumns, stepUnderWay, wasDecided, wasDecidedColumn } from './near-clocks.js';

type CaseRow = {
  readonly kind: 'CASE';
  readonly id: string;
  readonly place: string;
  readonly name: CaseState;
  readonly since: string;
  readonly dateOfBirth: string;
  readonly signedOffOn: string | null;
  readonly policeStatus: string;
  readonly bailDate: string | null;
  readonly escalationStep: string | null;
  readonly escalationDueOn: string | null;
  readonly decided: string | null;
  readonly deliveryStatus: string | null;
  readonly deliveryDueOn: string | null;
  readonly wasDecided: number;
  readonly conditionsGiven: number;
  readonly conditionsDueOn: string | null;
} & OffenceColumns &
  DutyColumns;

type OffenceColumns = {
  readonly position: number;
  readonly date: string;
  readonly homeOfficeClass: string;
  readonly indictableOnly: number;
};
type DutyColumns = { readonly dutyCode: string | null; readonly dutyDueOn: string | null };

const columns: ColumnsOf<Omit<CaseRow, 'kind' | 'name'> & BasisRow> = {
  ...{ kind: true, place: true, name: true, value: true, since: true, id: true, dateOfBirth: true, signedOffOn: true },
  ...{
    policeStatus: true,
    bailDate: true,
    escalationStep: true,
    escalationDueOn: true,
    decided: true,
    deliveryStatus: true,
    deliveryDueOn: true,
    wasDecided: true,
    conditionsGiven: true,
    conditionsDueOn: true,
  },
  ...{ position: true, date: true, homeOfficeClass: true, indictableOnly: true, dutyCode: true, dutyDueOn: true },
};

/** What the clocks are counted by; then each case once for each of its offences and open duties, which are few. */
const factsOf = (among: Sql, basis: Sql): Sql => sql`
  select 'CASE' as "kind", c."panelAreaId" as "place", c.state as "name", '' as "value", c."referredOn" as "since",
         c.id as "id", k."dateOfBirth", c."signedOffOn", c."policeStatus", c."bailDate",
         s.name as "escalationStep", s."dueOn" as "escalationDueOn",
         d.disposal as "decided", y.status as "deliveryStatus", y."dueOn" as "deliveryDueOn",
         ${wasDecidedColumn}, ${conditionsColumns},
         o.position as "position", o.date, o."homeOfficeClass", o."indictableOnly",
         u.code as "dutyCode", u."dueOn" as "dutyDueOn"
  from cases c join children k on k.id = c."childId" join offences o on o."caseId" = c.id
  left join escalation_steps s on c.state = 'ESCALATED' and ${stepUnderWay}
  left join standing_recommendations r on r.id = (
    select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
  left join standing_police_decisions d on d."recommendationId" = r.id
  left join deliveries y on y."caseId" = c.id
  left join duties u on u."caseId" = c.id and u."doneOn" is null
  where c.id in (${among})
  union all
  select one."kind", one."place", one."name", one."value", one."since", one."id", ${join(nothing)}
  from (${basis}) one
  order by "since", "id", "position", "dutyDueOn"`;

/** What a row of the basis does not have. */
const nothing = Array.from({ length: 18 }, () => sql`null`);

/** The duties among rows that have one for each offence and each duty. */
export function dutiesIn(found: readonly DutyColumns[]): { code: string; dueOn: string | null }[] {
  const known = new Map<string, string | null>();
  for (const { dutyCode, dutyDueOn } of found) if (dutyCode !== null) known.set(dutyCode, dutyDueOn);
  return [...known].map(([code, dueOn]) => ({ code, dueOn }));
}

function factsIn(first: CaseRow, found: readonly CaseRow[]): ClockFacts {
  const offences = new Map(found.map((row) => [row.position, row]));
  const { name: state, since: referredOn, dateOfBirth, signedOffOn, policeStatus, bailDate, decided } = first;
  const {
    deliveryStatus,
    deliveryDueOn,
    wasDecided,
    conditionsGiven,
    conditionsDueOn,
    escalationStep,
    escalationDueOn,
  } = first;
  return {
    offences: [...offences.values()].map(({ position, date, homeOfficeClass, indictableOnly }) => {
      return { position, date, homeOfficeClass, indictableOnly };
    }),
    duties: dutiesIn(found),
    ...{ state, referredOn, dateOfBirth, signedOffOn, policeStatus, bailDate, decided, deliveryStatus, deliveryDueOn },
    ...{ wasDecided, conditionsGiven, conditionsDueOn, escalationStep, escalationDueOn },
  };
}

/**
 * The clocks of several cases on a day, by case, the nearest first: one statement whatever their number. Only for cases
 * that were found within the reader’s scope.
 */
export async function clocksOfCases(
  source: Source,
  cases: readonly { readonly id: string; readonly panelAreaId: string }[],
  today: string,
): Promise<ReadonlyMap<string, CaseClock[]>> {
  if (cases.length === 0) return new Map();
  const among = idsIn(cases.map(({ id }) => id));
  const areas = [...new Set(cases.map(({ panelAreaId }) => panelAreaId))];
  const found = await listOf<CaseRow | BasisRow>(source, columns, factsOf(among, basisOf(areas, today)));
  const basis = basisFrom(
    found.filter((one) => one.kind !== 'CASE'),
    today,
  );
  const byCase = grouped(
    found.filter((one) => one.kind === 'CASE'),
    ({ id }) => id,
  );
  return new Map(
    [...byCase].flatMap(([id, all]) => {
      const [first] = all;
      return first ? [[id, clocksOf(factsIn(first, all), basis(first.place))]] : [];
    }),
  );
}

/** Whether police decided in a case and did not take it back, however it stands now. */
export const isDecided = async (source: Source, caseId: string): Promise<boolean> =>
  (await row(source, sql`select c.id from cases c where c.id = ${caseId} and ${wasDecided}`)) !== null;
