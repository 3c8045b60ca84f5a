import sql, { join, type Sql } from 'sql-template-tag';
import { nearlyDueBy } from '../policy/check-standing.js';
import { ownCases } from '../cases/covers.queries.js';
import { beforeRecommendation } from '../policy/lifecycle.js';
import { permissions } from '../policy/permissions.js';
import { type Asked, inAreas, MOST, onCase, own, total, type WorkList } from './work-list.js';

/**
 * Cases that late news reopened and that are not signed off again, the newest news first. The note is what came last: the
 * code of the news, or the agency that answered.
 */
const reopened =
  (more: (asked: Asked) => Sql) =>
  (asked: Asked): Sql => sql`
    select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
           coalesce(r.about, r.news) as "note", r."cameAt" as "since", ${total}
    from cases c join children k on k.id = c."childId"
    join reopened_sections r on r.id = (
      select l.id from reopened_sections l
      where l."caseId" = c.id and l."signedAt" is null order by l."cameAt" desc, l.id limit 1)
    where ${inAreas(asked)} and c.state = 'PREPARING' and ${more(asked)}
    order by r."cameAt" desc, c.id limit ${MOST}`;

const isOpen = sql`exists (
  select 1 from reopened_sections o where o."caseId" = c.id and o."settledAt" is null)`;

/** Whoever asked, or somebody they cover today. */
const asker = ({ actor, today }: Asked): Sql => ownCases(sql`ac."requestedBy"`, actor, today);

const awaited =
  (due: (asked: Asked) => Sql) =>
  (asked: Asked): Sql => sql`
    select c.id, ac.agency as "part", c.reference as "label", k."givenName", k."familyName", ac.agency as "note",
           ac."dueOn" as "since", ${total}
    from agency_checks ac join cases c on c.id = ac."caseId" join children k on k.id = c."childId"
    where ${asker(asked)} and ac.status = 'REQUESTED' and ${due(asked)} and ${inAreas(asked)}
      and c.state in (${join([...beforeRecommendation])})
    order by ac."dueOn", ac.id limit ${MOST}`;

const nearlyDue = ({ today, areas: [area = ''], basis }: Asked): Sql =>
  sql`ac."dueOn" >= ${today} and ac."dueOn" <= ${nearlyDueBy(today, basis(area).calendar)}`;

const chase = ({ id, part }: { id: string; part: string | null }): string =>
  `/cases/${id}/agency-checks/${part ?? ''}/chasers`;

// prettier-ignore
/** What came late, and what has not come yet. */
export const newsLists: readonly WorkList[] = [
  { code: 'LATE_NEWS', title: 'Reopened by late news', heads: ['Case', 'What came', 'Came'], roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&sort=stateSince', page: onCase('/reopened-sections'), waiting: reopened(() => sql`1 = 1`) },
  { code: 'NEWS_TO_CONSIDER', title: 'Late news to consider', heads: ['Case', 'What came', 'Came'], roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&state=PREPARING&sort=stateSince', page: onCase('/reopened-sections'), waiting: reopened((asked) => sql`${own(asked)} and ${isOpen}`) },
  { code: 'CHECKS_OVERDUE', title: 'Agency checks you asked for, overdue', heads: ['Case', 'Agency, chase it', 'Was due'], roles: permissions['check.request'], all: '/agency-checks', page: chase, waiting: awaited(({ today }) => sql`ac."dueOn" < ${today}`) },
  { code: 'CHECKS_NEARLY_DUE', title: 'Agency checks you asked for, nearly due', heads: ['Case', 'Agency, chase it', 'Due'], roles: permissions['check.request'], all: '/agency-checks', page: chase, waiting: awaited(nearlyDue) },
];
