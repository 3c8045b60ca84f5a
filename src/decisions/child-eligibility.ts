import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import type { DisposalFacts, DisposalStage } from '../policy/disposal-gates.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { decisionFacts, recommendationFacts } from './decision-facts.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';

const beforePanel: readonly CaseState[] = ['REFERRED', 'PREPARING', 'READY', 'LISTED', 'ESCALATED'];

/** Every disposal for the child of a case, for whoever may read it: until the panel has recommended as of its meeting. */
@Injectable()
export class ChildEligibility {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, found: CaseFound): Promise<Eligibility> {
    const stage: DisposalStage = beforePanel.includes(found.state) ? 'RECOMMEND' : 'DECIDE';
    const today = this.clock.today();
    const { source } = this.read;
    const facts = stage === 'DECIDE' ? await decisionFacts(source, found, null, today) : await this.asked(actor, found);
    return eligibilityOf(facts, stage, await disposalBook(source, facts.day ?? today));
  }

  private async asked(actor: Actor, found: CaseFound): Promise<DisposalFacts> {
    return (await recommendationFacts(this.read.source, found, actor, this.clock.today())).disposal;
  }
}
