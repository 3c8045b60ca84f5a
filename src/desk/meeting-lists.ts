import sql, { join, type Sql } from 'sql-template-tag';
import { holdsFor } from '../panels/around-meeting.queries.js';
import { openStates } from '../policy/lifecycle.js';
import { permissions } from '../policy/permissions.js';
import { type Asked, inAreas, MOST, nobody, onCase, total, type WorkList } from './work-list.js';

/** What the panel asked for and is not done: of whom is said by `whose`. The note is the agency that owes it, or what it is. */
const actions =
  (whose: (asked: Asked) => Sql) =>
  (asked: Asked): Sql => sql`
    select c.id, x.id as "part", c.reference as "label", k."givenName", k."familyName", x.what as "note",
           x."dueOn" as "since", ${total}
    from panel_actions x join cases c on c.id = x."caseId" join children k on k.id = c."childId"
    where ${inAreas(asked)} and c.state in (${join([...openStates])}) and x."doneAt" is null and ${whose(asked)}
    order by x."dueOn", x.id limit ${MOST}`;

const yours = ({ actor }: Asked): Sql => sql`(x."ownerId" = ${actor.personId} or x.agency = ${actor.agency})`;

/** Ready cases that were to come back to an agenda; the note holds the codes of what was shut. */
const shutOut = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", r.shut as "note",
         r."triedAt" as "since", ${total}
  from agenda_returns r join cases c on c.id = r."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and c.state = 'READY' and r."settledAt" is null and r."triedAt" is not null
  order by r."triedAt", r.id limit ${MOST}`;

const observed = ({ actor, areas, now }: Asked): Sql => sql`
  select m.id, null as "part", a.name as "label", ${nobody}, null as "note", m."startsAt" as "since", ${total}
  from observer_invitations v join meetings m on m.id = v."meetingId" join panel_areas a on a.id = m."panelAreaId"
  where m."panelAreaId" in (${join([...areas])}) and m."cancelledAt" is null and ${holdsFor(actor.personId, now)}
  order by m."startsAt", m.id limit ${MOST}`;

const doneOn = ({ id, part }: { id: string; part: string | null }): string =>
  `/cases/${id}/panel-actions/${part ?? ''}/completion`;

// prettier-ignore
/** What a meeting left to be done, what could not come back to one, and what is open to observers. */
export const meetingLists: readonly WorkList[] = [
  { code: 'PANEL_ACTIONS', title: 'What the panel asked of you or your agency', heads: ['Case', 'What', 'By'], roles: permissions['panel-action.complete'], all: null, page: doneOn, waiting: actions(yours) },
  { code: 'PANEL_ACTIONS_OVERDUE', title: 'What the panel asked for, overdue', heads: ['Case', 'What', 'Was due'], roles: ['PANEL_ADMINISTRATOR'], all: null, page: onCase('/panel-actions'), waiting: actions(({ today }) => sql`x."dueOn" < ${today}`) },
  { code: 'RETURNS_SHUT', title: 'Adjourned cases that could not come back to an agenda', heads: ['Case', 'Why', 'Tried'], roles: ['PANEL_ADMINISTRATOR'], all: null, page: onCase('/listing'), waiting: shutOut },
  { code: 'TO_OBSERVE', title: 'Meetings that you observe', heads: ['Panel', null, 'When'], roles: ['OBSERVER'], all: '/observed-meetings', page: ({ id }) => `/observed-meetings/${id}`, waiting: observed },
];
