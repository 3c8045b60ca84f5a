import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { changePreparation } from '../cases/change-preparation.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isPastOpenTo } from '../children/known-children.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { DisposalResponse } from './earlier-disposals.entity.js';
import type { ResponseInput } from './earlier-disposals.input.js';

const withId = (): { id: string } => ({ id: newId() });

/** What was done at an earlier disposal, how the child responded, and what is different now. */
@Injectable()
export class AnalyseResponse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, disposalId: string, input: ResponseInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const part = { name: 'RESPONSE_TO_EARLIER_DISPOSAL', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      await mustBeEarlier(work, found, disposalId);
      const { version: shown, whatWasDone, childsResponse, differentNow } = input;
      const changes = { whatWasDone, childsResponse, differentNow };
      const version = await writeOne(work.tx, DisposalResponse, { caseId, disposalId }, changes, shown, withId);
      work.record(caseSubject(found), { type: 'RESPONSE_ANALYSED' });
      return { version };
    });
  }
}

/** Only a disposal of this child, and not the one of this case, can be answered here. */
async function mustBeEarlier({ tx, actor }: Work, { id, identityId }: CaseFound, disposalId: string): Promise<void> {
  const known = await row(
    tx,
    sql`select d.id from earlier_disposals d join children k on k.id = d."childId"
        where d.id = ${disposalId} and d."setAside" is null and k."identityId" = ${identityId}
          and (d."caseId" is null or d."caseId" <> ${id}) and ${isPastOpenTo(actor, 'd')}`,
  );
  if (!known) throw new NotFound();
}
