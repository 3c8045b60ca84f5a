import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Actor, may } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { readReference } from '../cases/case-reference.js';
import { visibleCases } from '../cases/visible-cases.js';
import { findChild } from '../children/find-child.js';
import type { DraftAnswers } from './draft-answers.js';
import { nextPage } from './draft-order.js';
import { draftPage } from './draft-pages.js';
import type { DraftVersionInput, StartInput } from './draft-pages.input.js';
import { ReferralDraft } from './referral-draft.entity.js';

export const draftSubject = ({ id, panelAreaId }: Pick<ReferralDraft, 'id' | 'panelAreaId'>): Subject => ({
  type: 'SERVICE',
  id,
  panelAreaId,
});

/** Only its writer can take a draft up again; to anybody else it is not there. */
export const claimDraft = ({ tx, actor }: Work, id: string, version: number): Promise<ReferralDraft> =>
  claim<ReferralDraft>(tx, ReferralDraft, { id, personId: actor.personId }, version);

@Injectable()
export class StartDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `child`: as described elsewhere, so that nobody types it twice. */
  execute(
    actor: Actor,
    input: StartInput,
    child?: DraftAnswers['child'],
  ): Promise<{ id: string; version: number; next: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const start = await startFrom(work, input);
      const [id, panelAreaId, answers] = [newId(), start.panelAreaId, { start, ...(child ? { child } : {}) }];
      await work.tx.insert(ReferralDraft, {
        ...{ id, personId: actor.personId, panelAreaId, version: 1, createdAt: work.now, updatedAt: work.now },
        answers,
      });
      work.record(draftSubject({ id, panelAreaId }), { type: 'DRAFT_REFERRAL_SAVED' });
      return { id, version: 1, next: nextPage(answers) };
    });
  }
}

@Injectable()
export class SaveDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Saves one page; gives the page to go on to. */
  execute(
    actor: Actor,
    id: string,
    path: string,
    input: DraftVersionInput,
  ): Promise<{ version: number; next: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { version, ...given } = { ...input };
      const draft = await claimDraft(work, id, version);
      const page = draftPage(path, draft.answers, []);
      if (!page) throw new NotFound();
      const answers = page.put(path === 'start' ? await startFrom(work, given as StartInput) : given);
      const { panelAreaId } = answers.start;
      await work.tx.update(ReferralDraft, { id }, { answers, panelAreaId, updatedAt: work.now });
      work.record(draftSubject({ id, panelAreaId }), { type: 'DRAFT_REFERRAL_SAVED' });
      return { version: draft.version, next: page.next?.(given) ?? nextPage(answers) };
    });
  }
}

@Injectable()
export class DeleteDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version }: DraftVersionInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const draft = await claimDraft(work, id, version);
      await work.tx.delete(ReferralDraft, { id });
      work.record(draftSubject(draft), { type: 'DRAFT_REFERRAL_DELETED' });
      return { id };
    });
  }
}

/** The first page, its panel area one to which the actor may refer, its known child found by an earlier case. */
async function startFrom({ tx, actor }: Work, input: StartInput): Promise<DraftAnswers['start']> {
  const { panelAreaId, childIs, earlierReference } = input;
  if (!may(actor, 'case.refer', panelAreaId)) {
    throw new Invalid([{ field: 'panelAreaId', message: 'Select a panel area to which you may refer' }]);
  }
  if (childIs === 'KNOWN' && input.childId) {
    const { id: childId } = await findChild(tx, actor, 'case.refer', input.childId);
    return { panelAreaId, childIs, childId };
  }
  if (childIs === 'NEW' || !earlierReference) return { panelAreaId, childIs };
  const reference = readReference(earlierReference);
  const earlier = await row<{ childId: string }>(
    tx,
    sql`select c."childId" from cases c where c.reference = ${reference} and ${visibleCases(actor, 'case.refer')}`,
  );
  if (earlier) return { panelAreaId, childIs, earlierReference: reference, childId: earlier.childId };
  const message = 'No case of your panel area has this reference';
  throw new Invalid([{ field: 'earlierReference', message }]);
}
