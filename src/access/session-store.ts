import { Injectable } from '@nestjs/common';
import session from 'express-session';
import sql from 'sql-template-tag';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Read, row, rows } from '../platform/database/read.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { secretHash } from './secrets.js';

declare module 'express-session' {
  interface SessionData {
    personId?: string;
    notice?: string;
  }
}

type Kept = { data: string; createdAt: string; lastSeenAt: string };
type Done = (failure?: unknown) => void;

const MINUTE = 60_000;
const settle = (work: Promise<unknown>, done?: Done): void => {
  void work.then(() => done?.(), done);
};

/** Sessions in the application's own database, by the hash of their id, with an idle and an absolute limit. */
@Injectable()
export class SessionStore extends session.Store {
  /** What `find` read for the requests under way, so that `touch` need not ask again. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly read: Read,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  override get(id: string, done: (failure: unknown, found?: session.SessionData | null) => void): void {
    void this.find(id).then((found) => done(null, found), done);
  }

  override set(id: string, data: session.SessionData, done?: Done): void {
    settle(this.keep(secretHash(id), data), done);
  }

  override destroy(id: string, done?: Done): void {
    settle(
      this.unitOfWork.keep((tx) => rows(tx, sql`delete from sessions where "idHash" = ${secretHash(id)}`)),
      done,
    );
  }

  /** Called at the end of each request; written once a minute at most, which is exact enough for an idle limit. */
  override touch(id: string, _: session.SessionData, done?: Done): void {
    const idHash = secretHash(id);
    const last = this.seen.get(idHash);
    this.seen.delete(idHash);
    if (last !== undefined && last >= this.ago(MINUTE)) {
      done?.();
      return;
    }
    settle(
      this.unitOfWork.keep((tx) =>
        rows(tx, sql`update sessions set "lastSeenAt" = ${this.clock.now()} where "idHash" = ${idHash}`),
      ),
      done,
    );
  }

  private async find(id: string): Promise<session.SessionData | null> {
    const found = await this.read.row<Kept>(
      sql`select s.data, s."createdAt", s."lastSeenAt" from sessions s where s."idHash" = ${secretHash(id)}`,
    );
    const isOver =
      !found ||
      found.lastSeenAt < this.ago(this.config.idleMinutes * MINUTE) ||
      found.createdAt < this.ago(this.config.sessionHours * 60 * MINUTE);
    if (isOver) return null;
    this.seen.set(secretHash(id), found.lastSeenAt);
    return JSON.parse(found.data) as session.SessionData;
  }

  private async keep(idHash: string, data: session.SessionData): Promise<void> {
    const now = this.clock.now();
    const json = JSON.stringify(data);
    await this.unitOfWork.keep(async (tx) => {
      await row(
        tx,
        sql`insert into sessions ("idHash", "personId", data, "createdAt", "lastSeenAt")
            values (${idHash}, ${data.personId ?? null}, ${json}, ${now}, ${now})
            on conflict ("idHash") do update set "personId" = excluded."personId", data = excluded.data,
              "lastSeenAt" = excluded."lastSeenAt"`,
      );
      await row(tx, sql`delete from sessions where "lastSeenAt" < ${this.ago(24 * 60 * MINUTE)}`);
    });
  }

  private ago(milliseconds: number): string {
    return new Date(this.clock.milliseconds() - milliseconds).toISOString();
  }
}
