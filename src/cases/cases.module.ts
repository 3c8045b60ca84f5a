import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { AcknowledgeOpening } from './access/acknowledge-opening.js';
import { ChangeRestriction } from './access/change-restriction.js';
import { Conflict } from './access/conflict.entity.js';
import { ConflictsApi } from './access/conflicts.api.js';
import { ConflictsPages } from './access/conflicts.pages.js';
import { ConflictsQueries } from './access/conflicts.queries.js';
import { LiftConflict } from './access/lift-conflict.js';
import { OpenRestricted } from './access/open-restricted.js';
import { RestrictCase } from './access/restrict-case.js';
import { RestrictedAccessPages } from './access/restricted-access.pages.js';
import { RestrictionApi } from './access/restriction.api.js';
import {
  CaseRestriction,
  GlassBreak,
  GlassTry,
  RestrictionPerson,
  RestrictionReview,
} from './access/restriction.entity.js';
import { RestrictionPages } from './access/restriction.pages.js';
import { RestrictionPeoplePages } from './access/restriction-people.pages.js';
import { RestrictionQueries } from './access/restriction.queries.js';
import { StepOut } from './access/step-out.js';
import { AcceptCase } from './accept-case.js';
import { AllocateCase } from './allocate-case.js';
import { ArrangeCover } from './arrange-cover.js';
import { CaseForms } from './case-form.js';
import { CaseMovesApi } from './case-moves.api.js';
import { CaseMovesPages } from './case-moves.pages.js';
import { Case } from './case.entity.js';
import { CaseloadApi } from './caseload.api.js';
import { CaseloadPages } from './caseload.pages.js';
import { CaseloadQueries } from './caseload.queries.js';
import { ChangePoliceInformation } from './change-police-information.js';
import { CoversPages } from './covers.pages.js';
import { CoverQueries } from './covers.queries.js';
import { DisposalsApi } from './disposals.api.js';
import { DisposalsPages } from './disposals.pages.js';
import { OpenedCases } from './find-case.js';
import { FirstCheck } from './first-check.entity.js';
import { GravityScoring } from './gravity-scoring.entity.js';
import { GravityPages } from './gravity.pages.js';
import { LateNewsApi } from './late-news.api.js';
import { LateNewsPages } from './late-news.pages.js';
import { LateNewsQueries } from './late-news.queries.js';
import { CaseLink } from './links/case-link.entity.js';
import { LinkCases } from './links/link-cases.js';
import { LinkedCases } from './links/linked-cases.js';
import { LinksApi } from './links/links.api.js';
import { LinksPages } from './links/links.pages.js';
import { ListedCases } from './list-cases.js';
import { MatchChildren, UndoMatch } from './match-children.js';
import { MatchesPages } from './matches.pages.js';
import { CaseMoveReason } from './move-reason.entity.js';
import { Offence } from './offence.entity.js';
import { PoliceInformationApi } from './police-information.api.js';
import { PoliceInformationPages } from './police-information.pages.js';
import { PoliceInformationQueries } from './police-information.queries.js';
import { Cover, PreparationAuthor } from './preparation.entity.js';
import { ReadySteps } from './ready-steps.js';
import { RecordEarlierDisposal } from './record-earlier-disposal.js';
import { RecordFirstCheck } from './record-first-check.js';
import { RegisterResolution } from './register-resolution.js';
import { ReopenCase } from './reopen-case.js';
import { ReopenedSection } from './reopened-section.entity.js';
import { ResolutionsPages } from './resolutions.pages.js';
import { RoutingApi } from './routing.api.js';
import { RoutingPages } from './routing.pages.js';
import { RoutingQueries } from './routing.queries.js';
import { ReturnToPolice } from './return-to-police.js';
import { ScoreGravity } from './score-gravity.js';
import { SetAsidePages } from './set-aside.pages.js';
import { SetDisposalAside } from './set-disposal-aside.js';
import { SetsOfCases } from './set-of-case.js';
import { SettleSection } from './settle-section.js';
import { CaseStage } from './stage.entity.js';
import { StagesApi } from './stages.api.js';
import { StagesPages } from './stages.pages.js';
import { StagesQueries } from './stages.queries.js';
import { TimelineApi } from './timeline.api.js';
import { TimelinePages } from './timeline.pages.js';
import { TimelineQueries } from './timeline.queries.js';

const entities = [
  ...[Case, Offence, GravityScoring, PreparationAuthor, Cover, CaseMoveReason, CaseStage, ReopenedSection, FirstCheck],
  ...[Conflict, CaseRestriction, RestrictionPerson, RestrictionReview, GlassBreak, GlassTry, CaseLink],
];

const controllers = [
  ...[CaseloadApi, CaseloadPages, CaseMovesApi, CaseMovesPages, CoversPages],
  ...[PoliceInformationApi, PoliceInformationPages, GravityPages, TimelineApi, TimelinePages],
  ...[DisposalsApi, DisposalsPages, SetAsidePages, MatchesPages, ResolutionsPages],
  ...[LateNewsApi, LateNewsPages, StagesApi, StagesPages, RoutingApi, RoutingPages],
  ...[LinksApi, LinksPages],
  ...[ConflictsApi, ConflictsPages, RestrictionApi, RestrictionPages, RestrictionPeoplePages, RestrictedAccessPages],
];
const forOthers = [
  OpenedCases,
  CaseForms,
  PoliceInformationQueries,
  ListedCases,
  LateNewsQueries,
  SetsOfCases,
  RoutingQueries,
  LinkedCases,
  ReadySteps,
];
const commands = [
  ...[
    AcceptCase,
    AllocateCase,
    ArrangeCover,
    ChangePoliceInformation,
    ReopenCase,
    ReturnToPolice,
    ScoreGravity,
    SetDisposalAside,
  ],
  ...[MatchChildren, UndoMatch, RecordEarlierDisposal, RegisterResolution, SettleSection],
  RecordFirstCheck,
  ...[StepOut, LiftConflict, RestrictCase, ChangeRestriction, OpenRestricted, AcknowledgeOpening, LinkCases],
];

/** A case, where it stands and who works on it. */
@Module({
  imports: [AccessModule, ChildrenModule, TypeOrmModule.forFeature(entities, 'write')],
  controllers,
  providers: [
    ...forOthers,
    ...commands,
    CaseloadQueries,
    CoverQueries,
    TimelineQueries,
    StagesQueries,
    ConflictsQueries,
    RestrictionQueries,
  ],
  exports: forOthers,
})
export class CasesModule {}
