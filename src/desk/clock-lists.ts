import sql, { join, type Sql } from 'sql-template-tag';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import { clockView } from '../cases/clocks.view.js';
import { nearClockCodes, nearClocks } from '../cases/near-clocks.js';
import { visibleCases } from '../cases/visible-cases.js';
import { usualSettings } from '../policy/area-settings.js';
import { releaseCalendar } from '../policy/bank-holidays.js';
import { clockEdges } from '../policy/clock-edges.js';
import type { CaseClock, ClockCode } from '../policy/clock-kinds.js';
import type { Source } from '../platform/database/read.js';
import { type Asked, MOST, onCase, own, total, type Waiting, type WorkList } from './work-list.js';

type Candidate = Waiting & { readonly panelAreaId: string };

/** Of each area and each clock the few that run out first; they are counted one by one afterwards. */
const candidates =
  (more: (asked: Asked) => Sql) =>
  (asked: Asked): Sql => {
    const { actor, areas, today, settings, calendar = releaseCalendar } = asked;
    const branches = areas.flatMap((area) => {
      const edges = clockEdges({ settings: settings.get(area) ?? usualSettings, today, calendar });
      return nearClockCodes.map((code) => {
        const { where, order } = nearClocks[code](edges[code]);
        return sql`select * from (
          select c.id, cast(${code} as text) as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
                 c."referredOn" as "since", ${total}, c."panelAreaId"
          from cases c join children k on k.id = c."childId"
          where c."panelAreaId" = ${area} and ${where} and ${visibleCases(actor, 'case.list')} and ${more(asked)}
          order by ${order}, c.id limit ${MOST}) one`;
      });
    });
    return join(branches, ' union all ');
  };

const LAST = '9999-12-31';

/** The clocks of the candidates, counted: those that are not far, the nearest first. */
async function counted(source: Source, found: readonly Waiting[], { today }: Asked): Promise<Waiting[]> {
  const cases = new Map((found as readonly Candidate[]).map((one) => [one.id, one]));
  const clocks = await clocksOfCases(source, [...cases.values()], today);
  const totals = new Map((found as readonly Candidate[]).map((one) => [`${one.panelAreaId} ${one.part}`, one.total]));
  const all = [...totals.values()].reduce((sum, one) => sum + one, 0);
  const pairs = found.map((one) => ({ one, clock: nearOf(clocks.get(one.id) ?? [], one.part as ClockCode) }));
  const running = pairs.flatMap(({ one, clock }) => (clock ? [{ one, clock }] : []));
  const left = all - (pairs.length - running.length);
  return running
    .toSorted((a, b) => ((a.clock.dueOn ?? LAST) < (b.clock.dueOn ?? LAST) ? -1 : 1))
    .slice(0, MOST)
    .map(({ one, clock }) => ({ ...one, note: noteOf(clock), since: clock.dueOn, total: left }));
}

const noteOf = (clock: CaseClock): string =>
  clock.standing === 'OVER' ? `${clockView(clock).what} (its day has passed)` : clockView(clock).what;

const nearOf = (clocks: readonly CaseClock[], wanted: ClockCode): CaseClock | undefined =>
  clocks.find(({ code, standing }) => code === wanted && standing !== 'FAR');

/** Deliveries whose last day has passed, for whoever sees to them or prepares the case: nothing ends by itself. */
const pastDeliveries = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
         y."dueOn" as "since", ${total}
  from deliveries y join cases c on c.id = y."caseId" join children k on k.id = c."childId"
  where y.status in ('PLANNED', 'UNDER_WAY') and y."dueOn" < ${asked.today}
    and c.state in ('DECIDED', 'OUTCOME_RECORDED') and ${visibleCases(asked.actor, 'case.list')} and ${ownerOf(asked)}
  order by y."dueOn", c.id limit ${MOST}`;

const ownerOf = ({ actor, today }: Asked): Sql => sql`coalesce(y."ownerId", c."allocatedTo") in (
  select ${actor.personId} union all
  select v."personId" from covers v
  where v."coveredBy" = ${actor.personId} and v."panelAreaId" = c."panelAreaId"
    and v."fromDay" <= ${today} and v."toDay" >= ${today})`;

const everything = (): Sql => sql`1 = 1`;
const delivering = ['YJS_ASSESSOR', 'YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'] as const;

// prettier-ignore
/** What runs out, and what ran out and asks. */
export const clockLists: readonly WorkList[] = [
  { code: 'DELIVERIES_PAST', title: 'Deliveries past their last day: how did they end?', roles: delivering, all: null, page: onCase('/delivery/completion'), waiting: pastDeliveries },
  { code: 'YOUR_CLOCKS', title: 'What runs out in your cases', roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&sort=referredOn', page: onCase(), waiting: candidates(own), refine: counted },
  { code: 'CLOCKS', title: 'What runs out', roles: ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'], all: '/cases?sort=referredOn', page: onCase(), waiting: candidates(everything), refine: counted },
];
