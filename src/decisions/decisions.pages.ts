import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import type { Actor } from '../platform/actor.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { DecisionPages } from './decision-pages.js';
import { escalationFields, postedDecision, postedRecommendation } from './decision.fields.js';
import { EscalationInput, PoliceDecisionInput } from './decision.input.js';
import { EscalateCase } from './escalate-case.js';
import { RecommendationFormInput } from './recommendation-form.input.js';
import { RecordPoliceDecision } from './record-police-decision.js';
import { RecordRecommendation } from './record-recommendation.js';

const RECOMMEND = 'decisions/views/recommend';
const RECORDED = 'decisions/views/recommendation';
const DECIDE = 'decisions/views/decide';
const ESCALATE = 'decisions/views/escalate';

@Controller('cases/:id')
export class DecisionsPages {
  constructor(
    private readonly pages: DecisionPages,
    private readonly forms: CaseForms,
    private readonly recordRecommendation: RecordRecommendation,
    private readonly recordPoliceDecision: RecordPoliceDecision,
    private readonly escalateCase: EscalateCase,
  ) {}

  /** While the case waits for a recommendation the page on which it is made; afterwards what was recommended. */
  @Get('recommendation')
  @Requires('case.read')
  async recommendation(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { found, waits } = await this.pages.open(actor, id);
    if (waits) response.render(RECOMMEND, await this.pages.toRecommend(actor, found));
    else response.render(RECORDED, await this.pages.recorded(actor, found));
  }

  @Post('recommendation')
  @Requires('recommendation.record')
  async recommend(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: RecommendationFormInput): Promise<string> => {
      await this.recordRecommendation.execute(actor, id, input);
      return `/cases/${id}/recommendation`;
    };
    const again = async () => this.pages.toRecommend(actor, (await this.pages.open(actor, id)).found);
    const fields = postedRecommendation;
    await submit(response, { fields, body, input: RecommendationFormInput, work, again, template: RECOMMEND });
  }

  @Get('police-decision')
  @Requires('police-decision.record')
  @Render(DECIDE)
  policeDecision(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.pages.toDecide(actor, id);
  }

  @Post('police-decision')
  @Requires('police-decision.record')
  async decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PoliceDecisionInput): Promise<string> => {
      await this.recordPoliceDecision.execute(actor, id, input);
      return `/cases/${id}/recommendation`;
    };
    const again = () => this.policeDecision(actor, id);
    const fields = postedDecision;
    await submit(response, { fields, body, input: PoliceDecisionInput, work, again, template: DECIDE });
  }

  @Get('escalation')
  @Requires('case.escalate')
  @Render(ESCALATE)
  async escalation(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm & object> {
    let recorded: { child?: CaseForm['child'] } = {};
    const form = await this.forms.show(actor, 'case.escalate', id, 'THE_ESCALATION', async (found) => {
      recorded = await this.pages.recorded(actor, found);
      return {
        title: 'Escalate this case',
        lead: 'For a case that the panel cannot settle. It leaves the panel’s hands until another recommendation is recorded.',
        fields: escalationFields,
        submitText: 'Escalate',
      };
    });
    const page = { ...form, ...recorded, title: form.form.title };
    return page;
  }

  @Post('escalation')
  @Requires('case.escalate')
  async escalate(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: EscalationInput): Promise<string> => {
      await this.escalateCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.escalation(actor, id);
    await submit(response, {
      fields: escalationFields,
      body,
      input: EscalationInput,
      work,
      again,
      template: ESCALATE,
    });
  }
}
