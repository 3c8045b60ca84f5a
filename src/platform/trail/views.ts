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
  private waiting: NewEntry[] = [];
  private next: Promise<void> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  looked(actor: Actor, subject: Subject, event: TrailEvent): Promise<void> {
    this.waiting.push({ at: this.clock.now(), actorId: actor.personId, subject, event });
    this.next ??= this.unitOfWork.keep(async (tx) => {
      const group = this.waiting;
      this.waiting = [];
      this.next = null;
      await appendToTrail(tx, group);
    });
    return this.next;
  }
}
