import { Injectable } from '@nestjs/common';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Agency } from '../policy/agencies.js';
import { USUAL_ANSWER_DAYS } from '../policy/check-standing.js';
import { workingDaysLater } from '../policy/days.js';
import type { Actor } from '../platform/actor.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { AgencyCheck } from './agency-check.entity.js';
import type { AskAgenciesInput } from './agency-check.input.js';

type Asked = { readonly agencies: Agency[]; readonly dueOn: string };

@Injectable()
export class AskAgencies {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Asks those that have not been asked; who was asked or has answered is left as they are. */
  execute(actor: Actor, caseId: string, { agencies, dueOn }: AskAgenciesInput): Promise<Asked> {
    return this.unitOfWork.run(actor, async (work) => {
      const part = { name: 'AGENCY_CHECK', isAuthored: false };
      const found = await changePreparation(work, 'check.request', caseId, part);
      const due = await dueDay(work, dueOn);
      const asked: Agency[] = [];
      for (const agency of agencies) {
        if (await ask(work, caseId, agency, due)) asked.push(agency);
      }
      if (asked.length === 0) {
        throw new Invalid([{ field: 'agencies', message: 'All of these agencies have been asked already' }]);
      }
      for (const agency of asked) work.record(caseSubject(found), { type: 'AGENCY_ASKED', agency });
      return { agencies: asked, dueOn: due };
    });
  }
}

async function ask({ tx, actor, today }: Work, caseId: string, agency: Agency, dueOn: string): Promise<boolean> {
  const request = { status: 'REQUESTED', requestedOn: today, requestedBy: actor.personId, dueOn } as const;
  const known = await tx.findOneBy(AgencyCheck, { caseId, agency });
  if (known && known.status !== 'NOT_REQUESTED') return false;
  if (known) await tx.update(AgencyCheck, { id: known.id }, { ...request, version: known.version + 1 });
  else {
    const unanswered = { respondedOn: null, respondedBy: null, content: null, analysis: null, reason: null };
    await tx.insert(AgencyCheck, { id: newId(), caseId, agency, ...request, ...unanswered, version: 1 });
  }
  return true;
}

/** The day by which an answer is asked for. */
export async function dueDay({ tx, today }: Work, dueOn: string | undefined): Promise<string> {
  if (dueOn === undefined) {
    const usual = workingDaysLater(today, USUAL_ANSWER_DAYS, await calendarOf(tx));
    if (usual) return usual;
    const message = 'Enter the day: the bank holidays until the usual one are not known';
    throw new Invalid([{ field: 'dueOn', message }]);
  }
  if (dueOn < today) throw new Invalid([{ field: 'dueOn', message: 'The day of the answer cannot be in the past' }]);
  return dueOn;
}
