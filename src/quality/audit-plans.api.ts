import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { apiSchema } from '../policy/questions/describing-set.js';
import { unanswered } from '../policy/questions/progress.js';
import { usualPrecision } from '../policy/sampling.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AuditInput } from './audit.input.js';
import { AuditPlanInput, PeriodInput, PlansListedInput } from './audit-plan.input.js';
import { AuditRatingsReport } from './audit-ratings.report.js';
import { AuditsQueries, type PlanListed } from './audits.queries.js';
import { DrawAuditSample, type Drawn } from './draw-audit-sample.js';
import { OpenAudit } from './open-audit.js';
import { OpenAuditPlan } from './open-audit-plan.js';
import { keyQuestionAnswers, sampleWithBlockers } from './audit-plan.view.js';
import { SaveAudit, type Saved } from './save-audit.js';

@Controller('api/audit-plans')
export class AuditPlansApi {
  constructor(
    private readonly queries: AuditsQueries,
    private readonly report: AuditRatingsReport,
    private readonly drawAuditSample: DrawAuditSample,
    private readonly openAuditPlan: OpenAuditPlan,
    private readonly openAudit: OpenAudit,
    private readonly saveAudit: SaveAudit,
  ) {}

  @Get()
  @Requires('audit.read')
  plans(
    @By() actor: Actor,
    @Query() { limit = 50, after }: PlansListedInput,
  ): Promise<{ items: PlanListed[]; next: string | null }> {
    return this.queries.plans(actor, limit, after);
  }

  @Post()
  @Requires('audit.plan')
  draw(@By() actor: Actor, @Body() input: AuditPlanInput): Promise<Drawn> {
    return this.drawAuditSample.execute(actor, input);
  }

  /** How many cases were decided in a period, and how many of them the inspectorate's rule would draw. */
  @Get('population')
  @Requires('audit.plan')
  async population(@By() actor: Actor, @Query() period: PeriodInput): Promise<object> {
    return { ...(await this.queries.population(actor, period)), rule: usualPrecision };
  }

  @Get(':id')
  @Requires('audit.read')
  async plan(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { plan, sample, involved } = await this.openAuditPlan.execute(actor, id);
    return { ...plan, size: sample.length, sample: sampleWithBlockers(plan, sample, involved) };
  }

  @Get(':id/cases/:caseId')
  @Requires('audit.complete')
  async audit(@By() actor: Actor, @Param('id') id: string, @Param('caseId') caseId: string): Promise<object> {
    const { drawn, set, audit } = await this.openAudit.execute(actor, id, caseId);
    const { answers = {}, status = 'NOT_STARTED', version = 0 } = audit ?? {};
    return {
      ...{ planId: id, caseId, reference: drawn.reference, status, version },
      set: { id: set.id, version: set.version },
      auditedBy: audit && { id: audit.auditedBy, name: drawn.auditedByName },
      updatedAt: audit?.updatedAt ?? null,
      questions: apiSchema(set),
      answers,
      keyQuestions: keyQuestionAnswers(set, answers),
      unanswered: unanswered(set, answers),
    };
  }

  @Put(':id/cases/:caseId')
  @Requires('audit.complete')
  save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('caseId') caseId: string,
    @Body() input: AuditInput,
  ): Promise<Saved> {
    return this.saveAudit.execute(actor, id, caseId, input);
  }

  @Get(':id/ratings')
  @Requires('audit.read')
  async ratings(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { plan, audits, standards, prompts } = await this.report.of(actor, id);
    const provisional = audits.complete < audits.sample;
    return { planId: id, framework: plan.framework, audits, provisional, standards, prompts };
  }
}
