import { Injectable } from '@nestjs/common';
import sql, { empty, join } from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import { type AreaSettings, usualSettings } from '../policy/area-settings.js';
import type { Permission, Role } from '../policy/permissions.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { settingsByArea } from './area-settings.queries.js';
import { type Holder, holdersIn, holdersOn } from './people-of-area.js';
import type { PanelArea } from './panel-area.entity.js';
import type { PersonState } from './person.entity.js';

export type PersonFound = {
  id: string;
  name: string;
  email: string;
  agency: Agency;
  collarNumber: string | null;
  state: PersonState;
  version: number;
  roles: { role: Role; panelAreaId: string | null }[];
};

export type TokenFound = { id: string; label: string; createdAt: string; expiresAt: string };

/** A panel area with some of what it decides by. */
export type PanelAreaFound = PanelArea &
  Pick<AreaSettings, 'requiredChecks' | 'quorumAgencies' | 'repeatThreshold' | 'outcome23From'>;

@Injectable()
export class AccessQueries {
  constructor(private readonly read: Read) {}

  /** All panel areas, or those named, by name. */
  async panelAreas(ids?: readonly string[]): Promise<PanelArea[]> {
    if (ids?.length === 0) return [];
    const among = ids ? sql`where a.id in (${join([...ids])})` : empty;
    return this.read.rows<PanelArea>(
      sql`select a.id, a.name, a."panelName", a.version, a."createdAt" from panel_areas a ${among} order by a.name`,
    );
  }

  /** The same of all, with what each decides by on a day. */
  async panelAreasOn(day: string): Promise<PanelAreaFound[]> {
    const [areas, settings] = await Promise.all([this.panelAreas(), settingsByArea(this.read.source, day)]);
    return areas.map((area) => {
      const chosen = settings.get(area.id) ?? usualSettings;
      const { requiredChecks, quorumAgencies, repeatThreshold, outcome23From } = chosen;
      return { ...area, requiredChecks, quorumAgencies, repeatThreshold, outcome23From };
    });
  }

  async panelArea(id: string): Promise<PanelArea> {
    const [area] = await this.panelAreas([id]);
    if (!area) throw new NotFound();
    return area;
  }

  async people(id?: string): Promise<PersonFound[]> {
    const only = id === undefined ? empty : sql`where p.id = ${id}`;
    const found = await this.read.rows<Omit<PersonFound, 'roles'> & { role: Role | null; panelAreaId: string | null }>(
      sql`select p.id, p.name, p.email, p.agency, p."collarNumber", p.state, p.version, r.role, r."panelAreaId"
          from people p left join role_assignments r on r."personId" = p.id ${only} order by p.name, p.id`,
    );
    const people = new Map<string, PersonFound>();
    for (const { role, panelAreaId, ...person } of found) {
      const known = people.get(person.id) ?? { ...person, roles: [] };
      if (role) known.roles.push({ role, panelAreaId });
      people.set(person.id, known);
    }
    return [...people.values()];
  }

  /** A person's own tokens that still open something, and when they last signed in and where they are signed in now. */
  async account(personId: string, now: string): Promise<{ tokens: TokenFound[]; sessions: { lastSeenAt: string }[] }> {
    const tokens = await this.read.rows<TokenFound>(
      sql`select t.id, t.label, t."createdAt", t."expiresAt" from access_tokens t
          where t."personId" = ${personId} and t."revokedAt" is null and t."expiresAt" > ${now} order by t.id`,
    );
    const sessions = await this.read.rows<{ lastSeenAt: string }>(
      sql`select s."lastSeenAt" from sessions s where s."personId" = ${personId} order by s."lastSeenAt" desc`,
    );
    return { tokens, sessions };
  }

  async person(id: string): Promise<PersonFound> {
    const [person] = await this.people(id);
    if (!person) throw new NotFound();
    return person;
  }

  /** Everybody who works in a panel area, in whatever role. */
  async peopleOf(panelAreaId: string): Promise<{ id: string; name: string; agency: Agency }[]> {
    return this.read.rows(
      sql`select distinct p.id, p.name, p.agency from people p join role_assignments r on r."personId" = p.id
          where r."panelAreaId" = ${panelAreaId} and p.state = 'ACTIVE' order by p.name, p.id`,
    );
  }

  /** The active people who hold a permission in a panel area. */
  holders(panelAreaId: string, permission: Permission): Promise<Holder[]> {
    return holdersIn(this.read.source, panelAreaId, permission);
  }

  /** Those of them to whom a case is not closed. */
  holdersOn(found: { id: string; panelAreaId: string }, permission: Permission): Promise<Holder[]> {
    return holdersOn(this.read.source, found, permission);
  }
}
