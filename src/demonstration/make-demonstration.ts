import type { NestExpressApplication } from '@nestjs/platform-express';
import { MakeAccessToken } from '../access/access-tokens.js';
import { MakePasswordLink } from '../access/password-links.js';
import { SetPassword, SetUpService } from '../access/set-up-service.js';
import { AddPerson } from '../access/write-person.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { type Role, serviceRoles } from '../policy/permissions.js';
import { A_DAY, addDays } from '../policy/days.js';
import { addArea } from './areas.js';
import { auditDecided } from './audit-story.js';
import type { Place, Team } from './case-work.js';
import { Colleague } from './colleague.js';
import { readyMeeting } from './coming-meeting.js';
import { type Wave, waves } from './fates.js';
import { administrator, CITY, COUNTY, PASSWORD, people } from './people.js';
import { newChild, type Who } from './referrals.js';
import { fillRegister, sampleRegister } from './register.js';
import { type GoTo, tellWave } from './tell-story.js';

/** What happened before today happened in the morning, at whatever hour the demonstration is made. */
const MORNING = 10.5 * 3_600_000;
const BEGINNING = -90;
/** How many days ago officers registered what they gave alone: in a month that is over. */
const REGISTERED = 42;

/** Fills an empty service: areas, people, and twelve weeks of cases, each through the commands that people use. */
export async function makeDemonstration(app: NestExpressApplication, url: string): Promise<void> {
  const clock = app.get(Clock);
  const sinceMorning = (Date.now() % A_DAY) - MORNING;
  const goTo: GoTo = (days) => {
    clock.ahead = days === 0 ? 0 : days * A_DAY - sinceMorning;
    return clock.today();
  };
  goTo(BEGINNING);
  const actor = await setUp(app);
  const places = await hire(app, actor, url);
  let fourth = '';
  for (const wave of waves) {
    const today = goTo(-wave.daysAgo);
    if (wave.daysAgo === REGISTERED) fourth = await fillRegister(places.CITY, today);
    await tellWave(wave, places[wave.area], goTo, childOf(wave, today, fourth));
  }
  const [registered, today] = [goTo(-REGISTERED), goTo(0)];
  await readyMeeting(places.CITY, today);
  await sampleRegister(places.CITY, registered, today);
  await auditDecided(places.CITY, today);
  await app.get(UnitOfWork).run(actor, async ({ record }) => {
    record({ type: 'SERVICE', id: 'SERVICE', panelAreaId: null }, { type: 'DEMONSTRATION_MADE' });
    return Promise.resolve();
  });
}

/** The child of the first case of a wave, where the story needs a certain one. */
function childOf({ child }: Wave, today: string, fourth: string): Who | undefined {
  if (child === 'THREE_TIMES_BEFORE') return { childId: fourth };
  if (child !== 'LIKE_ANOTHER') return undefined;
  const [first] = waves;
  const other = newChild(0, addDays(today, 1 - (first?.daysAgo ?? 0)), { homeOfficeClass: '46' });
  return { child: { ...other, givenName: 'Calum' } };
}

async function setUp(app: NestExpressApplication): Promise<Actor> {
  const service = app.get(SetUpService);
  const token = (await service.invite()) ?? '';
  const personId = await service.execute(token, { ...administrator, password: PASSWORD });
  const roles = [{ role: 'ADMINISTRATOR' as const, panelAreaId: null }];
  return { personId, name: administrator.name, agency: 'YOUTH_JUSTICE_SERVICE', roles };
}

async function hire(app: NestExpressApplication, actor: Actor, url: string): Promise<Record<Wave['area'], Place>> {
  const areas: Record<string, string> = {};
  for (const name of [CITY, COUNTY]) areas[name] = await addArea(app, actor, name, app.get(Clock).today());
  const hired: { role: Role; areas: readonly string[]; colleague: Colleague }[] = [];
  for (const { roles, areas: served = [CITY, COUNTY], ...person } of people) {
    const held = roles.flatMap((role) =>
      serviceRoles.includes(role) ? [{ role }] : served.map((name) => ({ role, panelAreaId: areas[name] ?? '' })),
    );
    const { id } = await app.get(AddPerson).execute(actor, { ...person, roles: held });
    const { token: link } = await app.get(MakePasswordLink).execute(actor, id);
    await app.get(SetPassword).execute(link, PASSWORD);
    const own: Actor = { personId: id, name: person.name, agency: person.agency, roles: [] };
    const { token } = await app
      .get(MakeAccessToken)
      .execute(own, { label: 'Making the demonstration', days: 1 - BEGINNING });
    const colleague = new Colleague(id, url, token);
    hired.push(...roles.map((role) => ({ role, areas: served, colleague })));
  }
  // Somebody who serves one area alone goes before those who serve both.
  const find = (role: Role, area: string): Colleague => {
    const able = hired.filter((one) => one.role === role && one.areas.includes(area));
    const [found] = able.toSorted((one, other) => one.areas.length - other.areas.length);
    if (!found) throw new Error(`Nobody is ${role}`);
    return found.colleague;
  };
  const place = (area: string): Place => ({ panelAreaId: areas[area] ?? '', team: teamOf((role) => find(role, area)) });
  return { CITY: place(CITY), COUNTY: place(COUNTY) };
}

const teamOf = (find: (role: Role) => Colleague): Team => ({
  officer: find('REFERRING_OFFICER'),
  policeOfficer: find('YJS_POLICE_OFFICER'),
  assessor: find('YJS_ASSESSOR'),
  victimWorker: find('VICTIM_WORKER'),
  manager: find('PANEL_TEAM_MANAGER'),
  panelAdministrator: find('PANEL_ADMINISTRATOR'),
  chair: find('PANEL_CHAIR'),
  decisionMaker: find('POLICE_DECISION_MAKER'),
  qaLead: find('QA_LEAD'),
  auditor: find('QA_AUDITOR'),
  member: find('PANEL_MEMBER'),
  senior: find('SENIOR_REVIEWER'),
  observer: find('OBSERVER'),
});
