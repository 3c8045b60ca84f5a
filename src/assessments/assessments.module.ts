import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { Assessment } from './assessment.entity.js';
import { DisposalCheck, DisposalResponse } from './earlier-disposals.entity.js';
import { Identity } from './identity.entity.js';
import { Judgement } from './judgement.entity.js';
import { ManagementReferral } from './management-referral.entity.js';
import { Voice } from './voice.entity.js';

const entities = [Assessment, Judgement, Voice, Identity, DisposalResponse, DisposalCheck, ManagementReferral];

/** What is known of the child and what it means: assessment, judgements, voices, identity, earlier disposals, sign-off. */
@Module({ imports: [AccessModule, CasesModule, TypeOrmModule.forFeature(entities, 'write')] })
export class AssessmentsModule {}
