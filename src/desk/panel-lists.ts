import sql, { join, type Sql } from 'sql-template-tag';
import { type Asked, casesIn, inAreas, MOST, nobody, onCase, total, type WorkList } from './work-list.js';

const meetings = ({ areas, today }: Asked): Sql => sql`
  select m.id, null as "part", a."panelName" as "label", ${nobody}, m.place as "note", m."startsAt" as "since", ${total}
  from meetings m join panel_areas a on a.id = m."panelAreaId"
  where m."panelAreaId" in (${join([...areas])}) and m."meetingDay" >= ${today} and m."startsAt" >= ${today}
  order by m."startsAt", m.id limit ${MOST}`;

const duties = (asked: Asked): Sql => sql`
  select c.id, d.code as "part", c.reference as "label", k."givenName", k."familyName", d.code as "note",
         d."dueOn" as "since", ${total}
  from duties d join cases c on c.id = d."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and d."doneOn" is null
  order by d."dueOn", d.id limit ${MOST}`;

// prettier-ignore
/** What waits from the listing to the outcome and its duties. */
export const panelLists: readonly WorkList[] = [
  { code: 'TO_LIST', title: 'Cases ready to be listed', roles: ['PANEL_ADMINISTRATOR'], all: '/cases?state=READY&sort=stateSince', page: onCase('/listing'), waiting: casesIn('READY') },
  { code: 'MEETINGS', title: 'The next meetings', roles: ['PANEL_ADMINISTRATOR', 'PANEL_CHAIR', 'PANEL_MEMBER'], all: '/meetings', page: ({ id }) => `/meetings/${id}`, waiting: meetings },
  { code: 'ESCALATED', title: 'Escalated cases', roles: ['PANEL_CHAIR', 'SENIOR_REVIEWER'], all: '/cases?state=ESCALATED&sort=stateSince', page: onCase(), waiting: casesIn('ESCALATED') },
  { code: 'TO_DECIDE', title: 'Recommendations to decide on', roles: ['POLICE_DECISION_MAKER'], all: '/cases?state=RECOMMENDED&sort=stateSince', page: onCase('/police-decision'), waiting: casesIn('RECOMMENDED') },
  { code: 'OUTCOMES', title: 'Decided, awaiting the outcome', roles: ['YJS_POLICE_OFFICER'], all: '/cases?state=DECIDED&sort=stateSince', page: onCase('/outcome'), waiting: casesIn('DECIDED') },
  { code: 'DUTIES', title: 'Duties after an outcome', roles: ['YJS_POLICE_OFFICER'], all: null, page: onCase('/duties'), waiting: duties },
];
