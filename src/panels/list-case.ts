import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { openWith } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { lockMeeting } from './find-meeting.js';
import { listingShut, listOn } from './listing.js';
import type { AgendaInput } from './meeting.input.js';

export type CaseListed = { itemId: string; caseId: string; position: number; state: string; version: number };

@Injectable()
export class ListCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Puts a ready case before a meeting of its own area, at the end of the agenda. */
  execute(actor: Actor, meetingId: string, { caseId, overrides = [], version }: AgendaInput): Promise<CaseListed> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await lockMeeting(work, 'meeting.arrange', meetingId);
      const found = await claimCase(work, 'meeting.arrange', caseId, version);
      if (found.panelAreaId !== meeting.panelAreaId) {
        throw new Invalid([{ field: 'caseId', message: 'This case belongs to the panel of another area' }]);
      }
      const { tx, today, now } = work;
      const blockers = await listingShut(tx, found, meeting, { actorId: actor.personId, today, now });
      const opened = openWith(blockers, overrides, may(actor, 'gate.override', found.panelAreaId));
      const { itemId, position, found: listed } = await listOn(work, meeting, found, opened);
      return { itemId, caseId, position, state: listed.state, version: found.version };
    });
  }
}
