import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { frameworks } from '../policy/ratings.js';
import { usualPrecision } from '../policy/sampling.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { drawFields, periodFields } from './audit-plan.fields.js';
import { DrawnOnPageInput, PlannedPeriodInput, PlansListedInput } from './audit-plan.input.js';
import { frameworkTitle, periodInWords, plansView, planView } from './audit-plan.view.js';
import { AuditRatingsReport } from './audit-ratings.report.js';
import { AuditsQueries } from './audits.queries.js';
import { DrawAuditSample } from './draw-audit-sample.js';
import { OpenAuditPlan } from './open-audit-plan.js';
import { assertInOrder } from './population.js';
import { planRatingsView } from './ratings.view.js';

@Controller('audit-plans')
export class AuditPlansPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: AuditsQueries,
    private readonly openAuditPlan: OpenAuditPlan,
    private readonly report: AuditRatingsReport,
    private readonly drawAuditSample: DrawAuditSample,
  ) {}

  @Get()
  @Requires('audit.read')
  @Render('quality/views/audit-plans')
  async plans(@By() actor: Actor, @Query() { after }: PlansListedInput): Promise<object> {
    const found = await this.queries.plans(actor, 20, after);
    return { ...plansView(found), mayPlan: may(actor, 'audit.plan') };
  }

  @Get('new')
  @Requires('audit.plan')
  @Render(FORM_PAGE)
  async newPlan(@By() actor: Actor): Promise<FormModel> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'audit.plan'));
    const only = areas.length === 1 ? areas[0]?.id : undefined;
    const form = {
      title: 'Draw a sample to audit',
      lead: 'Choose which decided cases to draw from. You will see how many there are before anything is drawn.',
      fields: periodFields(areas),
      values: { panelAreaId: only, framework: frameworks[0]?.id },
      submitText: 'Count the cases',
      back: '/audit-plans',
    };
    return { form: formPage(form) };
  }

  @Post('new')
  @Requires('audit.plan')
  async count(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const again = () => this.newPlan(actor);
    const { fields } = (await again()).form;
    await submit(response, { fields, body, input: PlannedPeriodInput, work: goOnToSample, again });
  }

  @Get('new/sample')
  @Requires('audit.plan')
  @Render(FORM_PAGE)
  async newSample(@By() actor: Actor, @Query() period: PlannedPeriodInput): Promise<FormModel> {
    const { panelAreaId, from, to, framework } = period;
    const { population, sizeByRule } = await this.queries.population(actor, period);
    const [area] = await this.access.panelAreas([panelAreaId]);
    const { confidence, margin } = usualPrecision;
    const counted = `${population} ${population === 1 ? 'case was' : 'cases were'} decided in ${area?.name ?? ''} from ${periodInWords(period)}.`;
    const form = {
      title: 'How many to draw',
      caption: frameworkTitle(framework),
      lead: `${counted} The inspectorate’s rule (${confidence}% confidence, margin of error ${margin} points) would draw ${sizeByRule} of them.`,
      fields: drawFields,
      values: { panelAreaId, from, to, framework, how: 'PRECISION', confidence, margin },
      submitText: 'Draw the sample',
      back: '/audit-plans/new',
    };
    return { form: formPage(form) };
  }

  @Post('new/sample')
  @Requires('audit.plan')
  async draw(
    @By() actor: Actor,
    @Query() period: PlannedPeriodInput,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: DrawnOnPageInput): Promise<string> => {
      const { planId } = await this.drawAuditSample.execute(actor, input);
      return `/audit-plans/${planId}`;
    };
    const again = () => this.newSample(actor, period);
    await submit(response, { fields: drawFields, body, input: DrawnOnPageInput, work, again });
  }

  @Get(':id')
  @Requires('audit.read')
  @Render('quality/views/audit-plan')
  async plan(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { plan, sample, involved } = await this.openAuditPlan.execute(actor, id);
    return planView(plan, sample, involved, may(actor, 'audit.complete', plan.panelAreaId));
  }

  @Get(':id/ratings')
  @Requires('audit.read')
  @Render('quality/views/ratings')
  async ratings(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return planRatingsView(await this.report.of(actor, id));
  }
}

/** The period stands in the address, so that the count can be looked at again. */
async function goOnToSample({ panelAreaId, from, to, framework }: PlannedPeriodInput): Promise<string> {
  assertInOrder({ from, to });
  return `/audit-plans/new/sample?${new URLSearchParams({ panelAreaId, from, to, framework }).toString()}`;
}
