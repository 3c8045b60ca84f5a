import { Injectable } from '@nestjs/common';
import { changePreparation, type Part } from '../cases/change-preparation.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Agency } from '../policy/agencies.js';
import { isWritten } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, Invalid, NotFound, NotPermitted, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { AgencyCheck, type CheckStatus } from './agency-check.entity.js';
import type { AgencyCheckInput } from './agency-check.input.js';
import { dueDay } from './ask-agencies.js';

type Changes = Partial<AgencyCheck>;

const isOpen = (status: CheckStatus | undefined): boolean => status === 'REQUESTED' || status === 'NOT_REQUESTED';

@Injectable()
export class RecordAgencyCheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A partner answers for their own agency; who asks for checks may answer for any, from a letter or a call, and says
   * what the answer means. Only that meaning is authorship: the answer is the agency's.
   */
  execute(actor: Actor, caseId: string, agency: Agency, input: AgencyCheckInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = await work.tx.findOneBy(AgencyCheck, { caseId, agency });
      const found = await changePreparation(work, 'check.answer', caseId, partOf(agency, input, stored));
      const forAll = may(actor, 'check.request', found.panelAreaId);
      if (!forAll) refuseOthers(actor, agency, input);
      const faults = faultsIn(input);
      refuse(faults);
      const changes = { ...(await statusChanges(work, input, stored)), ...wordsFrom(input, stored, forAll) };
      const version = await write(work, caseId, agency, changes, versionShown(input, stored));
      say(work, found, agency, input.status);
      return { version };
    });
  }
}

/**
 * An answer that is new, or says something else, is news to those who signed or read before it; what it means is written
 * by an author, who thereby looked at it. That it is asked, or only analysed, is no news.
 */
function partOf(agency: Agency, input: AgencyCheckInput, stored: AgencyCheck | null): Part {
  const section = `agency-checks/${agency}`;
  const isAuthored = isWritten(input.analysis) && input.analysis !== stored?.analysis;
  const part = { name: 'AGENCY_CHECK', isAuthored, section };
  const isSame = stored?.status === input.status && (stored.content ?? '') === (input.content ?? '');
  if (isOpen(input.status) || isSame) return part;
  return { ...part, news: { news: 'AGENCY_ANSWER', about: agency, except: isAuthored ? [section] : [] } };
}

/** A partner sees, answers and knows of no other agency's check. */
function refuseOthers(actor: Actor, agency: Agency, { status, analysis }: AgencyCheckInput): void {
  if (agency !== actor.agency) throw new NotFound();
  if (isOpen(status)) throw new NotPermitted('Asking for a check is for those who prepare the case.');
  if (!isWritten(analysis)) return;
  throw new Invalid([{ field: 'analysis', message: 'What an answer means is written by those who prepare the case' }]);
}

function faultsIn({ status, content, reason }: AgencyCheckInput): FieldError[] {
  return [
    ...faultIf(status === 'INFORMATION_RECEIVED' && !isWritten(content), 'content', 'Enter what the agency said'),
    ...faultIf(status === 'NOT_APPLICABLE' && !isWritten(reason), 'reason', 'Enter why this check does not apply'),
  ];
}

async function statusChanges(work: Work, input: AgencyCheckInput, stored: AgencyCheck | null): Promise<Changes> {
  const { actor, today } = work;
  const { status } = input;
  if (status === 'NOT_REQUESTED') return { status, ...notAsked, ...notAnswered };
  if (status === 'REQUESTED') {
    const asked = stored?.status === 'REQUESTED' ? {} : { requestedOn: today, requestedBy: actor.personId };
    return { status, ...asked, dueOn: await dueDay(work, input.dueOn), ...notAnswered };
  }
  const isSame = stored?.status === status && stored.content === (input.content || null);
  return isSame ? { status } : { status, respondedOn: today, respondedBy: actor.personId };
}

const notAsked = { requestedOn: null, requestedBy: null, dueOn: null };
const notAnswered = { respondedOn: null, respondedBy: null };

/** Asked again, nothing of an earlier answer is lost; a partner's new answer leaves the analysis where it is. */
function wordsFrom(input: AgencyCheckInput, stored: AgencyCheck | null, forAll: boolean): Changes {
  if (isOpen(input.status)) return {};
  return {
    content: input.content || null,
    analysis: forAll ? input.analysis || null : (stored?.analysis ?? null),
    reason: input.reason || null,
  };
}

/** To answer an open question overwrites nothing, so it may be done without having been shown the row. */
const versionShown = ({ version }: AgencyCheckInput, stored: AgencyCheck | null): number | undefined =>
  version ?? (isOpen(stored?.status) ? stored?.version : undefined);

function write(
  { tx }: Work,
  caseId: string,
  agency: Agency,
  changes: Changes,
  version: number | undefined,
): Promise<number> {
  return writeOne(tx, AgencyCheck, { caseId, agency }, changes, version, () => ({
    id: newId(),
    ...{ ...notAsked, ...notAnswered, content: null, analysis: null, reason: null },
  }));
}

function say({ record }: Work, found: CaseFound, agency: Agency, status: CheckStatus): void {
  if (status === 'REQUESTED') record(caseSubject(found), { type: 'AGENCY_ASKED', agency });
  else record(caseSubject(found), { type: 'AGENCY_ANSWERED', agency, status });
}
