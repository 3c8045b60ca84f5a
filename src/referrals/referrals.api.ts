import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ReferralInput } from './referral.input.js';
import { type Referred, SubmitReferral } from './submit-referral.js';

@Controller('api/referrals')
export class ReferralsApi {
  constructor(private readonly submitReferral: SubmitReferral) {}

  @Post()
  @Requires('case.refer')
  refer(@By() actor: Actor, @Body() input: ReferralInput): Promise<Referred> {
    return this.submitReferral.execute(actor, input);
  }
}
