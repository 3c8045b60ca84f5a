import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { row, rows } from '../platform/database/read.js';
import { NotFound, Refusal } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { changePreparation } from './change-preparation.js';
import type { SettlementInput } from './late-news.input.js';
import { caseSubject } from './visible-cases.js';

type Open = { readonly section: string; readonly settledAt: string | null };

/** An author looked at a section again after late news and says that it stands, and why. Whoever does cannot sign it off. */
@Injectable()
export class SettleSection {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, { because }: SettlementInput): Promise<{ section: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'LATE_NEWS', isAuthored: true, section: null };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const open = await row<Open>(
        tx,
        sql`select r.section, r."settledAt" from reopened_sections r where r.id = ${id} and r."caseId" = ${caseId}`,
      );
      if (!open) throw new NotFound();
      if (open.settledAt)
        throw new Refusal(409, 'Settled already', 'Somebody changed this section or looked at it again.');
      const { section } = open;
      await rows(
        tx,
        sql`update reopened_sections set "settledAt" = ${now}, "settledBy" = ${actor.personId},
                   "settledAs" = 'STANDS', "settledBecause" = ${because}
            where "caseId" = ${caseId} and section = ${section} and "settledAt" is null`,
      );
      record(caseSubject(found), { type: 'LATE_NEWS_CONSIDERED', section, settledAs: 'STANDS' });
      return { section };
    });
  }
}
