import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { DecisionReview, RecordCorrection, RecordSuperseding, RecordUndoing } from './amendment.entity.js';
import { DecisionPages } from './decision-pages.js';
import { DecisionRecorded } from './decision-recorded.js';
import { PoliceDecision, Recommendation } from './decision.entity.js';
import { DecisionsApi } from './decisions.api.js';
import { DecisionsPages } from './decisions.pages.js';
import { DecisionsQueries } from './decisions.queries.js';
import { ChildEligibility } from './child-eligibility.js';
import { EligibilityApi } from './eligibility.api.js';
import { EligibilityPages } from './eligibility.pages.js';
import { EscalateCase } from './escalate-case.js';
import { EscalationPages } from './escalation-pages.js';
import {
  Escalation,
  EscalationEnd,
  EscalationLadder,
  EscalationNaming,
  EscalationStep,
  EscalationView,
} from './escalation.entity.js';
import { EscalationsApi } from './escalations.api.js';
import { EscalationsPages } from './escalations.pages.js';
import { GiveSeniorView } from './give-senior-view.js';
import { LaddersApi } from './ladders.api.js';
import { LaddersPages } from './ladders.pages.js';
import { NameSenior } from './name-senior.js';
import { PoliceOnPanel } from './police-on-panel.js';
import { PoliceOnPanelApi } from './police-on-panel.api.js';
import { PoliceOnPanelPages } from './police-on-panel.pages.js';
import { PoliceOnPanelQueries } from './police-on-panel.queries.js';
import { ProsecutorApi } from './prosecutor.api.js';
import { ProsecutorAnswer, ProsecutorReferral } from './prosecutor.entity.js';
import { ProsecutorPages } from './prosecutor.pages.js';
import { PoliceDecisionPages } from './police-decision-pages.js';
import { RecordPoliceDecision } from './record-police-decision.js';
import { RecommendationsRead } from './recommendations-read.js';
import { RecordProsecutorAnswer } from './record-prosecutor-answer.js';
import { RecordRecommendation } from './record-recommendation.js';
import { ReferToProsecutor } from './refer-to-prosecutor.js';
import { WriteLadder } from './write-ladder.js';

const entities = [
  ...[Recommendation, PoliceDecision],
  ...[RecordUndoing, RecordCorrection, DecisionReview, RecordSuperseding],
  ...[ProsecutorReferral, ProsecutorAnswer],
  ...[Escalation, EscalationLadder, EscalationStep, EscalationView, EscalationEnd, EscalationNaming],
];

/** What the panel recommends, what police decide, and what is taken further. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), AccessModule, CasesModule, PanelsModule],
  controllers: [
    ...[DecisionsApi, DecisionsPages, EscalationsApi, EscalationsPages, LaddersApi, LaddersPages],
    ...[ProsecutorApi, ProsecutorPages, PoliceOnPanelApi, PoliceOnPanelPages, EligibilityApi, EligibilityPages],
  ],
  providers: [
    ...[RecordRecommendation, RecordPoliceDecision, DecisionsQueries],
    ...[DecisionPages, DecisionRecorded, PoliceDecisionPages],
    RecommendationsRead,
    ChildEligibility,
    ...[ReferToProsecutor, RecordProsecutorAnswer, PoliceOnPanel, PoliceOnPanelQueries],
    ...[EscalateCase, GiveSeniorView, NameSenior, AcknowledgeEscalation, WriteLadder, EscalationPages],
  ],
  exports: [DecisionsQueries, RecommendationsRead],
})
export class DecisionsModule {}
