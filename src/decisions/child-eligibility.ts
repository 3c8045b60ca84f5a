import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import type { DisposalFacts, DisposalStage } from '../policy/disposal-gates.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotPermitted } from '../platform/errors.js';
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

  /** Whoever has a conflict of interest is shown nothing of what the panel weighs. */
  private async asked(actor: Actor, found: CaseFound): Promise<DisposalFacts> {
    const { meeting, disposal } = await recommendationFacts(this.read.source, found, actor, this.clock.today());
    if (meeting.conflicts?.some(({ personId }) => personId === actor.personId)) {
      throw new NotPermitted('You have a conflict of interest in this case and take no part in it.');
    }
    return disposal;
  }
}
