import { Injectable } from '@nestjs/common';
import { preparationFacts } from '../assessments/preparation-facts.js';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import { linksAmong } from '../cases/links/links.queries.js';
import type { CaseClock } from '../policy/clock-kinds.js';
import { pressing } from '../policy/clocks.js';
import type { Blocker } from '../policy/gate.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
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
  /** The news because of which it left the agenda. */
  readonly leftOn: NewsOnAgenda | null;
  readonly missing: readonly Blocker[];
  readonly flags: readonly RepeatFlag[];
  /** What runs out and is not far, the nearest first. */
  readonly clocks: readonly CaseClock[];
};

export type MeetingScreen = {
  readonly meeting: MeetingFound;
  readonly seats: readonly Seat[];
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
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, id: string): Promise<MeetingScreen> {
    const meeting = await this.opened.open(actor, id);
    const [seats, all, news] = await Promise.all([
      this.queries.seats(id),
      this.queries.agenda(actor, id),
      this.queries.lateNews(id),
    ]);
    const agenda = isSitting(actor, meeting, seats) ? all : withoutClosed(all);
    const open = agenda.filter(({ closed }) => !closed);
    const ids = open.map((item) => item.id);
    const [conflicts, clocks, links] = await Promise.all([
      this.queries.conflicts(ids),
      clocksOfCases(this.read.source, open, this.clock.today()),
      linksAmong(this.read.source, ids),
    ]);
    const linked = new Set(links.flatMap(({ caseId, otherCaseId }) => [caseId, otherCaseId]));
    const cases = agenda.map(async (item) => ({
      ...(await this.caseOf(actor, meeting, item, conflicts)),
      clocks: pressing(clocks.get(item.id) ?? []),
      isLinked: linked.has(item.id),
      leftOn: isStanding(item, id) && left.includes(item.state) ? newsAbout(item, news) : null,
    }));
    return { meeting, seats, cases: await Promise.all(cases) };
  }

  private async caseOf(
    actor: Actor,
    meeting: MeetingFound,
    item: AgendaCase,
    all: readonly ConflictFound[],
  ): Promise<Omit<ScreenCase, 'leftOn' | 'clocks' | 'isLinked'>> {
    const conflicts = all.filter(({ caseId }) => caseId === item.id);
    const standing = isStanding(item, meeting.id);
    if (item.closed) return { ...item, standing, conflicts: [], missing: [], flags: [] };
    const facts = await preparationFacts(
      this.read.source,
      item,
      actor.personId,
      this.clock.today(),
      meeting.meetingDay,
    );
    const flags = repeatFlags(facts.earlierDisposals, this.clock.today(), facts.repeatThreshold ?? undefined);
    const isOpen = standing && waiting.includes(item.state);
    const missing = isOpen ? preparationBlockers(facts, 'RECOMMEND').filter(({ severity }) => isShut(severity)) : [];
    return { ...item, standing, conflicts, missing, flags };
  }
}

/** The running order holds for those who sit: by a role of the panel, or because they are in attendance. */
const isSitting = (actor: Actor, { panelAreaId }: MeetingFound, seats: readonly Seat[]): boolean =>
  may(actor, 'conflict.declare', panelAreaId) || seats.some(({ personId }) => personId === actor.personId);

/** For anybody else a case that is closed to them leaves no gap. */
const withoutClosed = (agenda: readonly AgendaCase[]): AgendaCase[] =>
  agenda.some(({ closed }) => closed)
    ? agenda.filter(({ closed }) => !closed).map((item, index) => ({ ...item, position: index + 1 }))
    : [...agenda];

const isShut = (severity: string): boolean => severity === 'STOP' || severity === 'OVERRIDE';
