import { Injectable } from '@nestjs/common';
import type { TrailEvent } from '../../policy/events.js';
import type { Actor } from '../actor.js';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../unit-of-work.js';
import { appendToTrail, type NewEntry, type Subject } from './append-to-trail.js';

/**
 * Who looked at what. An entry is on disk before the page is sent: `looked` resolves only then, and if it cannot be
 * written the page is not shown. Entries that arrive while a write is under way are written together by the next one.
 */
@Injectable()
export class Views {
  private next: Group | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  looked(actor: Actor, subject: Subject, event: TrailEvent): Promise<void> {
    this.next ??= this.begin();
    this.next.entries.push({ at: this.clock.now(), actorId: actor.personId, subject, event });
    return this.next.kept;
  }

  /** A group takes entries until its write begins, or could not begin: then the next entry begins another. */
  private begin(): Group {
    const entries: NewEntry[] = [];
    const leave = (): void => {
      if (this.next?.entries === entries) this.next = null;
    };
    const kept = this.unitOfWork.keep((tx) => {
      leave();
      return appendToTrail(tx, entries);
    });
    return { entries, kept: kept.finally(leave) };
  }
}

type Group = { readonly entries: NewEntry[]; readonly kept: Promise<void> };
