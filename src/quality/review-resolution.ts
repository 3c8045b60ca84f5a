import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { childSubject } from '../children/add-child.js';
import type { Permission } from '../policy/permissions.js';
import { resolutionReviewBlockers } from '../policy/resolution-review.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { Invalid, NotFound, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { dayOf } from '../platform/clock.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { ResolutionReview, SampledResolution } from './resolution-sample.entity.js';
import type { PoliceToldInput, ResolutionReviewInput } from './resolution-sample.input.js';
import { findSampled, type SampledFound } from './resolution-samples.queries.js';

/** Records what the panel found of a resolution that was drawn. A later review counts instead; the first stays. */
@Injectable()
export class ReviewResolution {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    sampleId: string,
    id: string,
    { grade, comment, version }: ResolutionReviewInput,
  ): Promise<{ reviewId: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimSampled(work, 'resolution.review', { sampleId, id, version });
      await refuseOwn(work, found);
      const reviewId = newId();
      await work.tx.insert(ResolutionReview, {
        ...{ id: reviewId, sampledId: id, grade, comment, reviewedBy: actor.personId, reviewedAt: work.now },
        ...{ toldOn: null, toldWhom: null, toldBy: null, toldAt: null },
      });
      work.record(childSubject(found.childId, found.panelAreaId), { type: 'RESOLUTION_REVIEWED', grade });
      return { reviewId, version: version + 1 };
    });
  }
}

/** Records that police were told what the review found; until then it is still to be done. */
@Injectable()
export class TellPolice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    sampleId: string,
    id: string,
    { toldOn, toldWhom, version }: PoliceToldInput,
  ): Promise<{ reviewId: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimSampled(work, 'resolution.tell-police', { sampleId, id, version });
      const { reviewId, reviewedAt } = found;
      if (!reviewId || !reviewedAt) throw new Invalid([{ field: 'toldOn', message: 'It has not been reviewed yet' }]);
      if (found.toldOn)
        throw new Invalid([{ field: 'toldOn', message: 'It is recorded already that police were told' }]);
      if (toldOn > work.today || toldOn < dayOf(reviewedAt)) {
        const message = 'Enter a day from the review on that is not in the future';
        throw new Invalid([{ field: 'toldOn', message }]);
      }
      const told = { toldOn, toldWhom, toldBy: actor.personId, toldAt: work.now };
      await work.tx.update(ResolutionReview, { id: reviewId }, told);
      work.record(childSubject(found.childId, found.panelAreaId), { type: 'POLICE_TOLD_OF_REVIEW', toldOn });
      return { reviewId, version: version + 1 };
    });
  }
}

type Place = { readonly sampleId: string; readonly id: string; readonly version: number };

async function claimSampled(
  work: Work,
  permission: Permission,
  { sampleId, id, version }: Place,
): Promise<SampledFound> {
  const found = await findSampled(work.tx, work.actor, permission, sampleId, id);
  await claim(work.tx, SampledResolution, { id, sampleId }, version);
  return found;
}

async function refuseOwn({ tx, actor }: Work, found: SampledFound): Promise<void> {
  const reviewer = await row<{ id: string; name: string; collarNumber: string | null }>(
    tx,
    sql`select p.id, p.name, p."collarNumber" from people p where p.id = ${actor.personId}`,
  );
  if (!reviewer) throw new NotFound();
  const blockers = resolutionReviewBlockers(found, reviewer, `/resolution-samples/${found.sampleId}`);
  refuseShut(blockers);
}
