import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import type { Agency } from '../policy/agencies.js';
import type { ExtraordinaryReason } from '../policy/extraordinary-sittings.js';
import type { Override } from '../policy/gate.js';
import { changingBlockers } from '../policy/listing-gates.js';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { fromJson, Read, row, rows, type Source } from '../platform/database/read.js';
import { NotFound, refuseShut, StaleVersion } from '../platform/errors.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';
import type { Work } from '../platform/unit-of-work.js';

export type MeetingFound = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly panelName: string;
  /** Who must attend by what the area decided for the day of the meeting. */
  readonly quorumAgencies: readonly Agency[];
  readonly startsAt: string;
  readonly meetingDay: string;
  readonly place: string | null;
  readonly seriesId: string | null;
  /** Why it sits between the meetings of a series. */
  readonly extraordinaryBecause: ExtraordinaryReason | null;
  readonly extraordinaryReason: string | null;
  readonly capacity: number | null;
  readonly closesHoursBefore: number | null;
  /** Reasons given for arranging it although a warning was given. */
  readonly overrides: readonly Override[];
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly version: number;
};

type MeetingRow = Omit<MeetingFound, 'quorumAgencies' | 'overrides'> &
  SettingColumns<'quorumAgencies'> & { readonly overrides: string | null };

export const meetingSubject = ({ id, panelAreaId }: { id: string; panelAreaId: string }): Subject => ({
  type: 'MEETING',
  id,
  panelAreaId,
});

const HOUR = 3_600_000;

/** When the agenda of a meeting closes, as an instant; null where it does not before it starts. */
export const closingOf = ({ startsAt, closesHoursBefore }: Pick<MeetingFound, 'startsAt' | 'closesHoursBefore'>) =>
  closesHoursBefore === null ? null : new Date(Date.parse(startsAt) - closesHoursBefore * HOUR).toISOString();

/** The scope through which a meeting (as `m`) is loaded: the areas in which the actor holds the permission. */
export function visibleMeetings(actor: Actor, permission: Permission): Sql {
  const areas = areasWhere(actor, permission);
  return areas.length === 0 ? sql`1 = 0` : sql`m."panelAreaId" in (${join(areas)})`;
}

export async function findMeeting(
  source: Source,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<MeetingFound> {
  const found = await row<MeetingRow>(
    source,
    sql`select m.id, m."panelAreaId", a.name as "panelArea", a."panelName", m."startsAt",
               m."meetingDay", m.place, m."seriesId", m."extraordinaryBecause", m."extraordinaryReason", m.capacity,
               m."closesHoursBefore", m.overrides, m."cancelledAt", m."cancelReason", m.version,
               ${settingColumns(['quorumAgencies'], sql`m."panelAreaId"`, sql`m."meetingDay"`)}
        from meetings m join panel_areas a on a.id = m."panelAreaId"
        where m.id = ${id} and ${visibleMeetings(actor, permission)}`,
  );
  if (!found) throw new NotFound();
  return { ...found, ...settingsIn(['quorumAgencies'], found), overrides: fromJson<Override[]>(found.overrides, []) };
}

/** Loads a meeting in order to change what belongs to it, and keeps others from doing so until the unit ends. */
export async function lockMeeting(work: Work, permission: Permission, id: string): Promise<MeetingFound> {
  await rows(work.tx, sql`update meetings set version = version where id = ${id}`);
  return findMeeting(work.tx, work.actor, permission, id);
}

/** The same, and moves its version on. With the version the sender was shown, it must not have moved since. */
export async function claimMeeting(
  work: Work,
  permission: Permission,
  id: string,
  version?: number,
): Promise<MeetingFound> {
  await rows(work.tx, sql`update meetings set version = version + 1 where id = ${id}`);
  const found = await findMeeting(work.tx, work.actor, permission, id);
  const before = found.version - 1;
  if (version !== undefined && version !== before) throw new StaleVersion(before);
  return found;
}

/** At a meeting that was cancelled nothing is recorded any more. Throws: Blocked. Source: MEETING_CANCELLED. */
export function refuseCancelled({ id: meetingId, cancelledAt }: MeetingFound): void {
  const shut = changingBlockers({ meetingId, isCancelled: cancelledAt !== null, isHeld: false });
  refuseShut(shut);
}

/**
 * The way in which a page or an answer of the API opens a meeting: who looked is on record before it is sent. A pack, which
 * shows cases too, writes all of that together (`packs/open-pack.ts`).
 */
@Injectable()
export class OpenedMeetings {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  async open(actor: Actor, id: string, permission: Permission = 'meeting.read'): Promise<MeetingFound> {
    const found = await findMeeting(this.read.source, actor, permission, id);
    await this.views.looked(actor, meetingSubject(found), { type: 'MEETING_VIEWED' });
    return found;
  }

  /** The same with what is read of it while the entry is written; neither is given before both are there. */
  async openWith<Known>(actor: Actor, id: string, look: (found: MeetingFound) => Promise<Known>): Promise<Known> {
    const found = await findMeeting(this.read.source, actor, 'meeting.read', id);
    const [, known] = await Promise.all([
      this.views.looked(actor, meetingSubject(found), { type: 'MEETING_VIEWED' }),
      look(found),
    ]);
    return known;
  }
}

/** The way in which a calendar file leaves: that it was taken is on record. */
@Injectable()
export class TakenCalendars {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  async take(actor: Actor, id: string): Promise<void> {
    const found = await findMeeting(this.read.source, actor, 'meeting.read', id);
    await this.views.looked(actor, meetingSubject(found), { type: 'CALENDAR_TAKEN' });
  }
}
