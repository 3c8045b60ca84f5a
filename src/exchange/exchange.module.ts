import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CheckReferrals } from './check-referrals.js';
import { ImportKeptFile } from './import-kept-file.js';
import { ImportReferrals } from './import-referrals.js';
import { KeepReferralFile } from './keep-referral-file.js';
import { ReferralImport, ReferralImportFile } from './referral-import.entity.js';
import { ReferralImportsApi } from './referral-imports.api.js';
import { ReferralImportsPages } from './referral-imports.pages.js';
import { ReferralImportsQueries } from './referral-imports.queries.js';
import { UndoImport } from './undo-import.js';

/** What comes in as files. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([ReferralImport, ReferralImportFile], 'write')],
  controllers: [ReferralImportsApi, ReferralImportsPages],
  providers: [CheckReferrals, KeepReferralFile, ImportReferrals, ImportKeptFile, UndoImport, ReferralImportsQueries],
})
export class ExchangeModule {}
