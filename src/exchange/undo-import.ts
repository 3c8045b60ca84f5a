import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { blocker, type Blocker } from '../policy/gate.js';
import { states, type CaseState } from '../policy/lifecycle.js';
import { removeCase } from '../cases/remove-case.js';
import { removeChild } from '../children/remove-child.js';
import { type Actor, may } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { rows } from '../platform/database/read.js';
import { NotFound, refuseShut } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { removeVictims } from '../victims/remove-victims.js';
import { importSubject } from './check-referrals.js';
import { ReferralImport } from './referral-import.entity.js';

type Made = { id: string; reference: string; state: CaseState; version: number; childId: string; panelAreaId: string };

@Injectable()
export class UndoImport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Removes what an import made, as long as nobody has built on any of it; the trail keeps what was made and removed. */
  execute(actor: Actor, id: string): Promise<{ importId: string; removed: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await lockOne(work.tx, ReferralImport, { id });
      if (!found || !may(actor, 'case.import', found.panelAreaId)) throw new NotFound();
      const made = await lockMade(work, id);
      const reasons = found.undoneAt ? [undoneBefore(id)] : await builtUpon(work, id, made);
      refuseShut(reasons);
      for (const one of made) {
        await removeVictims(work, one.id);
        await removeCase(work, one);
      }
      for (const childId of new Set(made.map((one) => one.childId))) {
        await removeChild(work, childId, found.panelAreaId);
      }
      await work.tx.update(ReferralImport, { id }, { undoneAt: work.now, undoneBy: actor.personId });
      work.record(importSubject(id, found.panelAreaId), { type: 'REFERRAL_IMPORT_UNDONE', rows: made.length });
      return { importId: id, removed: made.length };
    });
  }
}

/** The cases of an import, kept from others until the unit ends. */
const lockMade = ({ tx }: Work, importId: string): Promise<Made[]> =>
  rows(
    tx,
    sql`update cases set version = version where "importId" = ${importId}
        returning id, reference, state, version, "childId", "panelAreaId"`,
  );

const undoneBefore = (id: string): Blocker => ({
  ...blocker('WRONG_STATE', `/referral-imports/${id}`),
  message: 'This import was undone already',
});

/** Why an import can no longer be undone: each case that moved or was changed, each child who is used elsewhere. */
async function builtUpon({ tx, actor }: Work, importId: string, made: readonly Made[]): Promise<Blocker[]> {
  const used = await rows<{ id: string; open: number }>(
    tx,
    sql`select c.id, case when ${openTo(actor)} then 1 else 0 end as "open" from cases c join children k on k.id = c."childId"
        where c."importId" = ${importId} and (k.version > 1 or k."identityId" <> k.id
          or exists (select 1 from cases o where o."childId" = k.id and (o."importId" is null or o."importId" <> ${importId}))
          or exists (select 1 from child_matches m where m."childId" = k.id)
          or exists (select 1 from child_matches m where m."otherChildId" = k.id)
          or exists (select 1 from earlier_disposals d where d."childId" = k.id)
          or exists (select 1 from earlier_behaviour b where b."childId" = k.id)
          or exists (select 1 from victim_views_withdrawn w where w."caseId" = c.id)
          or exists (select 1 from conflicts x where x."caseId" = c.id)
          or exists (select 1 from case_restrictions x where x."caseId" = c.id)
          or exists (select 1 from case_links x where x."caseId" = c.id)
          or exists (select 1 from case_links x where x."otherCaseId" = c.id))`,
  );
  const isUsed = new Set(used.map(({ id }) => id));
  const closed = new Set(used.filter(({ open }) => open === 0).map(({ id }) => id));
  return made.flatMap((one) => {
    if (closed.has(one.id))
      return [{ ...blocker('WRONG_STATE', `/referral-imports/${importId}`), message: BUILT_UPON }];
    const why = reasonFor(one, isUsed.has(one.id));
    return why ? [{ ...blocker('WRONG_STATE', `/cases/${one.id}`), message: `${one.reference} ${why}` }] : [];
  });
}

/** Of a case that is closed to whoever undoes, nothing is said. */
const BUILT_UPON = 'Something was built upon this import since';

function reasonFor({ state, version }: Made, childIsUsed: boolean): string | null {
  if (state !== 'REFERRED') return `has moved on: it is ${states[state].toLowerCase()}`;
  if (version > 1) return 'was changed after the import';
  return childIsUsed ? 'is about a child on whom something else was recorded' : null;
}
