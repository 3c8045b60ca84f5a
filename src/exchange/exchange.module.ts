import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CheckReferrals } from './check-referrals.js';
import { CheckResolutions } from './check-resolutions.js';
import { ImportKeptFile } from './import-kept-file.js';
import { ImportReferrals } from './import-referrals.js';
import { ImportResolutions } from './import-resolutions.js';
import { KeepImportFile } from './keep-import-file.js';
import { ReferralImport, ReferralImportFile } from './referral-import.entity.js';
import { ReferralImportsApi } from './referral-imports.api.js';
import { ReferralImportsPages } from './referral-imports.pages.js';
import { ReferralImportsQueries } from './referral-imports.queries.js';
import { MatchRows } from './match-rows.js';
import { ResolutionImport, ResolutionImportFile } from './resolution-import.entity.js';
import { ResolutionImportsApi } from './resolution-imports.api.js';
import { ResolutionImportsPages } from './resolution-imports.pages.js';
import { ResolutionImportsQueries } from './resolution-imports.queries.js';
import { UndoImport } from './undo-import.js';
import { UndoResolutionImport } from './undo-resolution-import.js';

const entities = [ReferralImport, ReferralImportFile, ResolutionImport, ResolutionImportFile];
const ofReferrals = [...[CheckReferrals, ImportReferrals, ImportKeptFile], ...[UndoImport, ReferralImportsQueries]];
const ofResolutions = [...[CheckResolutions, ImportResolutions], ...[UndoResolutionImport, ResolutionImportsQueries]];

/** What comes in as files. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature(entities, 'write')],
  controllers: [ReferralImportsApi, ReferralImportsPages, ResolutionImportsApi, ResolutionImportsPages],
  providers: [MatchRows, KeepImportFile, ...ofReferrals, ...ofResolutions],
})
export class ExchangeModule {}
