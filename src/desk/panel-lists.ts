import sql, { join, type Sql } from 'sql-template-tag';
import { slugOf } from '../letters/kind-named.js';
import { lettersDue } from '../letters/letters-due.js';
import { addDays } from '../policy/days.js';
import { type LetterKind, lettersDueDays } from '../policy/letters.js';
import { type Asked, casesIn, inAreas, MOST, nobody, onCase, total, type Waiting, type WorkList } from './work-list.js';

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

/** Letters not sent of what was recorded not long ago: later the page of the case says so. The part and the note are its kind. */
const letters = (asked: Asked): Sql => sql`
  select due."caseId" as "id", due.kind as "part", c.reference as "label", k."givenName", k."familyName",
         due.kind as "note", due.since as "since", ${total}
  from ${lettersDue(sql`${inAreas(asked)} and c."stateSince" >= ${addDays(asked.today, -lettersDueDays)}`)} due
  join cases c on c.id = due."caseId" join children k on k.id = c."childId"
  order by due.since, due."caseId", due.kind limit ${MOST}`;

const toLetter = ({ id, part }: Waiting): string => `/cases/${id}/letters/${slugOf(part as LetterKind)}/draft`;

// prettier-ignore
/** What waits from the listing to the outcome and its duties. */
export const panelLists: readonly WorkList[] = [
  { code: 'TO_LIST', title: 'Cases ready to be listed', roles: ['PANEL_ADMINISTRATOR'], all: '/cases?state=READY&sort=stateSince', page: onCase('/listing'), waiting: casesIn('READY') },
  { code: 'MEETINGS', title: 'The next meetings', roles: ['PANEL_ADMINISTRATOR', 'PANEL_CHAIR', 'PANEL_MEMBER'], all: '/meetings', page: ({ id }) => `/meetings/${id}`, waiting: meetings },
  { code: 'ESCALATED', title: 'Escalated cases', roles: ['PANEL_CHAIR', 'SENIOR_REVIEWER'], all: '/cases?state=ESCALATED&sort=stateSince', page: onCase(), waiting: casesIn('ESCALATED') },
  { code: 'TO_DECIDE', title: 'Recommendations to decide on', roles: ['POLICE_DECISION_MAKER'], all: '/cases?state=RECOMMENDED&sort=stateSince', page: onCase('/police-decision'), waiting: casesIn('RECOMMENDED') },
  { code: 'OUTCOMES', title: 'Decided, awaiting the outcome', roles: ['YJS_POLICE_OFFICER'], all: '/cases?state=DECIDED&sort=stateSince', page: onCase('/outcome'), waiting: casesIn('DECIDED') },
  { code: 'DUTIES', title: 'Duties after an outcome', roles: ['YJS_POLICE_OFFICER'], all: null, page: onCase('/duties'), waiting: duties },
  { code: 'LETTERS', title: 'Letters to write and send', roles: ['YJS_ASSESSOR', 'PANEL_ADMINISTRATOR'], all: null, page: toLetter, waiting: letters },
];
