import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read, rows } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { hashPassword, isWeakHash, passwordFits } from './secrets.js';

type Account = {
  id: string;
  name: string;
  agency: Agency;
  passwordHash: string | null;
  failedSignIns: number;
  lockedUntil: string | null;
};

const TRIES = 10;
const LOCKED_MINUTES = 15;

/** One message for every refusal: nobody learns from it who has an account. */
const refusal = () => new Invalid([{ field: 'email', message: 'The email address or the password is not right' }]);

@Injectable()
export class SignIn {
  constructor(
    private readonly read: Read,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The person's id. Refused alike for a wrong password, an unknown address and a locked or disabled account. */
  async execute({ email, password }: { email: string; password: string }): Promise<string> {
    const account = await this.read.row<Account>(
      sql`select p.id, p.name, p.agency, p."passwordHash", p."failedSignIns", p."lockedUntil" from people p
          where p.email = ${email.trim().toLowerCase()} and p.state = 'ACTIVE'`,
    );
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!account) throw refusal();
    const isLocked = (account.lockedUntil ?? '') > this.clock.now();
    if (!fits || isLocked) {
      await this.refuse(account, isLocked ? 'LOCKED' : 'WRONG_PASSWORD');
      throw refusal();
    }
    const stored = account.passwordHash ?? '';
    await this.accept(account, isWeakHash(stored) ? await hashPassword(password) : stored);
    return account.id;
  }

  private accept(account: Account, passwordHash: string): Promise<void> {
    return this.unitOfWork.run(asActor(account), async ({ tx, record }) => {
      await rows(
        tx,
        sql`update people set "failedSignIns" = 0, "lockedUntil" = ${null}, "passwordHash" = ${passwordHash}
            where id = ${account.id}`,
      );
      record({ type: 'PERSON', id: account.id, panelAreaId: null }, { type: 'SIGNED_IN' });
    });
  }

  private refuse(account: Account, reason: string): Promise<void> {
    return this.unitOfWork.run(asActor(account), async ({ tx, record }) => {
      await this.countFailure(tx, account);
      record({ type: 'PERSON', id: account.id, panelAreaId: null }, { type: 'SIGN_IN_REFUSED', reason });
    });
  }

  /** The count is in the database, so that a restart or a second server does not forget it. */
  private async countFailure(tx: EntityManager, { id }: Account): Promise<void> {
    const until = new Date(this.clock.milliseconds() + LOCKED_MINUTES * 60_000).toISOString();
    await rows(
      tx,
      sql`update people set "failedSignIns" = case when "failedSignIns" + 1 >= ${TRIES} then 0 else "failedSignIns" + 1 end,
            "lockedUntil" = case when "failedSignIns" + 1 >= ${TRIES} then ${until} else "lockedUntil" end
          where id = ${id}`,
    );
  }
}

const asActor = ({ id, name, agency }: Account): Actor => ({ personId: id, name, agency, roles: [] });
