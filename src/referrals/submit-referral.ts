import { Injectable } from '@nestjs/common';
import { routingFlags } from '../policy/routing.js';
import { type Actor, may } from '../platform/actor.js';
import { Invalid, NotFound, NotPermitted, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { openCase } from '../cases/open-case.js';
import { routingFacts } from '../cases/routing.queries.js';
import { caseSubject } from '../cases/visible-cases.js';
import { addChild } from '../children/add-child.js';
import type { MatchReason } from '../children/compare-children.js';
import { findChild } from '../children/find-child.js';
import { possibleMatches } from '../children/matches.queries.js';
import { recordEthnicity } from '../children/record-ethnicity.js';
import { addVictims } from '../victims/add-victims.js';
import { asWarning, faultsInDays, faultsOf, type Warning, warningsFor } from './referral-faults.js';
import type { ReferralInput, ReferredChildInput } from './referral.input.js';

export type Referred = {
  readonly caseId: string;
  readonly childId: string;
  readonly reference: string;
  readonly version: number;
  readonly possibleMatches: readonly { readonly childId: string; readonly reasons: readonly MatchReason[] }[];
  readonly warnings: Warning[];
};

/** Refers a child to a panel: the child's record, the case, its offences and victims; part of a unit of work. */
export async function submitReferral(work: Work, input: ReferralInput, importId?: string): Promise<Referred> {
  const { actor, today } = work;
  const { panelAreaId, offences } = input;
  if (!may(actor, 'case.refer', panelAreaId)) throw new NotPermitted('You cannot refer to this panel area.');
  refuse(faultsOf(input));
  const { childId, dateOfBirth } = input.child
    ? await newChild(work, input, input.child)
    : await knownChild(work, input);
  const noIdentifiableVictimReason = input.noIdentifiableVictim?.reason;
  const opened = await openCase(work, { ...input, childId, noIdentifiableVictimReason, importId });
  await addVictims(work, opened.caseId, panelAreaId, input.victims ?? []);
  // Whoever imports a file was shown the matches of all its rows at once, before.
  const matches = input.child && !importId ? await matchesOf(work, input.child, childId) : [];
  if (matches.length > 0) {
    const subject = caseSubject({ id: opened.caseId, panelAreaId });
    work.record(subject, { type: 'POSSIBLE_MATCHES_SHOWN', found: matches.length });
  }
  const warnings = warningsFor(offences, { dateOfBirth, referredOn: today });
  const routed = importId ? [] : routingFlags(await routingFacts(work.tx, work.actor, opened.caseId, today));
  return { ...opened, childId, possibleMatches: matches, warnings: [...warnings, ...routed.map(asWarning)] };
}

type ForCase = { readonly childId: string; readonly dateOfBirth: string };

/** The record of a new child, once the days of the referral were found possible. */
async function newChild(work: Work, input: ReferralInput, child: ReferredChildInput): Promise<ForCase> {
  const { ethnicity, givenName, familyName, dateOfBirth, sex } = child;
  refuse(faultsInDays(input, dateOfBirth, work.today));
  const childId = await addChild(work, { givenName, familyName, dateOfBirth, sex }, input.panelAreaId);
  if (ethnicity) await recordEthnicity(work, childId, input.panelAreaId, ethnicity);
  return { childId, dateOfBirth };
}

async function knownChild({ tx, actor, today }: Work, input: ReferralInput): Promise<ForCase> {
  const { id: childId, dateOfBirth } = await findChild(tx, actor, 'case.refer', input.childId ?? '').catch(notTheirs);
  refuse(faultsInDays(input, dateOfBirth, today));
  return { childId, dateOfBirth };
}

/** Who it may be, and why; what is known of them stands on the page on which a person decides. */
const matchesOf = async ({ tx, actor }: Work, child: ReferredChildInput, childId: string) =>
  (await possibleMatches(tx, actor, child, childId)).map((match) => ({
    childId: match.childId,
    reasons: match.reasons,
  }));

const notTheirs = (thrown: unknown): never => {
  if (!(thrown instanceof NotFound)) throw thrown;
  throw new Invalid([{ field: 'childId', message: 'There is no such child, or it is not yours to see' }]);
};

@Injectable()
export class SubmitReferral {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: ReferralInput): Promise<Referred> {
    return this.unitOfWork.run(actor, (work) => submitReferral(work, input));
  }
}
