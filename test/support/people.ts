import type { Agency } from '../../src/policy/agencies.js';
import type { Role } from '../../src/policy/permissions.js';
import { MakeAccessToken } from '../../src/access/access-tokens.js';
import { SetUpService } from '../../src/access/set-up-service.js';
import { AddPanelArea } from '../../src/access/write-panel-area.js';
import { AddPerson } from '../../src/access/write-person.js';
import type { Actor, RoleHeld } from '../../src/platform/actor.js';
import { type ApiClient, apiClient, done } from './clients.js';
import type { Service } from './service.js';

export const PASSWORD = 'four lanterns over quiet water';
export const ADMINISTRATOR_EMAIL = 'administrator@example.org';

/** Somebody at work: an actor for commands, a client for the API. */
export type Colleague = {
  readonly id: string;
  readonly email: string;
  readonly actor: Actor;
  readonly api: ApiClient;
  readonly token: string;
};

export type Team = {
  readonly areaId: string;
  readonly administrator: Colleague;
  /** Somebody with this role in the area; the same person each time for the same number. */
  as(role: Role, number?: number): Promise<Colleague>;
  /** Somebody with these roles, perhaps in another agency or area. */
  hire(roles: readonly Role[], options?: { agency?: Agency; areaId?: string; name?: string }): Promise<Colleague>;
  addArea(name: string): Promise<string>;
};

const agencyOf: Partial<Record<Role, Agency>> = {
  REFERRING_OFFICER: 'POLICE',
  YJS_POLICE_OFFICER: 'POLICE',
  POLICE_DECISION_MAKER: 'POLICE',
  PARTNER_CONTRIBUTOR: 'CHILDRENS_SOCIAL_CARE',
  VICTIM_WORKER: 'VICTIM_SERVICE',
};

/** Sets the service up through its own commands: an administrator, a panel area, and colleagues as they are needed. */
export async function setUpTeam(
  service: Service,
  areaName = 'Leicester City',
  names: Partial<Record<Role, string>> = {},
): Promise<Team> {
  const { app } = service;
  const setUp = app.get(SetUpService);
  const token = await setUp.invite();
  if (!token) throw new Error('The service was set up already');
  const name = 'Ada Administrator';
  const adminId = await setUp.execute(token, { email: ADMINISTRATOR_EMAIL, name, password: PASSWORD });
  const administrator = await colleague(service, adminId, ADMINISTRATOR_EMAIL, name, 'YOUTH_JUSTICE_SERVICE', [
    { role: 'ADMINISTRATOR', panelAreaId: null },
  ]);
  const addArea = async (area: string): Promise<string> =>
    (await app.get(AddPanelArea).execute(administrator.actor, { name: area })).id;
  const areaId = await addArea(areaName);
  let hired = 0;
  const hire: Team['hire'] = async (roles, options = {}) => {
    hired += 1;
    const agency = options.agency ?? agencyOf[roles[0] as Role] ?? 'YOUTH_JUSTICE_SERVICE';
    const held = roles.map((role) => ({ role, panelAreaId: options.areaId ?? areaId }));
    const person = { name: options.name ?? `Colleague ${hired}`, email: `colleague${hired}@example.org`, agency };
    const { id } = await app.get(AddPerson).execute(administrator.actor, { ...person, roles: held });
    return colleague(service, id, person.email, person.name, agency, held);
  };
  const known = new Map<string, Promise<Colleague>>();
  const as: Team['as'] = (role, number = 1) => {
    const key = `${role} ${number}`;
    const name = number === 1 ? names[role] : undefined;
    const found = known.get(key) ?? hire([role], name ? { name } : {});
    known.set(key, found);
    return found;
  };
  return { areaId, administrator, as, hire, addArea };
}

/** Chooses what the team’s panel area, or another, decides by. */
export async function chooseSetting(team: Team, setting: string, choice: object, areaId = team.areaId): Promise<void> {
  const path = `/api/panel-areas/${areaId}/settings/${setting}`;
  done(`The choice of ${setting}`, await team.administrator.api.post(path, choice));
}

async function colleague(
  service: Service,
  personId: string,
  email: string,
  name: string,
  agency: Agency,
  roles: readonly RoleHeld[],
): Promise<Colleague> {
  const actor: Actor = { personId, name, agency, roles };
  const { token } = await service.app.get(MakeAccessToken).execute(actor, { label: 'tests', days: 366 });
  return { id: personId, email, actor, token, api: apiClient(service.url, token) };
}

/** The same team in another panel area, each role held by somebody of their own. */
export function teamIn(team: Team, areaId: string): Team {
  const hired = new Map<Role, Promise<Colleague>>();
  const as = (role: Role): Promise<Colleague> => {
    const one = hired.get(role) ?? team.hire([role], { areaId });
    hired.set(role, one);
    return one;
  };
  return { ...team, areaId, as };
}
