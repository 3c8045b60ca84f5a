import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { IsNull } from 'typeorm';
import { blocker } from '../../policy/gate.js';
import type { Actor } from '../../platform/actor.js';
import { row } from '../../platform/database/read.js';
import { Blocked, Invalid, NotFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork, type Work } from '../../platform/unit-of-work.js';
import { readReference } from '../case-reference.js';
import { refuseUnnamed } from '../access/closed-cases.js';
import { type CaseFound, findCase } from '../find-case.js';
import { claimCase } from '../move-case.js';
import { caseSubject, visibleCases } from '../visible-cases.js';
import { CaseLink } from './case-link.entity.js';
import type { LinkInput, UnlinkInput } from './link.input.js';
import { linksOf } from './links.queries.js';

export type CasesLinked = { readonly linkId: string; readonly caseId: string; readonly otherCaseId: string };

/** Links the cases of two children in one incident. Nothing of one is thereby shown on the other but its reference. */
@Injectable()
export class LinkCases {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  link(actor: Actor, caseId: string, { reference, reason, version }: LinkInput): Promise<CasesLinked> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.link', caseId, version);
      const other = await caseNamed(work, reference);
      const why = whyNotLinked(found, other);
      if (!other || why) throw new Invalid([{ field: 'reference', message: why ?? NONE }]);
      await refuseUnnamed(work.tx, actor, other.id);
      const [first = '', second = ''] = [caseId, other.id].toSorted();
      const isLinked = await work.tx.findOneBy(CaseLink, { caseId: first, otherCaseId: second, unlinkedAt: IsNull() });
      if (isLinked) throw new Blocked([linkedAlready(caseId)]);
      const linkId = newId();
      const link = { id: linkId, caseId: first, otherCaseId: second, reason };
      await work.tx.insert(CaseLink, { ...link, linkedBy: actor.personId, linkedAt: work.now });
      for (const [one, beside] of [
        [found, other],
        [other, found],
      ] as const) {
        work.record(caseSubject(one), { type: 'CASES_LINKED', otherCaseId: beside.id });
      }
      return { linkId, caseId, otherCaseId: other.id };
    });
  }

  /** Only by whoever may see both: to anybody else the link is not there. */
  unlink(actor: Actor, caseId: string, linkId: string, { reason, version }: UnlinkInput): Promise<CasesLinked> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.link', caseId, version);
      const link = (await linksOf(work.tx, actor, caseId)).find(({ id }) => id === linkId);
      if (!link) throw new NotFound();
      const other = await findCase(work.tx, actor, 'case.link', link.caseId);
      await refuseUnnamed(work.tx, actor, other.id);
      const undone = { unlinkedBy: actor.personId, unlinkedAt: work.now, unlinkReason: reason };
      await work.tx.update(CaseLink, { id: linkId }, undone);
      for (const [one, beside] of [
        [found, other],
        [other, found],
      ] as const) {
        work.record(caseSubject(one), { type: 'CASES_UNLINKED', otherCaseId: beside.id });
      }
      return { linkId, caseId, otherCaseId: other.id };
    });
  }
}

type Other = Pick<CaseFound, 'id' | 'panelAreaId' | 'identityId'>;

/** A reference that is wrong and one of a case that is closed to the actor are told apart by nothing. */
const NONE = 'No case that you can open has this reference';

const caseNamed = ({ tx, actor }: Work, reference: string): Promise<Other | null> =>
  row<Other>(
    tx,
    sql`select c.id, c."panelAreaId", k."identityId" from cases c join children k on k.id = c."childId"
        where c.reference = ${readReference(reference)} and ${visibleCases(actor, 'case.link')}`,
  );

function whyNotLinked(found: CaseFound, other: Other | null): string | null {
  if (!other) return NONE;
  if (other.id === found.id) return 'This is the case itself';
  if (other.panelAreaId !== found.panelAreaId) return 'Only cases of one panel area are linked';
  return other.identityId === found.identityId ? 'This is a case of the same child' : null;
}

const linkedAlready = (caseId: string) => ({
  ...blocker('WRONG_STATE', `/cases/${caseId}/links`),
  message: 'These cases are linked already',
});
