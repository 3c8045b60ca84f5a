import { Injectable } from '@nestjs/common';
import { preparationFactsOf, type PreparationKnown } from '../assessments/preparation-facts.js';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import type { CaseClock } from '../policy/clock-kinds.js';
import { pressing } from '../policy/clocks.js';
import type { Blocker } from '../policy/gate.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type ApologyFound, AroundMeetings, type ChangeFound, type NoteFound } from './around-meeting.queries.js';
import { type MeetingFound, OpenedMeetings } from './find-meeting.js';
import {
  type AgendaCase,
  type ConflictFound,
  casesListedFor,
  isStanding,
  MeetingsQueries,
  type NewsOnAgenda,
  type Seat,
} from './meetings.queries.js';

export type ScreenCase = AgendaCase & {
  readonly standing: boolean;
  /** The reader has a conflict in this case: what it is about is not theirs to see. */
  readonly recused: boolean;
  readonly conflicts: readonly ConflictFound[];
  /** The news because of which it left the agenda. */
  readonly leftOn: NewsOnAgenda | null;
  readonly missing: readonly Blocker[];
  readonly flags: readonly RepeatFlag[];
  /** What runs out and is not far, the nearest first. */
  readonly clocks: readonly CaseClock[];
  /** What agencies that are not there sent about it. */
  readonly notes: readonly NoteFound[];
};

export type MeetingScreen = {
  readonly meeting: MeetingFound;
  readonly seats: readonly Seat[];
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
    const today = this.clock.today();
    const { source } = this.read;
    const [agenda, { seats, apologies, notes, changes, news }, facts] = await Promise.all([
      this.queries.agenda(id),
      this.around.around(id),
      preparationFactsOf(source, casesListedFor(id), actor.personId, today, meeting.meetingDay),
    ]);
    const [conflicts, clocks] = await Promise.all([
      this.queries.conflicts(agenda.map((item) => item.id)),
      clocksOfCases(source, agenda, today),
    ]);
    const cases = agenda.map((item) => ({
      ...item,
      ...seenOf(item, { actor, meetingId: id, today }, conflicts, facts.get(item.id)),
      clocks: pressing(clocks.get(item.id) ?? []),
      notes: notes.filter(({ caseId }) => caseId === item.id),
      leftOn: isStanding(item, id) && left.includes(item.state) ? newsAbout(item, news) : null,
    }));
    return { meeting, seats, apologies, changes, cases };
  }
}

type Seen = { readonly actor: Actor; readonly meetingId: string; readonly today: string };

function seenOf(
  item: AgendaCase,
  { actor, meetingId, today }: Seen,
  all: readonly ConflictFound[],
  facts: PreparationKnown | undefined,
): Pick<ScreenCase, 'standing' | 'recused' | 'conflicts' | 'missing' | 'flags'> {
  const conflicts = all.filter(({ caseId }) => caseId === item.id);
  const standing = isStanding(item, meetingId);
  const recused = conflicts.some(({ personId }) => personId === actor.personId);
  if (recused || !facts) return { standing, recused, conflicts, missing: [], flags: [] };
  const flags = repeatFlags(facts.earlierDisposals, today, facts.repeatThreshold ?? undefined);
  const isOpen = standing && waiting.includes(item.state);
  const missing = isOpen ? preparationBlockers(facts, 'RECOMMEND').filter(({ severity }) => isShut(severity)) : [];
  return { standing, recused, conflicts, missing, flags };
}

const isShut = (severity: string): boolean => severity === 'STOP' || severity === 'OVERRIDE';
