import sql, { type Sql } from 'sql-template-tag';
import { settingsOf } from '../access/area-settings.queries.js';
import { isUnnamed } from '../access/open-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import { withSeniorsColumn } from '../cases/near-clocks.js';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import type { Agency } from '../policy/agencies.js';
import {
  agencyOf,
  type AttendanceFacts,
  deputises,
  type DiscussionFacts,
  type ViewCode,
} from '../policy/discussion-gates.js';
import type { Actor } from '../platform/actor.js';
import { rows, type Source, together } from '../platform/database/read.js';

/** One version of what an agency said. */
export type ViewFound = {
  readonly itemId: string;
  readonly agency: Agency;
  readonly number: number;
  readonly view: ViewCode;
  /** What the disposal was called then; null where nobody had changed the name. */
  readonly viewName: string | null;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly givenAt: string;
  /** Whoever gave it has a conflict of interest in the case now: it is read, marked, and does not count. */
  readonly steppedOut: boolean;
};

export type PointFound = {
  readonly id: string;
  readonly itemId: string;
  readonly agency: Agency;
  readonly point: string;
  readonly notedByName: string;
  readonly notedAt: string;
};

/** A case before a meeting: each time it is listed is a hearing of its own, with views of its own. */
export type HearingFound = {
  readonly itemId: string;
  readonly meetingId: string;
  readonly startsAt: string;
  readonly adjournedAt: string | null;
  readonly openedAt: string | null;
  readonly openedByName: string | null;
  /** When the panel recommended at it first, taken back or not. */
  readonly recommendedAt: string | null;
  /** Seniors are asked about the case, and have not settled it: 1, or 0. */
  readonly withSeniors: number;
};

export type Hearing = {
  readonly found: CaseFound;
  readonly facts: DiscussionFacts;
  /** The latest first; of a case that was never listed none. */
  readonly hearings: readonly HearingFound[];
  /** Of all hearings, the latest version first. */
  readonly views: readonly ViewFound[];
  readonly points: readonly PointFound[];
};

const hearingsOf = (caseId: string): Sql => sql`
  select i.id as "itemId", i."meetingId", m."startsAt", i."adjournedAt", d."openedAt", p.name as "openedByName", ${withSeniorsColumn},
         (select min(r."recordedAt") from recommendations r
          where r."caseId" = i."caseId" and r."meetingId" = i."meetingId" and r."recordedAt" >= i."listedAt") as "recommendedAt"
  from agenda_items i join cases c on c.id = i."caseId" join meetings m on m.id = i."meetingId"
  left join case_discussions d on d."itemId" = i.id left join people p on p.id = d."openedBy"
  where i."caseId" = ${caseId} order by i.id desc`;

const viewsOf = (caseId: string): Sql => sql`
  select v."itemId", v.agency, v.number, v.view, v.reason, v."givenBy", p.name as "givenByName", v."givenAt",
         ${nameHeld(sql`v.view`, sql`m."meetingDay"`, sql`v."givenAt"`)} as "viewName"
  from agency_views v join people p on p.id = v."givenBy"
  join agenda_items i on i.id = v."itemId" join meetings m on m.id = i."meetingId"
  where v."caseId" = ${caseId} order by v.id desc`;

const pointsOf = (caseId: string): Sql => sql`
  select n.id, n."itemId", n.agency, n.point, p.name as "notedByName", n."notedAt"
  from discussion_points n join people p on p.id = n."notedBy"
  where n."caseId" = ${caseId} and n."withdrawnAt" is null order by n.id`;

/** Those who sit; on a restricted case those of them who are named. */
export const attendancesOf = (caseId: string, meetingId: string | null): Sql => sql`
  select s."personId", s.agency, s."deputyFor" from attendances s
  where s."meetingId" = ${meetingId} and not ${isUnnamed(sql`${caseId}`, sql`s."personId"`)} order by s.id`;

const conflictsOf = (caseId: string): Sql => sql`
  select x."personId" from conflicts x where x."caseId" = ${caseId} and x."liftedAt" is null order by x.id`;

/** Everything that is known of the discussion of a case, whoever may read what: six statements by index. */
export async function hearingOf(source: Source, found: CaseFound, actor: Actor, today: string): Promise<Hearing> {
  const hearings = await rows<HearingFound>(source, hearingsOf(found.id));
  const [latest] = hearings;
  const [settings, attendances, conflicts, given, points] = await together(source, [
    () => settingsOf(source, found.panelAreaId, today),
    () => rows<AttendanceFacts>(source, attendancesOf(found.id, latest?.meetingId ?? null)),
    () => rows<{ personId: string }>(source, conflictsOf(found.id)),
    () => rows<Omit<ViewFound, 'steppedOut'>>(source, viewsOf(found.id)),
    () => rows<PointFound>(source, pointsOf(found.id)),
  ]);
  const out = new Set(conflicts.map(({ personId }) => personId));
  const views = given.map((view) => ({ ...view, steppedOut: out.has(view.givenBy) }));
  const counted = saidAt(views, latest).filter(({ steppedOut }) => !steppedOut);
  const agency = agencyOf({ attendances, conflicts }, actor.personId);
  const isListed = found.state === 'LISTED' || found.state === 'ESCALATED';
  const facts: DiscussionFacts = {
    ...{ caseId: found.id, meetingId: latest?.meetingId, attendances, conflicts, actorId: actor.personId },
    onAgenda: latest !== undefined && latest.adjournedAt === null && isListed,
    actorIsPanelAdministrator: isPanelAdministrator(actor, found.panelAreaId),
    viewsBefore: settings.viewsBeforeDiscussion,
    viewsGivenBy: counted.map((view) => view.agency),
    ownViewBy: counted.find((view) => view.agency === agency)?.givenBy ?? null,
    ...{ openedAt: latest?.openedAt, recommendedAt: latest?.recommendedAt },
  };
  return { found, facts, hearings, views, points };
}

/** The latest version of each agency at a hearing; the one that answered last stands first. */
export const saidAt = (views: readonly ViewFound[], hearing: HearingFound | undefined): ViewFound[] =>
  views
    .filter(({ itemId }) => itemId === hearing?.itemId)
    .filter((view, place, all) => all.findIndex(({ agency }) => agency === view.agency) === place);

/**
 * The view of their agency as the actor may read and change it before the discussion is open: a deputy for another agency
 * has only what they gave themselves (docs/decisions 0019).
 */
export function ownView({ facts, hearings: [latest], views }: Hearing): ViewFound | null {
  const actorId = facts.actorId ?? '';
  const agency = agencyOf(facts, actorId);
  const given = saidAt(views, latest).find((view) => view.agency === agency) ?? null;
  return given && (!deputises(facts, actorId) || given.givenBy === actorId) ? given : null;
}

/** Which agencies answered at the latest hearing of a case, by somebody who has not stepped out. One statement. */
export async function answeredAt(source: Source, caseId: string): Promise<string[]> {
  const given = await rows<{ agency: string }>(
    source,
    sql`select v.agency from agency_views v
        where v."caseId" = ${caseId} and v."itemId" = (
          select i.id from agenda_items i where i."caseId" = ${caseId} order by i.id desc limit 1)
        and v.number = (
          select max(w.number) from agency_views w where w."itemId" = v."itemId" and w.agency = v.agency)
        and v."givenBy" not in (
          select x."personId" from conflicts x where x."caseId" = ${caseId} and x."liftedAt" is null)`,
  );
  return given.map(({ agency }) => agency);
}

/** Whether the actor is the panel administrator of an area: they record without attending. */
export const isPanelAdministrator = ({ roles }: Actor, panelAreaId: string): boolean =>
  roles.some((held) => held.role === 'PANEL_ADMINISTRATOR' && held.panelAreaId === panelAreaId);
