import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { ListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { MyReferrals, type ReferralOpened } from './my-referrals.js';
import { ReferralInput } from './referral.input.js';
import type { ReferralListed } from './referrals.queries.js';
import { type Referred, SubmitReferral } from './submit-referral.js';

@Controller('api/referrals')
export class ReferralsApi {
  constructor(
    private readonly submitReferral: SubmitReferral,
    private readonly mine: MyReferrals,
  ) {}

  @Post()
  @Requires('case.refer')
  refer(@By() actor: Actor, @Body() input: ReferralInput): Promise<Referred> {
    return this.submitReferral.execute(actor, input);
  }

  /** The sender's own referrals, newest first. */
  @Get()
  @Requires('case.refer')
  list(@By() actor: Actor, @Query() input: ListInput): Promise<Listed<ReferralListed>> {
    return this.mine.list(actor, input);
  }

  @Get(':caseId')
  @Requires('case.refer')
  referral(@By() actor: Actor, @Param('caseId') caseId: string): Promise<ReferralOpened> {
    return this.mine.open(actor, caseId);
  }
}
