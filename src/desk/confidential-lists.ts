import sql, { type Sql } from 'sql-template-tag';
import { isNamedOn } from '../access/open-cases.js';
import { type Asked, inAreas, MOST, onCase, total, type WorkList } from './work-list.js';

/** The actor is named on the restriction `xr`; of one that was lifted since, was named when it was. */
const isNamed = ({ actor }: Asked): Sql => isNamedOn(sql`xr.id`, sql`${actor.personId}`);

/** Who opened a restricted case without being named; it waits for each manager named until one looked into it. */
const openings = (asked: Asked): Sql => sql`
  select c.id, g.id as "part", c.reference as "label", k."givenName", k."familyName", p.name as "note",
         g."brokenAt" as "since", ${total}
  from glass_breaks g join case_restrictions xr on xr.id = g."restrictionId" join cases c on c.id = g."caseId"
  join children k on k.id = c."childId" join people p on p.id = g."personId"
  where g."acknowledgedAt" is null and g."brokenAt" > '' and g."personId" <> ${asked.actor.personId}
    and ${inAreas(asked)} and ${isNamed(asked)}
  order by g."brokenAt", g.id limit ${MOST}`;

const reviews = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
         xr."reviewOn" as "since", ${total}
  from case_restrictions xr join cases c on c.id = xr."caseId" join children k on k.id = c."childId"
  where xr."liftedAt" is null and xr."reviewOn" <= ${asked.today} and ${inAreas(asked)} and ${isNamed(asked)}
  order by xr."reviewOn", xr.id limit ${MOST}`;

// prettier-ignore
/** What waits for the managers named on a restricted case. */
export const confidentialLists: readonly WorkList[] = [
  { code: 'RESTRICTED_OPENED', title: 'Restricted cases opened by somebody not named', heads: ['Case', 'By whom', 'Opened'], roles: ['PANEL_TEAM_MANAGER'], all: null, page: ({ id, part }) => `/cases/${id}/restriction/openings/${part ?? ''}`, waiting: openings },
  { code: 'RESTRICTIONS_TO_REVIEW', title: 'Restrictions to look at again', heads: ['Case', null, 'Due'], roles: ['PANEL_TEAM_MANAGER'], all: null, page: onCase('/restriction'), waiting: reviews },
];
