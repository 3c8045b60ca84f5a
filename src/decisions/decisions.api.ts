import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { PoliceDecisionInput, RecommendationInput } from './decision.input.js';
import { DecisionsQueries, type PoliceDecisionFound, type Standing } from './decisions.queries.js';
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
  ) {}

  /** The one that counts; those taken back or replaced are in the decision history. */
  @Get('recommendation')
  @Requires('case.read')
  async recommendation(@By() actor: Actor, @Param('id') id: string): Promise<RecommendationRead> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_RECOMMENDATION');
    return standingIn(await this.recommendations.of(actor, found));
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
    return standingIn(await this.queries.policeDecisions(id));
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
}

function standingIn<Found extends Standing>(found: readonly Found[]): Found {
  const standing = found.find((one) => one.standing === 'STANDING');
  if (!standing) throw new NotFound();
  return standing;
}
