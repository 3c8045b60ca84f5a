import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import { type FieldError, Invalid, NotPermitted } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { openCase } from '../cases/open-case.js';
import { addChild } from '../children/add-child.js';
import { recordEthnicity } from '../children/record-ethnicity.js';
import { addVictims } from '../victims/add-victims.js';
import { childWithin } from './child-within.js';
import { faultsInDays, faultsOf, type Warning, warningsFor } from './referral-faults.js';
import type { ReferralInput } from './referral.input.js';

export type Referred = {
  readonly caseId: string;
  readonly childId: string;
  readonly reference: string;
  readonly version: number;
  readonly possibleMatches: { childId: string; reasons: string[] }[];
  readonly warnings: Warning[];
};

/** Refers a child to a panel: the child's record, the case, its offences and victims; part of a unit of work. */
export async function submitReferral(work: Work, input: ReferralInput, importId?: string): Promise<Referred> {
  const { actor, today } = work;
  const { panelAreaId, victims = [], offences } = input;
  if (!may(actor, 'case.refer', panelAreaId)) throw new NotPermitted('You cannot refer to this panel area.');
  refuse(faultsOf(input));
  const { childId, dateOfBirth } = await childFor(work, input);
  const noIdentifiableVictimReason = input.noIdentifiableVictim?.reason;
  const opened = await openCase(work, { ...input, childId, noIdentifiableVictimReason, importId });
  await addVictims(work, opened.caseId, panelAreaId, victims);
  const warnings = warningsFor(offences, { dateOfBirth, referredOn: today });
  return { ...opened, childId, possibleMatches: [], warnings };
}

type ForCase = { readonly childId: string; readonly dateOfBirth: string };

/** The known child, or the record of a new one, once the days of the referral were found possible. */
async function childFor(work: Work, input: ReferralInput): Promise<ForCase> {
  const { child, panelAreaId } = input;
  if (!child) {
    const known = await childWithin(work.tx, work.actor, 'case.refer', input.childId ?? '');
    if (!known) throw new Invalid([{ field: 'childId', message: 'There is no such child, or it is not yours to see' }]);
    refuse(faultsInDays(input, known.dateOfBirth, work.today));
    return { childId: known.id, dateOfBirth: known.dateOfBirth };
  }
  refuse(faultsInDays(input, child.dateOfBirth, work.today));
  const { ethnicity, givenName, familyName, dateOfBirth, sex } = child;
  const childId = await addChild(work, { givenName, familyName, dateOfBirth, sex }, panelAreaId);
  if (ethnicity) await recordEthnicity(work, childId, panelAreaId, ethnicity);
  return { childId, dateOfBirth };
}

const refuse = (faults: readonly FieldError[]): void => {
  if (faults.length > 0) throw new Invalid(faults);
};

@Injectable()
export class SubmitReferral {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: ReferralInput): Promise<Referred> {
    return this.unitOfWork.run(actor, (work) => submitReferral(work, input));
  }
}
