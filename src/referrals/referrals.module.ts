import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { CheckedDrafts } from './checked-drafts.js';
import { MyReferrals } from './my-referrals.js';
import { MyReferralsPages } from './my-referrals.pages.js';
import { ReferralDraft } from './referral-draft.entity.js';
import { ReferralDraftsPages } from './referral-drafts.pages.js';
import { ReferralsApi } from './referrals.api.js';
import { ReferralsQueries } from './referrals.queries.js';
import { SendDraft } from './send-draft.js';
import { SubmitReferral } from './submit-referral.js';
import { DeleteDraft, SaveDraft, StartDraft } from './write-draft.js';

const drafts = [StartDraft, SaveDraft, DeleteDraft, SendDraft, CheckedDrafts];

/** A police referral, sent at once or written page by page. */
@Module({
  imports: [AccessModule, ChildrenModule, CasesModule, TypeOrmModule.forFeature([ReferralDraft], 'write')],
  controllers: [ReferralsApi, ReferralDraftsPages, MyReferralsPages],
  providers: [SubmitReferral, ReferralsQueries, MyReferrals, ...drafts],
})
export class ReferralsModule {}
