import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { serviceRoles } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { faultIf, Invalid, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Session } from './credentials.entity.js';
import { PanelArea } from './panel-area.entity.js';
import { Person, RoleAssignment } from './person.entity.js';
import type { PersonChangeInput, PersonInput, RoleInput } from './person.input.js';

const subject = (id: string) => ({ type: 'PERSON', id, panelAreaId: null }) as const;

/** Adds a person and their roles; part of a unit of work. */
export async function insertPerson(work: Work, input: PersonInput): Promise<string> {
  const { tx, now, record } = work;
  const id = newId();
  const email = await freeEmail(tx, input.email, id);
  const { name, agency, collarNumber = null } = input;
  const fresh = { passwordHash: null, state: 'ACTIVE' as const, failedSignIns: 0, lockedUntil: null, version: 1 };
  await tx.insert(Person, { ...fresh, id, email, name, agency, collarNumber, createdAt: now });
  await assignRoles(tx, id, input.roles);
  record(subject(id), { type: 'PERSON_ADDED', roles: input.roles.map(({ role }) => role) });
  return id;
}

@Injectable()
export class AddPerson {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: PersonInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => ({ id: await insertPerson(work, input), version: 1 }));
  }
}

@Injectable()
export class ChangePerson {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whoever is disabled is signed out at once; changed roles hold from the next request. */
  execute(actor: Actor, id: string, input: PersonChangeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, record }) => {
      const person = await claim(tx, Person, { id }, input.version);
      const email = await freeEmail(tx, input.email, id);
      const { name, agency, collarNumber = null, state, roles } = input;
      await tx.update(Person, { id }, { email, name, agency, collarNumber, state });
      const administered = await tx.existsBy(RoleAssignment, { personId: id, role: 'ADMINISTRATOR' });
      await tx.delete(RoleAssignment, { personId: id });
      await assignRoles(tx, id, roles);
      if (administered && person.passwordHash !== null) await refuseLast(tx);
      if (state === 'DISABLED') await tx.delete(Session, { personId: id });
      record(subject(id), { type: 'PERSON_CHANGED', roles: roles.map(({ role }) => role), state });
      return { version: person.version };
    });
  }
}

async function freeEmail(tx: EntityManager, given: string, personId: string): Promise<string> {
  const email = given.trim().toLowerCase();
  const holder = await tx.findOneBy(Person, { email });
  if (!holder || holder.id === personId) return email;
  throw new Invalid([{ field: 'email', message: 'Somebody already has this email address' }]);
}

/** Somebody is left who can sign in and administer; nobody else could ever open the service again. */
async function refuseLast(tx: EntityManager): Promise<void> {
  const left = await row(
    tx,
    sql`select p.id from people p join role_assignments r on r."personId" = p.id
        where r.role = 'ADMINISTRATOR' and p.state = 'ACTIVE' and p."passwordHash" is not null limit 1`,
  );
  refuse(faultIf(left === null, 'roles', 'Nobody would be left who can administer the service: add somebody first'));
}

async function assignRoles(tx: EntityManager, personId: string, roles: readonly RoleInput[]): Promise<void> {
  for (const [index, { role, panelAreaId }] of roles.entries()) {
    const isForService = serviceRoles.includes(role);
    const field = `roles[${index}].panelAreaId`;
    if (isForService && panelAreaId) {
      throw new Invalid([{ field, message: 'This role is for the whole service; leave the panel area out' }]);
    }
    if (!isForService && !(panelAreaId && (await tx.existsBy(PanelArea, { id: panelAreaId })))) {
      throw new Invalid([{ field, message: 'Select the panel area for this role' }]);
    }
    await tx.insert(RoleAssignment, { id: newId(), personId, role, panelAreaId: panelAreaId ?? null });
  }
}
