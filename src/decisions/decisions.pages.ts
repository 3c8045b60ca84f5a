import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { DecisionPages } from './decision-pages.js';
import { DecisionRecorded } from './decision-recorded.js';
import { postedDecision, postedRecommendation } from './decision.fields.js';
import { PoliceDecisionInput } from './decision.input.js';
import { PoliceDecisionPages } from './police-decision-pages.js';
import { RecommendationFormInput } from './recommendation-form.input.js';
import { RecordPoliceDecision } from './record-police-decision.js';
import { RecordRecommendation } from './record-recommendation.js';

const RECOMMEND = 'decisions/views/recommend';
const RECORDED = 'decisions/views/recommendation';
const DECIDE = 'decisions/views/decide';

@Controller('cases/:id')
export class DecisionsPages {
  constructor(
    private readonly pages: DecisionPages,
    private readonly recorded: DecisionRecorded,
    private readonly policePages: PoliceDecisionPages,
    private readonly recordRecommendation: RecordRecommendation,
    private readonly recordPoliceDecision: RecordPoliceDecision,
  ) {}

  /** While the case waits for a recommendation the page on which it is made; afterwards what was recommended. */
  @Get('recommendation')
  @Requires('case.read')
  async recommendation(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { found, waits } = await this.pages.open(actor, id);
    if (waits) response.render(RECOMMEND, await this.pages.toRecommend(actor, found));
    else response.render(RECORDED, await this.recorded.of(actor, found));
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

  /** While the case waits for police the page on which they decide; else what was recorded, and why nothing is now. */
  @Get('police-decision')
  @Requires('police-decision.record')
  async policeDecision(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { isToDecide, page } = await this.policePages.shown(actor, id);
    response.render(isToDecide ? DECIDE : RECORDED, page);
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
    const again = () => this.policePages.toDecide(actor, id);
    const fields = postedDecision;
    await submit(response, { fields, body, input: PoliceDecisionInput, work, again, template: DECIDE });
  }
}
