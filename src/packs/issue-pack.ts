import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { readCase } from '../assessments/reading/read-case.js';
import { lockMeeting, meetingSubject } from '../panels/find-meeting.js';
import { agendaOf, isForHearing } from '../panels/meetings.queries.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { Invalid, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { VersionInput } from '../platform/input.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { fingerprintOfAll } from './fingerprint.js';
import { Pack, PackCase } from './pack.entity.js';
import { onMeetingDay, sheetToKeep } from './pack-sheet.js';

export type PackIssue = { id: string; meetingId: string; number: number; cases: number; fingerprint: string };

@Injectable()
export class IssuePack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Freezes what stands now of every case for hearing as the next version, and says so on the trail. `version` is the
   * latest that the sender was shown (0 when there was none): nobody issues a second one unawares.
   */
  execute(actor: Actor, meetingId: string, { version }: VersionInput): Promise<PackIssue> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const meeting = await lockMeeting(work, 'meeting.arrange', meetingId);
      const last = await latestNumber(work, meetingId);
      if (version !== undefined && version !== last) throw new StaleVersion(last);
      const hearing = (await agendaOf(tx, meetingId)).filter((item) => isForHearing(item, meetingId));
      if (hearing.length === 0) {
        throw new Invalid([
          { field: 'meetingId', message: 'List a case first: no case is for hearing at this meeting' },
        ]);
      }
      const id = newId();
      const cases: PackCase[] = [];
      for (const item of hearing) {
        const sheet = sheetToKeep(item, await readCase(tx, item, today), onMeetingDay(meeting));
        cases.push({ ...{ id: newId(), packId: id, position: item.position }, ...sheet });
      }
      const issue = { id, meetingId, number: last + 1, fingerprint: fingerprintOfAll(cases) };
      await tx.insert(Pack, { ...issue, issuedBy: actor.personId, issuedAt: now });
      for (const one of cases) await tx.insert(PackCase, one);
      const { number, fingerprint } = issue;
      record(meetingSubject(meeting), { type: 'PACK_VERSION_ISSUED', number, cases: cases.length, fingerprint });
      return { ...issue, cases: cases.length };
    });
  }
}

async function latestNumber({ tx }: Work, meetingId: string): Promise<number> {
  const last = await row<{ number: number }>(
    tx,
    sql`select k.number from packs k where k."meetingId" = ${meetingId} order by k.number desc limit 1`,
  );
  return last?.number ?? 0;
}
