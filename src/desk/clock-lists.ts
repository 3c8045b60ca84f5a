import sql, { join, type Sql } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import { clockView } from '../cases/clocks.view.js';
import {
  conditionsColumns,
  type ClockGroup,
  clockGroups,
  nearIn,
  runningOut,
  unplanned,
} from '../cases/near-clocks.js';
import { visibleCases } from '../cases/visible-cases.js';
import type { CaseClock, ClockCode } from '../policy/clock-kinds.js';
import { pressing } from '../policy/clocks.js';
import { LAST_DAY } from '../policy/days.js';
import { afterDecision, beforeOutcome } from '../policy/lifecycle.js';
import { permissions } from '../policy/permissions.js';
import type { Source } from '../platform/database/read.js';
import {
  type Asked,
  deliveryOwnOrNobodys,
  MOST,
  onCase,
  own,
  ownOrNobodys,
  total,
  type Waiting,
  type WorkList,
} from './work-list.js';

type Candidate = Waiting & { readonly panelAreaId: string };

/**
 * Of each area and each clock the few cases that run out first; which of them come first is seen when their clocks are
 * counted. How many there are in all is asked as the caseload asks it, so that it lists as many.
 */
const candidates =
  (group: ClockGroup, which: (asked: Asked) => Sql) =>
  (asked: Asked): Sql => {
    const { areas, basis } = asked;
    const { clocks } = clockGroups[group];
    const cases = (more: Sql): Sql =>
      sql`cases c join children k on k.id = c."childId" where ${which(asked)} and ${more}`;
    const branches = areas.flatMap((area) =>
      nearIn(clocks, basis(area)).map(
        ({ where, order }) => sql`select * from (
          select c.id from ${cases(sql`c."panelAreaId" = ${area} and ${where}`)}
          order by coalesce(${order}, ${LAST_DAY}), c.id limit ${MOST}) one`,
      ),
    );
    return sql`
      select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
             c."referredOn" as "since", c."panelAreaId",
             (select cast(count(*) as integer) from ${cases(runningOut(clocks, areas, basis))}) as "total"
      from cases c join children k on k.id = c."childId" where c.id in (${join(branches, ' union ')})`;
  };

/** The candidates with their clocks: those in which one is not far, the nearest first. */
const counted =
  (group: ClockGroup) =>
  async (source: Source, found: readonly Waiting[], { today }: Asked): Promise<Waiting[]> => {
    const wanted: readonly ClockCode[] = clockGroups[group].clocks;
    const clocks = await clocksOfCases(source, found as readonly Candidate[], today);
    return found
      .flatMap((one) => {
        const [first, ...others] = pressing(clocks.get(one.id) ?? []).filter(({ code }) => wanted.includes(code));
        return first ? [{ ...one, note: noteOf(first, others), since: first.dueOn }] : [];
      })
      .toSorted((one, other) => ((one.since ?? LAST_DAY) < (other.since ?? LAST_DAY) ? -1 : 1))
      .slice(0, MOST);
  };

/** What runs out of a group, in some cases. */
const runsOut = (group: ClockGroup, which: (asked: Asked) => Sql) => ({
  waiting: candidates(group, which),
  refine: counted(group),
});

function noteOf(first: CaseClock, others: readonly CaseClock[]): string {
  const said = first.standing === 'OVER' ? `${clockView(first).what} (its day has passed)` : clockView(first).what;
  return others.length > 0 ? `${said}; and ${others.length} more` : said;
}

/**
 * Deliveries whose last day has passed, for whoever sees to them or prepares the case, or all where nobody does: nothing ends by
 * itself.
 */
const pastDeliveries = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
         y."dueOn" as "since", ${total}
  from deliveries y join cases c on c.id = y."caseId" join children k on k.id = c."childId"
  where y.status in ('PLANNED', 'UNDER_WAY') and y."dueOn" < ${asked.today}
    and c.state in (${join([...afterDecision])}) and ${visibleCases(asked.actor, 'case.list')} and ${deliveryOwnOrNobodys(asked)}
  order by y."dueOn", c.id limit ${MOST}`;

/** What is to be delivered and nobody planned, with its last day, for whoever prepares the case, or all where nobody does. */
const toPlan = (asked: Asked): Sql => sql`
  select one.id, null as "part", one.reference as "label", one."givenName", one."familyName",
         one."conditionsDueOn" as "note", one."stateSince" as "since", ${total}
  from (
    select c.id, c.reference, k."givenName", k."familyName", c."stateSince", ${conditionsColumns}
    from cases c join children k on k.id = c."childId"
    where ${read(asked)} and ${ownOrNobodys(asked)} and ${unplanned(asked.basis('').disposals)}) one
  order by one."stateSince", one.id limit ${MOST}`;

const read = ({ actor }: Asked): Sql => visibleCases(actor, 'case.list');
const mine = (asked: Asked): Sql => sql`${read(asked)} and ${own(asked)}`;
/** Whoever referred a case reads its referral, and nothing that was added to it. */
const referred = ({ actor }: Asked): Sql =>
  sql`c."referredBy" = ${actor.personId} and c.state in (${join([...beforeOutcome])}) and ${openTo(actor)}`;

// prettier-ignore
/** What runs out, and what ran out and asks. */
export const clockLists: readonly WorkList[] = [
  { code: 'DELIVERIES_PAST', title: 'Deliveries past their last day: how did they end?', heads: ['Case', null, 'Last day'], roles: permissions['delivery.record'], all: null, page: onCase('/delivery/completion'), waiting: pastDeliveries },
  { code: 'DELIVERIES_TO_PLAN', title: 'Deliveries to plan', heads: ['Case', 'Last day', 'Since'], roles: permissions['delivery.record'], all: null, page: onCase('/delivery'), waiting: toPlan },
  { code: 'YOUR_CLOCKS', title: 'What runs out in your cases', heads: ['Case', 'What runs out', 'Day'], roles: ['YJS_ASSESSOR'], all: '/cases?clock=ANY&allocatedTo=me&sort=referredOn', page: onCase(), ...runsOut('ANY', mine) },
  { code: 'CLOCKS', title: 'What runs out', heads: ['Case', 'What runs out', 'Day'], roles: ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'], all: '/cases?clock=ANY&sort=referredOn', page: onCase(), ...runsOut('ANY', read) },
  { code: 'CLOCKS_TO_DECIDE', title: clockGroups.TO_DECIDE.name, heads: ['Case', 'What runs out', 'Day'], roles: ['POLICE_DECISION_MAKER', 'PANEL_CHAIR'], all: '/cases?clock=TO_DECIDE&sort=referredOn', page: onCase(), ...runsOut('TO_DECIDE', read) },
  { code: 'REFERRED_CLOCKS', title: 'What runs out in cases that you referred', heads: ['Case', 'What runs out', 'Day'], roles: ['REFERRING_OFFICER'], all: '/referrals', page: ({ id }) => `/referrals/${id}`, ...runsOut('TO_DECIDE', referred) },
];
