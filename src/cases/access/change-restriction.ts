import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Invalid, NotFound, refuse } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { caseSubject } from '../visible-cases.js';
import { manageRestriction } from './manage-restriction.js';
import { type CaseRestricted, reviewFaults, whyNotNamed } from './restrict-case.js';
import { CaseRestriction, RestrictionPerson, RestrictionReview } from './restriction.entity.js';
import type { NamingInput, RemovalInput, RestrictionLiftingInput, ReviewInput } from './restriction.input.js';

/** Who may know of a restricted case, and whether it stays one. Everything that was so before stays on record. */
@Injectable()
export class ChangeRestriction {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  name(actor: Actor, caseId: string, { personId, reason, version }: NamingInput): Promise<CaseRestricted> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, restriction, named } = await manageRestriction(work, caseId, version);
      const why = named.includes(personId) ? 'This person is named already' : await whyNotNamed(work, found, personId);
      refuse(why ? [{ field: 'personId', message: why }] : []);
      const added = { addedBy: actor.personId, addedAt: work.now, addReason: reason };
      const person = { id: newId(), restrictionId: restriction.id, personId };
      await work.tx.insert(RestrictionPerson, { ...person, ...added });
      work.record(caseSubject(found), { type: 'RESTRICTION_PERSON_ADDED', personId });
      return { caseId, version: found.version };
    });
  }

  /** At least one manager stays named, so that nobody locks everybody out. */
  remove(actor: Actor, caseId: string, personId: string, { reason, version }: RemovalInput): Promise<CaseRestricted> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, restriction, named, managers } = await manageRestriction(work, caseId, version);
      if (!named.includes(personId)) throw new NotFound();
      if (managers.every((id) => id === personId)) {
        const message = 'Name another panel team manager first: one must stay who sees the case';
        throw new Invalid([{ field: 'personId', message }]);
      }
      const key = { restrictionId: restriction.id, personId };
      const removed = { removedBy: actor.personId, removedAt: work.now, removeReason: reason };
      const rows = await work.tx.findBy(RestrictionPerson, key);
      for (const { id, removedAt } of rows) if (!removedAt) await work.tx.update(RestrictionPerson, { id }, removed);
      work.record(caseSubject(found), { type: 'RESTRICTION_PERSON_REMOVED', personId });
      return { caseId, version: found.version };
    });
  }

  review(actor: Actor, caseId: string, { reason, reviewOn, version }: ReviewInput): Promise<CaseRestricted> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, restriction } = await manageRestriction(work, caseId, version);
      refuse(reviewFaults(reviewOn, work.today));
      await work.tx.update(CaseRestriction, { id: restriction.id }, { reviewOn });
      const reviewed = { reason, reviewOn, reviewedBy: actor.personId, reviewedAt: work.now };
      await work.tx.insert(RestrictionReview, { ...{ id: newId(), restrictionId: restriction.id }, ...reviewed });
      work.record(caseSubject(found), { type: 'RESTRICTION_REVIEWED', reviewOn });
      return { caseId, version: found.version };
    });
  }

  lift(actor: Actor, caseId: string, { reason, version }: RestrictionLiftingInput): Promise<CaseRestricted> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, restriction } = await manageRestriction(work, caseId, version);
      const lifted = { liftedBy: actor.personId, liftedAt: work.now, liftReason: reason };
      await work.tx.update(CaseRestriction, { id: restriction.id }, lifted);
      work.record(caseSubject(found), { type: 'RESTRICTION_LIFTED' });
      return { caseId, version: found.version };
    });
  }
}
