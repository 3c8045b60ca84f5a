import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ReferralDraft } from './referral-draft.entity.js';
import { ReferralsApi } from './referrals.api.js';
import { SubmitReferral } from './submit-referral.js';

/** A police referral, sent at once or written page by page. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([ReferralDraft], 'write')],
  controllers: [ReferralsApi],
  providers: [SubmitReferral],
})
export class ReferralsModule {}
