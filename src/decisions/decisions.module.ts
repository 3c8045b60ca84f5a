import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { DecisionPages } from './decision-pages.js';
import { Escalation, PoliceDecision, Recommendation } from './decision.entity.js';
import { DecisionsApi } from './decisions.api.js';
import { DecisionsPages } from './decisions.pages.js';
import { DecisionsQueries } from './decisions.queries.js';
import { ChildEligibility } from './child-eligibility.js';
import { EligibilityApi } from './eligibility.api.js';
import { EligibilityPages } from './eligibility.pages.js';
import { EscalateCase } from './escalate-case.js';
import { RecordPoliceDecision } from './record-police-decision.js';
import { RecommendationsRead } from './recommendations-read.js';
import { RecordRecommendation } from './record-recommendation.js';

const entities = [Recommendation, PoliceDecision, Escalation];

/** What the panel recommends, what police decide, and what is taken further. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), CasesModule, PanelsModule],
  controllers: [DecisionsApi, DecisionsPages, EligibilityApi, EligibilityPages],
  providers: [
    RecordRecommendation,
    RecordPoliceDecision,
    EscalateCase,
    DecisionsQueries,
    DecisionPages,
    RecommendationsRead,
    ChildEligibility,
  ],
  exports: [DecisionsQueries],
})
export class DecisionsModule {}
