import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AnalyseResponse } from './analyse-response.js';
import { ApproveVoice } from './approve-voice.js';
import { AssessmentApi } from './assessment.api.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { ChildBeforeApi } from './child-before.api.js';
import { DisposalCheck, DisposalResponse } from './earlier-disposals.entity.js';
import { Identity } from './identity.entity.js';
import { Judgement } from './judgement.entity.js';
import { JudgementsAndVoicesApi } from './judgements-and-voices.api.js';
import { ManagementReferral } from './management-referral.entity.js';
import { RecordDisposalCheck } from './record-disposal-check.js';
import { RecordIdentity } from './record-identity.js';
import { RecordJudgement } from './record-judgement.js';
import { RecordManagementReferral } from './record-management-referral.js';
import { RecordVoice } from './record-voice.js';
import { ReturnAssessment } from './return-assessment.js';
import { SaveAnswers } from './save-answers.js';
import { SignOff } from './sign-off.entity.js';
import { SignOffPreparation } from './sign-off-preparation.js';
import { SubmitAssessment } from './submit-assessment.js';
import { Voice } from './voice.entity.js';

const records = [Assessment, Judgement, Voice, Identity, DisposalResponse, DisposalCheck, ManagementReferral, SignOff];
const commands = [
  ...[SaveAnswers, SubmitAssessment, ReturnAssessment, SignOffPreparation, RecordJudgement, RecordVoice, ApproveVoice],
  ...[RecordIdentity, AnalyseResponse, RecordDisposalCheck, RecordManagementReferral],
];

/** What is known of the child and what it means: assessment, judgements, voices, identity, earlier disposals, sign-off. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature(records, 'write')],
  controllers: [AssessmentApi, JudgementsAndVoicesApi, ChildBeforeApi],
  providers: [AssessmentsQueries, ...commands],
  exports: [AssessmentsQueries],
})
export class AssessmentsModule {}
