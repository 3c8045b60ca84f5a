import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { hasSection } from '../policy/sections.js';
import { Invalid } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import type { ReopeningInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';
import { reopenSections } from './reopen-sections.js';
import { setOfCase } from './set-of-case.js';
import { caseSubject } from './visible-cases.js';

/** Takes a signed-off case back to preparation on late news that the service did not see; the sign-off goes. */
@Injectable()
export class ReopenCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { reason, sections = [], version }: ReopeningInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      await refuseUnknown(work, id, sections);
      await reopenSections(work, found, { news: 'OTHER', sections });
      const moved = await moveCase(work, found, 'REOPEN', { reason });
      work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: 'LATE_NEWS' });
      return movedTo(moved);
    });
  }
}

async function refuseUnknown({ tx }: Work, caseId: string, sections: readonly string[]): Promise<void> {
  const set = await setOfCase(tx, caseId);
  if (sections.every((section) => hasSection(set, section))) return;
  throw new Invalid([{ field: 'sections', message: 'Select sections of this case from the list' }]);
}
