import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AgencyCheck } from './agency-check.entity.js';
import { AskAgencies } from './ask-agencies.js';
import { ChecksApi } from './checks.api.js';
import { ChecksPages } from './checks.pages.js';
import { ChecksQueries } from './checks.queries.js';
import { RecordAgencyCheck } from './record-agency-check.js';

/** What each agency was asked and answered. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([AgencyCheck], 'write')],
  controllers: [ChecksApi, ChecksPages],
  providers: [ChecksQueries, AskAgencies, RecordAgencyCheck],
  exports: [ChecksQueries],
})
export class ChecksModule {}
