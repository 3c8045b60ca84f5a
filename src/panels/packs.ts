import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type MeetingFound, OpenedMeetings } from './find-meeting.js';
import { type AgendaCase, isStanding, MeetingsQueries } from './meetings.queries.js';
import { type CaseRead, readCase } from '../assessments/reading/read-case.js';

export type PackCase = { readonly item: AgendaCase; readonly picture: CaseRead };
export type Pack = { readonly meeting: MeetingFound; readonly cases: readonly PackCase[]; readonly withheld: number };

/** A case that went back to preparation or ended is not for reading in the room. */
const notInPack = ['REFERRED', 'PREPARING', 'READY', 'RETURNED_TO_POLICE', 'WITHDRAWN'];

/** The papers of a meeting. Whoever has a conflict in a case gets none of it; who opened what is recorded by case. */
@Injectable()
export class Packs {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly read: Read,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, id: string): Promise<Pack> {
    const meeting = await this.opened.open(actor, id);
    const agenda = (await this.queries.agenda(id)).filter(
      (item) => isStanding(item, id) && !notInPack.includes(item.state),
    );
    const conflicts = await this.queries.conflicts(agenda.map((item) => item.id));
    const own = new Set(conflicts.filter(({ personId }) => personId === actor.personId).map(({ caseId }) => caseId));
    const shown = agenda.filter((item) => !own.has(item.id));
    await Promise.all(
      shown.map((item) => this.views.looked(actor, caseSubject(item), { type: 'PACK_ISSUED', meetingId: id })),
    );
    const today = this.clock.today();
    const cases = shown.map(async (item) => ({ item, picture: await readCase(this.read.source, item, today) }));
    return { meeting, cases: await Promise.all(cases), withheld: agenda.length - shown.length };
  }
}
