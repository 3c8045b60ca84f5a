import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { removeChild } from '../children/remove-child.js';
import { removeResolution } from '../children/remove-resolution.js';
import { blocker, type Blocker } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { rows } from '../platform/database/read.js';
import { NotFound, refuseShut } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { dayInWords } from '../platform/web/words.js';
import { importSubject } from './check-referrals.js';
import { ResolutionImport } from './resolution-import.entity.js';

type Made = { id: string; childId: string };

@Injectable()
export class UndoResolutionImport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Removes what an import made, as long as nobody has built on any of it; the trail keeps what was made and removed. */
  execute(actor: Actor, id: string): Promise<{ importId: string; removed: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await lockOne(work.tx, ResolutionImport, { id });
      if (!found || !may(actor, 'resolution.import', found.panelAreaId)) throw new NotFound();
      const made = await rows<Made>(
        work.tx,
        sql`select d.id, d."childId" from earlier_disposals d where d."importId" = ${id} order by d.id`,
      );
      const reasons = found.undoneAt ? [undoneBefore(id)] : await builtUpon(work, id);
      refuseShut(reasons);
      for (const one of made) {
        await removeResolution(work, one, found.panelAreaId);
        await removeChild(work, one.childId, found.panelAreaId);
      }
      await work.tx.update(ResolutionImport, { id }, { undoneAt: work.now, undoneBy: actor.personId });
      work.record(importSubject(id, found.panelAreaId), { type: 'RESOLUTION_IMPORT_UNDONE', rows: made.length });
      return { importId: id, removed: made.length };
    });
  }
}

const undoneBefore = (id: string): Blocker => ({
  ...blocker('WRONG_STATE', `/resolution-imports/${id}`),
  message: 'This import was undone already',
});

/** Why an import can no longer be undone: each resolution that was drawn, each child on whom more is recorded. */
async function builtUpon({ tx }: Work, importId: string): Promise<Blocker[]> {
  const used = await rows<{ id: string; givenOn: string; drawn: string | null }>(
    tx,
    sql`select d.id, d."givenOn", (select s.id from sampled_resolutions s where s."disposalId" = d.id limit 1) as drawn
        from earlier_disposals d join children k on k.id = d."childId"
        where d."importId" = ${importId} and (k.version > 1 or k."identityId" <> k.id
          or exists (select 1 from sampled_resolutions s where s."disposalId" = d.id)
          or exists (select 1 from settings_aside g where g."disposalId" = d.id)
          or exists (select 1 from cases c where c."childId" = k.id)
          or exists (select 1 from child_matches m where m."childId" = k.id)
          or exists (select 1 from child_matches m where m."otherChildId" = k.id)
          or exists (select 1 from child_ethnicities e where e."childId" = k.id)
          or exists (select 1 from earlier_disposals o where o."childId" = k.id and o.id <> d.id)
          or exists (select 1 from disposal_responses r where r."disposalId" = d.id)
          or exists (select 1 from earlier_behaviour b where b."childId" = k.id)) order by d.id`,
  );
  return used.map(({ id, givenOn, drawn }) => ({
    ...blocker('WRONG_STATE', `/police-issued-resolutions/${id}`),
    message: `The resolution of ${dayInWords(givenOn)} ${drawn ? 'was drawn for review' : 'is of a child on whom something else was recorded'}`,
  }));
}
