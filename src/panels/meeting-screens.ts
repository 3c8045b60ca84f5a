import { Injectable } from '@nestjs/common';
import { preparationFactsOf, type PreparationKnown } from '../assessments/preparation-facts.js';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import type { CaseClock } from '../policy/clock-kinds.js';
import { pressing } from '../policy/clocks.js';
import type { Blocker } from '../policy/gate.js';
import { quorumMissing } from '../policy/meeting-gates.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import {
  type ApologyFound,
  AroundMeetings,
  type ChangeFound,
  type NoteFound,
  type SeatsBefore,
} from './around-meeting.queries.js';
import type { Carried } from './adjournments.queries.js';
import { type MeetingFound, OpenedMeetings } from './find-meeting.js';
import {
  type AgendaCase,
  type ConflictFound,
  isStanding,
  MeetingsQueries,
  type NewsOnAgenda,
  type Seat,
} from './meetings.queries.js';

export type ScreenCase = AgendaCase & {
  readonly standing: boolean;
  /** Another case on this agenda is of the same incident. */
  readonly isLinked: boolean;
  readonly conflicts: readonly ConflictFound[];
  /** Agencies that the area needs and for which nobody here takes part in the case; none where nothing is left to hear. */
  readonly quorumMissing: readonly string[];
  /** The news because of which it left the agenda. */
  readonly leftOn: NewsOnAgenda | null;
  readonly missing: readonly Blocker[];
  readonly flags: readonly RepeatFlag[];
  /** What runs out and is not far, the nearest first. */
  readonly clocks: readonly CaseClock[];
  /** What agencies that are not there sent about it. */
  readonly notes: readonly NoteFound[];
  /** From whatever meeting it was adjourned, the latest first, and what was asked for. */
  readonly carried: Carried;
};

export type MeetingScreen = {
  readonly meeting: MeetingFound;
  readonly seats: readonly Seat[];
  /** The lists of who sat that were written anew since, the first one first. */
  readonly seatsBefore: readonly SeatsBefore[];
  readonly apologies: readonly ApologyFound[];
  readonly changes: readonly ChangeFound[];
  readonly cases: readonly ScreenCase[];
};

const waiting = ['LISTED', 'ESCALATED'];
/** A case that was listed and stands in one of these is no longer for hearing. */
const left = ['PREPARING', 'READY'];

const newsAbout = ({ id }: AgendaCase, news: readonly NewsOnAgenda[]): NewsOnAgenda | null =>
  news.find(({ caseId }) => caseId === id) ?? null;

/** All that is seen of a meeting: who sits, and of each case where it stands and what is missing. */
@Injectable()
export class MeetingScreens {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly around: AroundMeetings,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, id: string): Promise<MeetingScreen> {
    return this.opened.openWith(actor, id, (meeting) => this.screenOf(actor, meeting));
  }

  private async screenOf(actor: Actor, meeting: MeetingFound): Promise<MeetingScreen> {
    const { id } = meeting;
    const [today, { source }] = [this.clock.today(), this.read];
    const asked = { reader: actor, actorId: actor.personId, today, meeting };
    const all = await this.queries.agenda(actor, id);
    const open = all.filter(({ closed }) => !closed);
    const ids = open.map((item) => item.id);
    const [around, facts, clocks] = await Promise.all([
      this.around.around(id, ids),
      preparationFactsOf(source, ids, asked),
      clocksOfCases(source, open, today),
    ]);
    const { seats, seatsBefore, apologies, notes, changes, news, conflicts, unnamed, linked, carried } = around;
    const agenda = isSitting(actor, meeting, seats) ? all : withoutClosed(all);
    // Each was read for this screen alone, and is too wide a row to be copied for nothing.
    const cases = agenda.map((item) =>
      Object.assign(item, {
        conflicts: conflicts.filter(({ caseId }) => caseId === item.id),
        quorumMissing: missingFor(item, meeting, seats, [...conflicts, ...unnamed]),
        clocks: pressing(clocks.get(item.id) ?? []),
        notes: notes.filter(({ caseId }) => caseId === item.id),
        isLinked: linked.has(item.id),
        carried: carriedBy(item, carried),
        leftOn: isStanding(item, id) && left.includes(item.state) ? newsAbout(item, news) : null,
        ...seenOf(item, { meetingId: id, today }, facts.get(item.id)),
      }),
    );
    return { meeting, seats, seatsBefore, apologies, changes, cases };
  }
}

type Seen = { readonly meetingId: string; readonly today: string };

function seenOf(
  item: AgendaCase,
  { meetingId, today }: Seen,
  facts: PreparationKnown | undefined,
): Pick<ScreenCase, 'standing' | 'missing' | 'flags'> {
  const standing = isStanding(item, meetingId);
  if (item.closed || !facts) return { standing, missing: [], flags: [] };
  const flags = repeatFlags(facts.earlierDisposals, today, facts.repeatThreshold ?? undefined);
  const isOpen = standing && waiting.includes(item.state);
  const missing = isOpen ? preparationBlockers(facts, 'RECOMMEND').filter(({ severity }) => isShut(severity)) : [];
  return { standing, missing, flags };
}

const carriedBy = ({ id }: AgendaCase, { adjournments, asked }: Carried): Carried => ({
  adjournments: adjournments.filter(({ caseId }) => caseId === id),
  asked: asked.filter(({ caseId }) => caseId === id),
});

/** Whoever stepped out of the case, and whoever is not named on it where it is restricted, does not count for it. */
function missingFor(
  item: AgendaCase,
  { id, quorumAgencies }: MeetingFound,
  seats: readonly Seat[],
  out: readonly Pick<ConflictFound, 'caseId' | 'personId'>[],
): readonly string[] {
  if (item.closed || !isStanding(item, id) || !waiting.includes(item.state)) return [];
  const conflicts = out.filter(({ caseId }) => caseId === item.id);
  return quorumMissing({ quorumAgencies, attendances: seats, conflicts }) ?? quorumAgencies;
}

/** The running order holds for those who sit: by a role of the panel, or because they are in attendance. */
const isSitting = (actor: Actor, { panelAreaId }: MeetingFound, seats: readonly Seat[]): boolean =>
  may(actor, 'meeting.sit', panelAreaId) || seats.some(({ personId }) => personId === actor.personId);

/** For anybody else a case that is closed to them leaves no gap. */
const withoutClosed = (agenda: readonly AgendaCase[]): AgendaCase[] =>
  agenda.some(({ closed }) => closed)
    ? agenda.filter(({ closed }) => !closed).map((item, index) => ({ ...item, position: index + 1 }))
    : [...agenda];

const isShut = (severity: string): boolean => severity === 'STOP' || severity === 'OVERRIDE';
