import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { AgencyView, CaseDiscussion, DiscussionPoint } from './discussion.entity.js';
import { DiscussionsApi } from './discussions.api.js';
import { DiscussionsPages } from './discussions.pages.js';
import { GiveView } from './give-view.js';
import { NotePoint, WithdrawPoint } from './note-point.js';
import { OpenDiscussion } from './open-discussion.js';
import { OpenHearing } from './open-hearing.js';

const entities = [AgencyView, CaseDiscussion, DiscussionPoint];

/** What each agency thinks before it hears the others, and the points of the discussion. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), CasesModule],
  controllers: [DiscussionsApi, DiscussionsPages],
  providers: [OpenHearing, GiveView, OpenDiscussion, NotePoint, WithdrawPoint],
})
export class DiscussionsModule {}
