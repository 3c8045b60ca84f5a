import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Session } from './credentials.entity.js';
import { insertLink, useLink } from './password-links.js';
import type { FirstAdministratorInput } from './password.input.js';
import { Person } from './person.entity.js';
import { hashPassword } from './secrets.js';
import { insertPerson } from './write-person.js';

/** Whoever holds a single-use link: not known yet, so the trail names nobody. */
const bearer: Actor = { personId: '', name: 'The holder of a link', agency: 'YOUTH_JUSTICE_SERVICE', roles: [] };

@Injectable()
export class SetUpService {
  constructor(
    private readonly read: Read,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A token for the first administrator, or null once there is a person. Making a new one ends the one before. */
  async invite(): Promise<string | null> {
    if (await this.read.row(sql`select 1 from people p limit 1`)) return null;
    return this.unitOfWork.keep((tx) => insertLink(tx, 'FIRST_ADMINISTRATOR', null, this.clock.milliseconds()));
  }

  async execute(token: string, { email, name, password }: FirstAdministratorInput): Promise<string> {
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(bearer, async (work) => {
      await useLink(work.tx, token, 'FIRST_ADMINISTRATOR', work.now);
      if ((await work.tx.count(Person)) > 0) throw new NotFound();
      const roles = [{ role: 'ADMINISTRATOR' as const }];
      const id = await insertPerson(work, { email, name, agency: 'YOUTH_JUSTICE_SERVICE', roles });
      await work.tx.update(Person, { id }, { passwordHash });
      work.record({ type: 'SERVICE', id: 'SERVICE', panelAreaId: null }, { type: 'ADMINISTRATOR_SET_UP' });
      return id;
    });
  }
}

@Injectable()
export class SetPassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Uses a link up: the password is set, a lock is lifted, every open session of the person ends. */
  async execute(token: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.unitOfWork.run(bearer, async ({ tx, now, record }) => {
      const { personId } = await useLink(tx, token, 'SET_PASSWORD', now);
      const person = personId ? await tx.findOneBy(Person, { id: personId, state: 'ACTIVE' }) : null;
      if (!person) throw new NotFound();
      if (password.toLowerCase().includes(person.email.split('@')[0] ?? person.email)) {
        throw new Invalid([{ field: 'password', message: 'The password must not contain your email name' }]);
      }
      await tx.update(Person, { id: person.id }, { passwordHash, failedSignIns: 0, lockedUntil: null });
      await tx.delete(Session, { personId: person.id });
      record({ type: 'PERSON', id: person.id, panelAreaId: null }, { type: 'PASSWORD_SET' });
    });
  }
}
