import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { AnalyseResponse } from './analyse-response.js';
import { AnswerReturn } from './answer-return.js';
import { AssessmentApi } from './assessment.api.js';
import { AssessmentPages } from './assessment.pages.js';
import { AssessmentVersion } from './assessment-version.entity.js';
import { ChooseQuestionSets } from './choose-question-sets.js';
import { ChooseSetPages } from './choose-set.pages.js';
import { QuestionSetChoice } from './question-set-choice.entity.js';
import { QuestionSetsApi } from './question-sets.api.js';
import { QuestionSetsPages } from './question-sets.pages.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { VersionsApi } from './versions.api.js';
import { VersionsPages } from './versions.pages.js';
import { VersionsQueries } from './versions.queries.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { BehaviourConsideration } from './behaviour-consideration.entity.js';
import { ChildBeforeApi } from './child-before.api.js';
import { ChildsPlanApi } from './childs-plan.api.js';
import { ChildsPlanPages } from './childs-plan.pages.js';
import { ChildsPlanQueries } from './childs-plan.queries.js';
import { ConsiderBehaviour } from './consider-behaviour.js';
import { EarlierBehaviourApi } from './earlier-behaviour.api.js';
import { EarlierBehaviourPages } from './earlier-behaviour.pages.js';
import { BehaviourItemPages } from './behaviour-item.pages.js';
import { DisposalCheck, DisposalResponse } from './earlier-disposals.entity.js';
import { EarlierDisposalsPages } from './earlier-disposals.pages.js';
import { Identity } from './identity.entity.js';
import { EarlierJudgement, Judgement } from './judgement.entity.js';
import { ForumReferral } from './forum-referral.entity.js';
import { ForumReferralsApi } from './forum-referrals.api.js';
import { ForumReferralsPages } from './forum-referrals.pages.js';
import { IdentityPages } from './identity.pages.js';
import { JudgementPages } from './judgement.pages.js';
import { JudgementsApi } from './judgements.api.js';
import { OverviewPages } from './overview.pages.js';
import { RecordBehaviour } from './record-behaviour.js';
import { RecordDisposalCheck } from './record-disposal-check.js';
import { RecordForumReferral } from './record-forum-referral.js';
import { RecordIdentity } from './record-identity.js';
import { RecordJudgement } from './record-judgement.js';
import { ReturnAssessment } from './return-assessment.js';
import { AssessmentReturn, ReturnReason } from './return.entity.js';
import { ReturnsPages } from './returns.pages.js';
import { ReturnsQueries } from './returns.queries.js';
import { SaveAnswers } from './save-answers.js';
import { SignOff } from './sign-off.entity.js';
import { SignOffApi } from './sign-off.api.js';
import { SignOffPages } from './sign-off.pages.js';
import { SignOffPreparation } from './sign-off-preparation.js';
import { SubmitAssessment } from './submit-assessment.js';
import { RepeatReview } from './repeats/repeat-review.entity.js';
import { RepeatReviewsApi } from './repeats/repeat-reviews.api.js';
import { RepeatReviewsPages } from './repeats/repeat-reviews.pages.js';
import { ReviewRepeat } from './repeats/review-repeat.js';

const records = [
  ...[Assessment, AssessmentVersion, QuestionSetChoice, Judgement, EarlierJudgement, Identity],
  ...[DisposalResponse, DisposalCheck, ForumReferral, SignOff, AssessmentReturn, ReturnReason],
  ...[BehaviourConsideration, RepeatReview],
];
const commands = [
  ...[SaveAnswers, SubmitAssessment, ReturnAssessment, SignOffPreparation, RecordJudgement],
  ...[RecordIdentity, AnalyseResponse, RecordDisposalCheck, RecordForumReferral, ChooseQuestionSets, AnswerReturn],
  ...[RecordBehaviour, ConsiderBehaviour, ReviewRepeat],
];

/** The pages with addresses of their own come before those of the question set, which take any name. */
const pages = [
  ...[OverviewPages, SignOffPages, ReturnsPages, ChooseSetPages, VersionsPages, QuestionSetsPages, AssessmentPages],
  ...[JudgementPages, IdentityPages, EarlierDisposalsPages, ForumReferralsPages, ChildsPlanPages],
  ...[EarlierBehaviourPages, BehaviourItemPages, RepeatReviewsPages],
];

/** What is known of the child and what it means: assessment, judgements, identity, earlier disposals, sign-off. */
@Module({
  imports: [AccessModule, CasesModule, ChecksModule, TypeOrmModule.forFeature(records, 'write')],
  controllers: [
    ...[AssessmentApi, SignOffApi, VersionsApi, QuestionSetsApi, JudgementsApi, ChildBeforeApi, ChildsPlanApi],
    ...[ForumReferralsApi, EarlierBehaviourApi, RepeatReviewsApi, ...pages],
  ],
  providers: [AssessmentsQueries, QuestionSetsQueries, VersionsQueries, ReturnsQueries, ChildsPlanQueries, ...commands],
  exports: [AssessmentsQueries],
})
export class AssessmentsModule {}
