import { Injectable } from '@nestjs/common';
import type { Involvement } from '../policy/audit-gates.js';
import type { Actor } from '../platform/actor.js';
import { Views } from '../platform/trail/views.js';
import { AuditsQueries, type CaseDrawn, type PlanFound } from './audits.queries.js';

export type OpenedPlan = {
  readonly plan: PlanFound;
  readonly sample: readonly CaseDrawn[];
  /** What the reader had to do with each of its cases. */
  readonly involved: ReadonlyMap<string, readonly Involvement[]>;
};

/** Shows a plan with its cases; who saw them listed is on record first. */
@Injectable()
export class OpenAuditPlan {
  constructor(
    private readonly queries: AuditsQueries,
    private readonly views: Views,
  ) {}

  async execute(actor: Actor, id: string): Promise<OpenedPlan> {
    const plan = await this.queries.plan(actor, 'audit.read', id);
    const sample = await this.queries.sample(actor, id);
    const involved = await this.queries.involvement(actor, id);
    const subject = { type: 'AUDIT_PLAN', id, panelAreaId: plan.panelAreaId } as const;
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: sample.length });
    return { plan, sample, involved };
  }
}
