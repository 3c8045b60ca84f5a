import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { TrailEvent } from '../policy/events.js';
import type { Actor } from './actor.js';
import { Clock } from './clock.js';
import { takesTurns, takeWriteLock } from './database/options.js';
import { answeredBefore, keepAnswer } from './once-only.js';
import { appendToTrail, type NewEntry, type Subject } from './trail/append-to-trail.js';

/** What a command is given: the transaction, the time, and the means to say what it did. */
export type Work = {
  readonly tx: EntityManager;
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
  readonly record: (subject: Subject, event: TrailEvent) => void;
};

/**
 * The only way to write. A unit commits whole or not at all, and not before it has said what happened; what it says is
 * added to the trail in the same transaction. Units do not nest: a function that takes part in one is given its `work`.
 */
@Injectable()
export class UnitOfWork {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(getDataSourceToken('write')) private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Carries out `work` once. The same submission sent again gets the first answer, which must be plain JSON. */
  run<Result>(actor: Actor, work: (work: Work) => Promise<Result>): Promise<Result> {
    return this.transact(async (tx) => {
      const before = await answeredBefore<Result>(tx, actor, this.clock.now());
      if (before) return before.answer;
      const entries: NewEntry[] = [];
      const now = this.clock.now();
      const record: Work['record'] = (subject, event) =>
        void entries.push({ at: now, actorId: actor.personId || null, subject, event });
      const result = await work({ tx, actor, now, today: this.clock.today(), record });
      if (entries.length === 0) throw new Error('A unit of work must say what it did');
      await appendToTrail(tx, entries);
      await keepAnswer(tx, actor, result);
      return result;
    });
  }

  /** Bookkeeping that is no act of a person (sessions, throttle counters, groups of view entries); nothing else. */
  keep<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.transact(work);
  }

  private transact<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.inTurn(() =>
      this.source.transaction(async (tx) => {
        const lock = takeWriteLock(this.source);
        if (lock) await tx.query(lock);
        return work(tx);
      }),
    );
  }

  /** SQLite has one writing connection: overlapping transactions would nest, and one's rollback undo another's write. */
  private inTurn<Result>(start: () => Promise<Result>): Promise<Result> {
    if (!takesTurns(this.source)) return start();
    const turn = this.last.then(start);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
