import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { Audit, AuditCase, AuditPlan } from './audit.entity.js';
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
import { OpenAudit } from './open-audit.js';
import { OpenAuditPlan } from './open-audit-plan.js';
import { PapersQueries } from './papers.queries.js';
import { SaveAudit } from './save-audit.js';

/** Samples of decided cases, their audits, and the ratings that follow from them. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([AuditPlan, AuditCase, Audit], 'write')],
  controllers: [
    AuditPlansApi,
    AuditRatingsApi,
    AuditPlansPages,
    AuditRatingsPages,
    AuditCasesPages,
    NewReferralsMeasureApi,
    NewReferralsPages,
  ],
  providers: [
    NewReferralsReport,
    AuditsQueries,
    PapersQueries,
    AuditRatingsReport,
    DrawAuditSample,
    OpenAudit,
    OpenAuditPlan,
    SaveAudit,
  ],
  exports: [DrawAuditSample, SaveAudit],
})
export class QualityModule {}
