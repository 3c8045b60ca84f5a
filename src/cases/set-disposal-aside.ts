import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { blocker } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { Blocked, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { childSubject } from '../children/add-child.js';
import { Child } from '../children/child.entity.js';
import { EarlierDisposal, SettingAside } from '../children/earlier-disposal.entity.js';
import { type ChildFound, findChild } from '../children/find-child.js';
import { isPastOpenTo } from '../children/known-children.js';
import { maySetAside } from '../children/set-asides.queries.js';
import { refuseOpener } from './access/closed-cases.js';
import { reopenForChild } from './reopen-for-child.js';

export type DisposalDecided = { readonly id: string; readonly setAside: EarlierDisposal['setAside'] };

const ASIDE = 'RECORDED_WRONGLY' as const;

/**
 * Sets aside an earlier disposal that was recorded wrongly, or counts it again. It is never deleted: who, when and why stand
 * beside it, and a preparation that was signed off with it is opened again. What a case of this service gave is taken back
 * or reviewed there.
 */
@Injectable()
export class SetDisposalAside {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, childId: string, id: string, reason: string, isAside: boolean): Promise<DisposalDecided> {
    return this.unitOfWork.run(actor, async (work) => {
      const child = await findChild(work.tx, actor, 'disposal.record', childId);
      const found = await ofChild(work, child, id);
      const records = await work.tx.findBy(Child, { identityId: child.identityId });
      await refuseOpener(
        work.tx,
        actor,
        records.map((one) => one.id),
      );
      refuseUnless(actor, child, found, isAside);
      const setAside = isAside ? ASIDE : null;
      await work.tx.update(EarlierDisposal, { id }, { setAside });
      await work.tx.insert(SettingAside, {
        ...{ id: newId(), disposalId: id, isAside: Number(isAside), reason },
        ...{ decidedBy: actor.personId, decidedAt: work.now },
      });
      const { disposal, givenOn } = found;
      const type = isAside ? 'EARLIER_DISPOSAL_SET_ASIDE' : 'EARLIER_DISPOSAL_COUNTED_AGAIN';
      work.record(childSubject(found.childId, child.panelAreaId), { type, disposal, givenOn });
      await reopenForChild(work, child.identityId, 'EARLIER_DISPOSAL');
      return { id, setAside };
    });
  }
}

async function ofChild({ tx, actor }: Work, { identityId }: ChildFound, id: string): Promise<EarlierDisposal> {
  const found = await lockOne(tx, EarlierDisposal, { id });
  const open = await row(
    tx,
    sql`select d.id from earlier_disposals d join children k on k.id = d."childId"
        where d.id = ${id} and k."identityId" = ${identityId} and ${isPastOpenTo(actor, 'd')}`,
  );
  if (!found || !open) throw new NotFound();
  return found;
}

/** Whoever may record one in the panel area that recorded it sets it aside, once, and counts it again. */
function refuseUnless(actor: Actor, child: ChildFound, found: EarlierDisposal, isAside: boolean): void {
  const { caseId, setAside } = found;
  const fault = (message: string) => new Blocked([{ ...blocker('WRONG_STATE', `/children/${child.id}`), message }]);
  if (caseId)
    throw fault('It was given in a case of this service: it is taken back, corrected or reviewed in that case');
  if (!maySetAside(actor, found)) {
    throw fault('Another panel area recorded it: ask that area to set it aside');
  }
  if (isAside && setAside) throw fault('It is set aside already');
  if (!isAside && setAside !== ASIDE) throw fault('It counts already');
}
