import { Controller, Get, Param } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { type NewReferrals, NewReferralsQueries } from './new-referrals.queries.js';
import { OutcomesQueries } from './outcomes.queries.js';

@Controller('api/cases/:id/new-referrals')
export class NewReferralsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly outcomes: OutcomesQueries,
    private readonly queries: NewReferralsQueries,
  ) {}

  @Get()
  @Requires('case.read')
  async since(@By() actor: Actor, @Param('id') id: string): Promise<NewReferrals> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_OUTCOME');
    const outcome = await this.outcomes.outcome(id);
    if (!outcome) throw new NotFound();
    return this.queries.ofCase(actor, found, outcome.givenOn);
  }
}
