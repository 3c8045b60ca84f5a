import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../../cases/find-case.js';
import { type ReviewNeed, reviewNeed } from '../../policy/repeat-review.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Read } from '../../platform/database/read.js';
import { By, Requires } from '../../platform/web/requires.js';
import { preparationFacts } from '../preparation-facts.js';
import { RepeatReviewInput } from './repeat-review.input.js';
import { repeatReviews, type ReviewFound } from './repeat-reviews.queries.js';
import { ReviewRepeat } from './review-repeat.js';

@Controller('api/cases/:id/repeat-review')
export class RepeatReviewsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly review: ReviewRepeat,
  ) {}

  @Get()
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<ReviewNeed & { items: ReviewFound[] }> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_DISPOSALS');
    const facts = await preparationFacts(this.read.source, found, actor.personId, this.clock.today());
    return { ...reviewNeed(facts), items: await repeatReviews(this.read.source, found) };
  }

  @Post()
  @Requires('repeat.review')
  record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: RepeatReviewInput,
  ): Promise<{ id: string; version: number }> {
    return this.review.execute(actor, id, input);
  }
}
