import { Injectable } from '@nestjs/common';
import { readCase } from '../assessments/reading/read-case.js';
import { closedAmong } from '../cases/access/closed-cases.js';
import { OpenedCases, type CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { findMeeting, type MeetingFound, meetingSubject, OpenedMeetings } from '../panels/find-meeting.js';
import { isForHearing, MeetingsQueries } from '../panels/meetings.queries.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import type { VersionAsked } from './version-asked.js';
import type { SheetKept } from './kept-sheet.js';
import { onMeetingDay, sheetToKeep } from './pack-sheet.js';
import { keptSheet, type PackIssued, type PackOfCase, PacksQueries } from './packs.queries.js';

/** The papers of a meeting: as issued, or as they would be issued now (`issued` is null: a draft). */
export type MeetingPack = {
  readonly meeting: MeetingFound;
  readonly issued: PackIssued | null;
  readonly versions: readonly PackIssued[];
  readonly sheets: readonly SheetKept[];
  /** How many cases were left out because of a conflict of interest of whoever reads; a restricted one is not counted. */
  readonly withheld: number;
  /** Cases for hearing that changed since, or were listed since; empty for a draft. */
  readonly changedSince: readonly string[];
  /** Whoever reads has a role of the panel, for whom the running order holds (decision 0018). */
  readonly sits: boolean;
};

/** The papers of one case: as they stood in a pack, or as they stand now (a draft). */
export type CasePack = {
  readonly found: CaseFound;
  readonly issued: PackOfCase | null;
  readonly versions: readonly PackOfCase[];
  readonly sheet: SheetKept;
};

/** Whoever has a conflict in a case gets none of it, in no version; who opened what is on record, case by case. */
@Injectable()
export class OpenPack {
  constructor(
    private readonly meetings: OpenedMeetings,
    private readonly cases: OpenedCases,
    private readonly agendas: MeetingsQueries,
    private readonly packs: PacksQueries,
    private readonly read: Read,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async ofMeeting(actor: Actor, id: string, asked: VersionAsked): Promise<MeetingPack> {
    const meeting = await findMeeting(this.read.source, actor, 'meeting.read', id);
    const [versions, agenda] = await Promise.all([this.packs.ofMeeting(actor, id), this.agendas.agenda(actor, id)]);
    const issued = chosen(versions, asked, ({ number }) => String(number));
    const hearing = agenda.filter((item) => !item.closed && isForHearing(item, id));
    const kept = issued ? await this.packs.sheets(actor, issued.id, isAssuring(actor, meeting)) : null;
    const all = kept ? kept.map(({ caseId }) => caseId) : hearing.map((item) => item.id);
    const closed = await closedAmong(this.read.source, actor, all);
    const shown = new Set(all.filter((caseId) => !closed.has(caseId)));
    const left = kept ? [...closed.values()] : agenda.filter((item) => isForHearing(item, id)).map((one) => one.closed);
    // Who sits knows that there is a gap (decision 0018); for other readers there is none.
    const sits = may(actor, 'meeting.sit', meeting.panelAreaId);
    const withheld = sits ? left.filter((why) => why === 'RECUSED').length : 0;
    await this.record(actor, meeting, [...shown]);
    const sheets = kept
      ? kept.filter(({ caseId }) => shown.has(caseId))
      : await Promise.all(
          hearing.filter((item) => shown.has(item.id)).map((item) => this.draft(item, onMeetingDay(meeting))),
        );
    const changedSince = hearing
      .filter((item) => kept && kept.find(({ caseId }) => caseId === item.id)?.caseVersion !== item.version)
      .map(({ reference }) => reference);
    return { meeting, issued, versions, sheets, withheld, changedSince, sits };
  }

  async versions(actor: Actor, meetingId: string): Promise<PackIssued[]> {
    await this.meetings.open(actor, meetingId);
    return this.packs.ofMeeting(actor, meetingId);
  }

  /** What issuing would make: the latest number, and the cases for hearing by their references. */
  async toIssue(actor: Actor, meetingId: string): Promise<{ version: number; references: string[] }> {
    const [latest] = await this.versions(actor, meetingId);
    const agenda = await this.agendas.agenda(actor, meetingId);
    const hearing = agenda.filter((item) => !item.closed && isForHearing(item, meetingId));
    return { version: latest?.number ?? 0, references: hearing.map(({ reference }) => reference) };
  }

  async ofCase(actor: Actor, id: string, asked: VersionAsked): Promise<CasePack> {
    const found = await this.cases.open(actor, 'case.read', id, 'THE_PACK');
    const versions = await this.packs.ofCase(id);
    const issued = chosen(versions, asked, (version) => version.id);
    const sheet = issued
      ? await keptSheet(this.read.source, actor, issued.id, id, isAssuring(actor, found))
      : await this.draft(found, { day: this.clock.today(), inWords: 'today' });
    if (!sheet) throw new NotFound();
    return { found, issued, versions, sheet };
  }

  private async draft(found: CaseFound, ageOn: Parameters<typeof sheetToKeep>[2]): Promise<SheetKept> {
    return sheetToKeep(found, await readCase(this.read.source, found, this.clock.today()), ageOn);
  }

  /** Meeting and cases at once, so that they are written together. */
  private async record(actor: Actor, { id, panelAreaId }: MeetingFound, caseIds: readonly string[]): Promise<void> {
    const subjects = caseIds.map((caseId) => caseSubject({ id: caseId, panelAreaId }));
    await Promise.all([
      this.views.looked(actor, meetingSubject({ id, panelAreaId }), { type: 'MEETING_VIEWED' }),
      ...subjects.map((subject) => this.views.looked(actor, subject, { type: 'PACK_ISSUED', meetingId: id })),
    ]);
  }
}

const isAssuring = (actor: Actor, { panelAreaId }: { readonly panelAreaId: string }): boolean =>
  may(actor, 'audit.read', panelAreaId);

/** The version that was asked for; the newest, or where none is issued the draft, when none was named. */
function chosen<Issued>(
  versions: readonly Issued[],
  asked: VersionAsked,
  name: (one: Issued) => string,
): Issued | null {
  if (asked === 'DRAFT') return null;
  if (asked === 'NEWEST') return versions[0] ?? null;
  const found = versions.find((one) => name(one) === asked.name);
  if (!found) throw new NotFound();
  return found;
}
