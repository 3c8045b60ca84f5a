import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { Audit, AuditCase, AuditPlan, AuditPopulation } from './audit.entity.js';
import { AuditCasesPages } from './audit-cases.pages.js';
import { AuditPlansApi } from './audit-plans.api.js';
import { AuditPlansPages } from './audit-plans.pages.js';
import { AuditRatingsApi } from './audit-ratings.api.js';
import { AuditRatingsPages } from './audit-ratings.pages.js';
import { AuditRatingsReport } from './audit-ratings.report.js';
import { AuditsQueries } from './audits.queries.js';
import { DrawAuditSample } from './draw-audit-sample.js';
import { NewReferralsMeasureApi } from './new-referrals.api.js';
import { NewReferralsPages } from './new-referrals.pages.js';
import { NewReferralsReport } from './new-referrals.report.js';
import { DrawResolutionSample } from './draw-resolution-sample.js';
import { DecisionCountsApi } from './decision-counts.api.js';
import { DecisionCountsPages } from './decision-counts.pages.js';
import { DecisionCountsReport } from './decision-counts.report.js';
import { GravityDeparturesApi } from './gravity-departures.api.js';
import { GravityDeparturesPages } from './gravity-departures.pages.js';
import { GravityDeparturesReport } from './gravity-departures.report.js';
import { OpenAudit } from './open-audit.js';
import { OpenAuditPlan } from './open-audit-plan.js';
import { OpenSample } from './open-sample.js';
import { PapersQueries } from './papers.queries.js';
import { ResolutionReview, ResolutionSample, SampledResolution } from './resolution-sample.entity.js';
import { ResolutionSamplesApi } from './resolution-samples.api.js';
import { ResolutionSamplesPages } from './resolution-samples.pages.js';
import { ResolutionSamplesQueries } from './resolution-samples.queries.js';
import { ReviewCountsReport } from './review-counts.report.js';
import { ReviewResolution, TellPolice } from './review-resolution.js';
import { ReviewsPages } from './reviews.pages.js';
import { SaveAudit } from './save-audit.js';

const entities = [AuditPlan, AuditPopulation, AuditCase, Audit, ResolutionSample, SampledResolution, ResolutionReview];
const ofAudits = [
  ...[
    AuditsQueries,
    PapersQueries,
    AuditRatingsReport,
    DecisionCountsReport,
    GravityDeparturesReport,
    NewReferralsReport,
  ],
  ...[DrawAuditSample, OpenAudit, OpenAuditPlan, SaveAudit],
];
const ofResolutions = [
  ...[ResolutionSamplesQueries, ReviewCountsReport, OpenSample],
  ...[DrawResolutionSample, ReviewResolution, TellPolice],
];

/** Samples of decided cases, their audits and ratings; samples of what police issued without the panel, and reviews. */
@Module({
  imports: [AccessModule, ChildrenModule, CasesModule, TypeOrmModule.forFeature(entities, 'write')],
  controllers: [
    ...[AuditPlansApi, AuditRatingsApi, AuditPlansPages, AuditRatingsPages, AuditCasesPages],
    ...[
      DecisionCountsApi,
      DecisionCountsPages,
      GravityDeparturesApi,
      GravityDeparturesPages,
      NewReferralsMeasureApi,
      NewReferralsPages,
    ],
    ...[ResolutionSamplesApi, ResolutionSamplesPages, ReviewsPages],
  ],
  providers: [...ofAudits, ...ofResolutions],
  exports: [DrawAuditSample, SaveAudit],
})
export class QualityModule {}
