import { Injectable } from '@nestjs/common';
import { caseSubject } from '../cases/visible-cases.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { refuseUnknown } from '../disposals/known-disposal.js';
import type { Agency } from '../policy/agencies.js';
import { agencyOf, givingBlockers, NO_VIEW, type ViewCode } from '../policy/discussion-gates.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { AgencyView } from './discussion.entity.js';
import type { AgencyViewInput } from './discussion.input.js';
import { ownView } from './hearing.js';
import { goingOn, lockHearing } from './lock-hearing.js';

export type ViewGiven = { caseId: string; agency: string; view: ViewCode; version: number };

const message = 'Select what your agency would recommend, or that it has no view';

@Injectable()
export class GiveView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The view of the agency for which the actor sits, before it hears the others. Said again it is the next version. */
  execute(actor: Actor, caseId: string, { view, reason, version }: AgencyViewInput): Promise<ViewGiven> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const hearing = await lockHearing(work, 'agency-view.give', caseId);
      const agency = agencyOf(hearing.facts, actor.personId) as Agency | null;
      const shut = givingBlockers(hearing.facts);
      if (shut.length > 0 || agency === null) throw new Blocked(shut);
      if (view !== NO_VIEW) refuseUnknown(await disposalBook(tx, today), [{ field: 'view', code: view, message }]);
      const { itemId } = goingOn(hearing);
      const shown = ownView(hearing)?.number ?? 0;
      if (version !== shown) throw new StaleVersion(shown);
      const last = hearing.views.find((one) => one.itemId === itemId && one.agency === agency);
      const number = (last?.number ?? 0) + 1;
      const given = { view, reason, givenBy: actor.personId, givenAt: now };
      await tx.insert(AgencyView, { id: newId(), itemId, caseId, agency, number, ...given });
      record(caseSubject(hearing.found), { type: 'AGENCY_VIEW_GIVEN', agency, number });
      return { caseId, agency, view, version: number };
    });
  }
}
