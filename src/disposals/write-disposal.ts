import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Disposal } from '../policy/disposal.js';
import { bookOn, rowIn, rowsFrom, type StoredEdition } from '../policy/disposal-book.js';
import { type ChangeFacts, faultsInEditionDays, faultsInRow } from '../policy/disposal-changes.js';
import { disposalOf, onlyEarlier } from '../policy/disposals.js';
import type { TrailEvent } from '../policy/events.js';
import type { Actor } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { Invalid, NotFound, refuse, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { storedEditions } from './disposal-book.queries.js';
import type { DisposalChangeInput, DisposalEndInput, NewDisposalInput } from './disposal.input.js';
import { proposedRow } from './proposed-row.js';

export type EditionWritten = { readonly code: string; readonly edition: number };

const service: Subject = { type: 'SERVICE', id: 'SERVICE', panelAreaId: null };

type Latest = { readonly edition: number; readonly row: Disposal | null };

/** The edition with the highest number, whether or not it has begun. */
export const latestOf = (stored: readonly StoredEdition[], code: string): Latest =>
  stored
    .filter((one) => one.code === code)
    .reduce<Latest>((last, one) => (one.edition > last.edition ? one : last), { edition: 0, row: disposalOf(code) });

/** What a change from a day on is held against. */
export const changeFacts = (stored: readonly StoredEdition[], code: string, fromDay: string, today: string) =>
  ({ before: latestOf(stored, code).row, others: rowsFrom(stored, fromDay), fromDay, today }) satisfies ChangeFacts;

/** Adds, changes and ends disposals from a day on. What was decided before keeps the edition it was decided under. */
@Injectable()
export class WriteDisposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, { code, ...input }: NewDisposalInput): Promise<EditionWritten> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = await storedEditions(work.tx);
      if (latestOf(stored, code).row || Object.hasOwn(onlyEarlier, code)) {
        throw new Invalid([
          { field: 'code', message: 'This code is taken: change that disposal, or use another code' },
        ]);
      }
      const event = { type: 'DISPOSAL_ADDED', disposal: code, from: input.fromDay } as const;
      return this.keep(work, stored, proposedRow(code, input), input, () => event);
    });
  }

  change(actor: Actor, code: string, input: DisposalChangeInput): Promise<EditionWritten> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = await storedEditions(work.tx);
      const latest = latestOf(stored, code);
      if (!latest.row) throw new NotFound();
      if (latest.edition !== input.version) throw new StaleVersion(latest.edition);
      const from = input.fromDay;
      const event = (edition: number) => ({ type: 'DISPOSAL_CHANGED', disposal: code, edition, from }) as const;
      return this.keep(work, stored, proposedRow(code, input), input, event);
    });
  }

  /** As it stands today, with a last day; it holds from today. Whatever it says, it can be ended. */
  end(actor: Actor, code: string, { validTo, reason, version }: DisposalEndInput): Promise<EditionWritten> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = await storedEditions(work.tx);
      const latest = latestOf(stored, code);
      const row = rowIn(bookOn(stored, work.today), code) ?? latest.row;
      if (!row) throw new NotFound();
      if (latest.edition !== version) throw new StaleVersion(latest.edition);
      const event = (edition: number) =>
        ({ type: 'DISPOSAL_ENDED', disposal: code, edition, lastDay: validTo }) as const;
      return this.keep(work, stored, { ...row, validTo }, { fromDay: work.today, reason }, event, faultsInEditionDays);
    });
  }

  private async keep(
    { tx, actor, now, today, record }: Work,
    stored: readonly StoredEdition[],
    row: Disposal,
    { fromDay, reason }: { fromDay: string; reason: string },
    eventOf: (edition: number) => TrailEvent,
    faultsIn = faultsInRow,
  ): Promise<EditionWritten> {
    const { code, name } = row;
    const faults = faultsIn(row, changeFacts(stored, code, fromDay, today));
    refuse(faults);
    const edition = latestOf(stored, code).edition + 1;
    const [informal, entrant] = [Number(row.informal), Number(row.firstTimeEntrant)];
    const added = Number(disposalOf(code) === null);
    const kept = await rows<{ id: string }>(
      tx,
      sql`insert into disposal_editions (id, code, edition, "fromDay", name, "isAdded", informal,
                                         "firstTimeEntrant", "disposalRow", reason, "recordedBy", "recordedAt")
          values (${newId()}, ${code}, ${edition}, ${fromDay}, ${name}, ${added}, ${informal}, ${entrant},
                  ${JSON.stringify(row)}, ${reason}, ${actor.personId}, ${now})
          on conflict do nothing returning id`,
    );
    if (kept.length === 0) throw new StaleVersion(edition);
    record(service, eventOf(edition));
    return { code, edition };
  }
}
