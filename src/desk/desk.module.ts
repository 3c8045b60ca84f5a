import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { DisposalsModule } from '../disposals/disposals.module.js';
import { CasePageApi } from './case-page.api.js';
import { CasePagePages } from './case-page.pages.js';
import { CasePictures } from './case-picture.js';
import { CaseSearch } from './case-search.entity.js';
import { CaseSearchesApi } from './case-searches.api.js';
import { CaseSearchesPages } from './case-searches.pages.js';
import { CaseSearchQueries } from './case-searches.queries.js';
import { KeepSearch } from './keep-search.js';
import { LookAtTrail } from './look-at-trail.js';
import { ObservedMeetingsApi } from './observed-meetings.api.js';
import { ObservedMeetingsPages } from './observed-meetings.pages.js';
import { ObservedMeetings } from './observed-meetings.queries.js';
import { ReadinessApi } from './readiness.api.js';
import { ReadinessPages } from './readiness.pages.js';
import { AskReadiness } from './readiness.js';
import { RulesApi } from './rules.api.js';
import { RulesPages } from './rules.pages.js';
import { SearchCases } from './search-cases.js';
import { TrailApi } from './trail.api.js';
import { TrailPages } from './trail.pages.js';
import { TrailQueries } from './trail.queries.js';
import { YourWorkApi } from './your-work.api.js';
import { YourWorkPages } from './your-work.pages.js';
import { YourWork } from './your-work.js';

const controllers = [
  ...[YourWorkApi, YourWorkPages, CaseSearchesApi, CaseSearchesPages, RulesApi, RulesPages, TrailApi, TrailPages],
  ...[ReadinessApi, ReadinessPages, CasePageApi, CasePagePages, ObservedMeetingsApi, ObservedMeetingsPages],
];

/** What gathers the others: your work, the page of a case, search, readiness, the rules and the trail. */
@Module({
  imports: [AccessModule, CasesModule, DisposalsModule, TypeOrmModule.forFeature([CaseSearch], 'write')],
  controllers,
  providers: [
    CasePictures,
    AskReadiness,
    ObservedMeetings,
    YourWork,
    KeepSearch,
    SearchCases,
    CaseSearchQueries,
    LookAtTrail,
    TrailQueries,
  ],
})
export class DeskModule {}
