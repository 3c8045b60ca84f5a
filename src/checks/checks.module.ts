import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AgencyCheck } from './agency-check.entity.js';
import { AskAgencies } from './ask-agencies.js';
import { ChaseAgency } from './chase-agency.js';
import { ChasersPages } from './chasers.pages.js';
import { CheckChaser } from './check-chaser.entity.js';
import { ChecksApi } from './checks.api.js';
import { ChecksPages } from './checks.pages.js';
import { ChecksQueries } from './checks.queries.js';
import { RecordAgencyCheck } from './record-agency-check.js';

/** What each agency was asked and answered. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([AgencyCheck, CheckChaser], 'write')],
  controllers: [ChecksApi, ChasersPages, ChecksPages],
  providers: [ChecksQueries, AskAgencies, ChaseAgency, RecordAgencyCheck],
  exports: [ChecksQueries],
})
export class ChecksModule {}
