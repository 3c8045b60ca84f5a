import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { NewReferralsInput } from './new-referrals.input.js';
import { type NewReferralsMeasured, NewReferralsReport } from './new-referrals.report.js';

@Controller('api/measures/new-referrals')
export class NewReferralsMeasureApi {
  constructor(private readonly report: NewReferralsReport) {}

  @Get()
  @Requires('measure.read')
  measure(@By() actor: Actor, @Query() input: NewReferralsInput): Promise<NewReferralsMeasured> {
    return this.report.of(actor, input);
  }
}
