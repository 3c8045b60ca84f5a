import { Injectable } from '@nestjs/common';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { auditBlockers } from '../policy/audit-gates.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { NotFound, refuseShut } from '../platform/errors.js';
import { type AuditFound, AuditsQueries, type CaseDrawn, type PlanFound } from './audits.queries.js';
import { askedUnder } from './asked-under.js';

export type OpenedAudit = {
  readonly plan: PlanFound;
  readonly drawn: CaseDrawn;
  readonly found: CaseShown;
  readonly set: QuestionSet;
  readonly audit: AuditFound | null;
};

/** The only way to a case's audit and papers: in the plan, by somebody who did not work on it, the view on record. */
@Injectable()
export class OpenAudit {
  constructor(
    private readonly queries: AuditsQueries,
    private readonly opened: OpenedCases,
  ) {}

  async execute(actor: Actor, planId: string, caseId: string): Promise<OpenedAudit> {
    const plan = await this.queries.plan(actor, 'audit.complete', planId);
    const [drawn] = await this.queries.sample(actor, planId, caseId);
    if (!drawn) throw new NotFound();
    const involved = (await this.queries.involvement(actor, planId, caseId)).get(caseId) ?? [];
    refuseShut(auditBlockers(involved, `/audit-plans/${planId}`));
    const found = await this.opened.open(actor, 'audit.complete', caseId, 'AUDIT');
    const audit = await this.queries.audit(planId, caseId);
    return { plan, drawn, found, set: askedUnder(plan.framework).set, audit };
  }
}
