import { Injectable } from '@nestjs/common';
import { disposalsOfCase } from '../cases/disposals-of-case.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { decisionFacts, recommendationFacts } from './decision-facts.js';
import { answeredWith, decidedWith } from './decision-gates.js';
import { beforeRecommendation } from '../policy/lifecycle.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';
import { pastSince } from './past-since.js';

/**
 * Every disposal for the child of a case, for whoever may read it: until the panel has recommended as of its meeting, then as
 * of today, and once police have decided as of that day.
 */
@Injectable()
export class ChildEligibility {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, found: CaseFound): Promise<Eligibility> {
    return beforeRecommendation.includes(found.state) ? this.asOfMeeting(actor, found) : this.asOfDecision(found);
  }

  private async asOfMeeting(actor: Actor, found: CaseFound): Promise<Eligibility> {
    const { source } = this.read;
    const today = this.clock.today();
    const facts = await recommendationFacts(source, found, actor, today);
    const book = await disposalBook(source, facts.disposal.day ?? today);
    return eligibilityOf(facts.disposal, 'RECOMMEND', book, answeredWith(facts, book));
  }

  private async asOfDecision(found: CaseFound): Promise<Eligibility> {
    const { source } = this.read;
    const { book, day } = await disposalsOfCase(source, found, this.clock.today());
    const facts = await decisionFacts(source, found, null, day);
    const past = await pastSince(source, found, facts);
    return eligibilityOf(facts, 'DECIDE', book, decidedWith(facts, past, book));
  }
}
