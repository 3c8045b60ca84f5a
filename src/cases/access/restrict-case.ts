import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isRecused } from '../../access/open-cases.js';
import { peopleOfArea } from '../../access/people-of-area.js';
import { blocker } from '../../policy/gate.js';
import type { Actor } from '../../platform/actor.js';
import { row } from '../../platform/database/read.js';
import { Blocked, faultIf, type FieldError, refuse } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork, type Work } from '../../platform/unit-of-work.js';
import type { CaseFound } from '../find-case.js';
import { claimCase } from '../move-case.js';
import { caseSubject } from '../visible-cases.js';
import { lockRestriction, managersAmong } from './named-people.js';
import { CaseRestriction, RestrictionPerson } from './restriction.entity.js';
import type { RestrictionInput } from './restriction.input.js';

export type CaseRestricted = { readonly caseId: string; readonly version: number };

export const reviewFaults = (reviewOn: string, today: string): FieldError[] =>
  faultIf(reviewOn <= today, 'reviewOn', 'Enter a day after today');

/** Why somebody cannot be named on a case; nothing when they can. */
export async function whyNotNamed(work: Work, found: CaseFound, personId: string): Promise<string | null> {
  const known = await peopleOfArea(work.tx, found.panelAreaId, [personId]);
  if (!known.has(personId)) return 'Select somebody who has a role in this panel area';
  const out = await row(work.tx, sql`select 1 as "out" where ${isRecused({ personId }, sql`${found.id}`)}`);
  return out ? 'This person has stepped out of the case' : null;
}

/** Limits a case to named people. For everybody else it does not exist from then on. */
@Injectable()
export class RestrictCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, input: RestrictionInput): Promise<CaseRestricted> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const { reason, reviewOn, people, version } = input;
      const found = await claimCase(work, 'case.restrict', caseId, version);
      if (await lockRestriction(work, caseId)) throw new Blocked([restrictedAlready(caseId)]);
      const faults = await faultsOf(work, found, input);
      refuse(faults);
      const id = newId();
      const restricted = { id, caseId, reason, reviewOn, restrictedBy: actor.personId, restrictedAt: now, version: 1 };
      await tx.insert(CaseRestriction, restricted);
      for (const personId of people) {
        const added = { addedBy: actor.personId, addedAt: now, addReason: reason };
        await tx.insert(RestrictionPerson, { ...{ id: newId(), restrictionId: id, personId }, ...added });
      }
      record(caseSubject(found), { type: 'CASE_RESTRICTED', people: people.length, reviewOn });
      return { caseId, version: found.version };
    });
  }
}

async function faultsOf(work: Work, found: CaseFound, { people, reviewOn }: RestrictionInput): Promise<FieldError[]> {
  const faults = reviewFaults(reviewOn, work.today);
  for (const [index, personId] of people.entries()) {
    const why = await whyNotNamed(work, found, personId);
    if (why) faults.push({ field: `people[${index}]`, message: why });
  }
  const managers = await managersAmong(work.tx, found, people);
  return [...faults, ...faultIf(managers.length === 0, 'people', 'Name at least one panel team manager of this area')];
}

const restrictedAlready = (caseId: string) => ({
  ...blocker('WRONG_STATE', `/cases/${caseId}/restriction`),
  message: 'This case is restricted already: name people on it, or take them off',
});
