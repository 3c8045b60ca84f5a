import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { CasePacksPages } from './case-packs.pages.js';
import { IssuePack } from './issue-pack.js';
import { MeetingPacksPages } from './meeting-packs.pages.js';
import { OpenPack } from './open-pack.js';
import { Pack, PackCase } from './pack.entity.js';
import { PacksApi } from './packs.api.js';
import { PacksQueries } from './packs.queries.js';
import { PrintPack } from './print-pack.js';

/** What a panel is given to read: drafts, issued versions, paper and PDF. */
@Module({
  imports: [TypeOrmModule.forFeature([Pack, PackCase], 'write'), CasesModule, PanelsModule],
  controllers: [PacksApi, MeetingPacksPages, CasePacksPages],
  providers: [OpenPack, IssuePack, PrintPack, PacksQueries],
})
export class PacksModule {}
