import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { EscalationInput, PoliceDecisionInput, RecommendationInput } from './decision.input.js';
import { DecisionsQueries, type EscalationFound, type PoliceDecisionFound } from './decisions.queries.js';
import { type CaseEscalated, EscalateCase } from './escalate-case.js';
import { type PoliceDecisionRecorded, RecordPoliceDecision } from './record-police-decision.js';
import { type RecommendationRead, RecommendationsRead } from './recommendations-read.js';
import { type RecommendationRecorded, RecordRecommendation } from './record-recommendation.js';

@Controller('api/cases/:id')
export class DecisionsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: DecisionsQueries,
    private readonly recommendations: RecommendationsRead,
    private readonly recordRecommendation: RecordRecommendation,
    private readonly recordPoliceDecision: RecordPoliceDecision,
    private readonly escalateCase: EscalateCase,
  ) {}

  /** The latest one: it counts. */
  @Get('recommendation')
  @Requires('case.read')
  async recommendation(@By() actor: Actor, @Param('id') id: string): Promise<RecommendationRead> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_RECOMMENDATION');
    const [latest] = await this.recommendations.of(actor, found);
    if (!latest) throw new NotFound();
    return latest;
  }

  @Post('recommendation')
  @Requires('recommendation.record')
  recommend(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: RecommendationInput,
  ): Promise<RecommendationRecorded> {
    return this.recordRecommendation.execute(actor, id, input);
  }

  @Get('police-decision')
  @Requires('case.read')
  async policeDecision(@By() actor: Actor, @Param('id') id: string): Promise<PoliceDecisionFound> {
    await this.opened.open(actor, 'case.read', id, 'THE_POLICE_DECISION');
    const [latest] = await this.queries.policeDecisions(id);
    if (!latest) throw new NotFound();
    return latest;
  }

  @Post('police-decision')
  @Requires('police-decision.record')
  decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: PoliceDecisionInput,
  ): Promise<PoliceDecisionRecorded> {
    return this.recordPoliceDecision.execute(actor, id, input);
  }

  @Get('escalation')
  @Requires('case.read')
  async escalations(@By() actor: Actor, @Param('id') id: string): Promise<{ items: EscalationFound[] }> {
    await this.opened.open(actor, 'case.read', id, 'THE_ESCALATION');
    return { items: await this.queries.escalations(id) };
  }

  @Post('escalation')
  @Requires('case.escalate')
  escalate(@By() actor: Actor, @Param('id') id: string, @Body() input: EscalationInput): Promise<CaseEscalated> {
    return this.escalateCase.execute(actor, id, input);
  }
}
