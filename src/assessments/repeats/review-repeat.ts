import { Injectable } from '@nestjs/common';
import { claimCase } from '../../cases/move-case.js';
import { ReadySteps } from '../../cases/ready-steps.js';
import { caseSubject } from '../../cases/visible-cases.js';
import { closedDisposal } from '../../policy/disposal.js';
import { type Blocker, blocker } from '../../policy/gate.js';
import { beforeMeeting } from '../../policy/lifecycle.js';
import { preparationBlockers } from '../../policy/preparation-gates.js';
import { reviewerBlockers, reviewNeed } from '../../policy/repeat-review.js';
import type { RuleCode } from '../../policy/rules.js';
import type { Actor } from '../../platform/actor.js';
import { refuseShut } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { type PreparationKnown, preparationFacts } from '../preparation-facts.js';
import { RepeatReview } from './repeat-review.entity.js';
import type { RepeatReviewInput } from './repeat-review.input.js';

/** What must be written before a senior reviewer can sign for it. */
const first: readonly RuleCode[] = ['ASSESSMENT_NOT_SUBMITTED', 'EARLIER_DISPOSAL_NOT_ANALYSED'];

/** A senior reviewer, who wrote no part of the preparation and did not sign it off, signs for a repeat or sends it back. */
@Injectable()
export class ReviewRepeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readySteps: ReadySteps,
  ) {}

  execute(actor: Actor, caseId: string, input: RepeatReviewInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today } = work;
      const { finding, reason, version } = input;
      const found = await claimCase(work, 'repeat.review', caseId, version);
      const facts = await preparationFacts(tx, found, actor.personId, today);
      const isOpen = beforeMeeting.includes(found.state);
      const shut = [
        ...(isOpen ? [] : [blocker('WRONG_STATE', `/cases/${caseId}`)]),
        ...reviewerBlockers(facts),
        ...(finding === 'SIGNED' ? [...missing(facts), ...unread(facts)] : []),
      ];
      refuseShut(shut);
      const disposals = facts.earlierDisposals.map(({ id }) => id);
      const responses = readBy(facts);
      const { thresholds } = reviewNeed(facts);
      const id = newId();
      await tx.insert(RepeatReview, {
        ...{ id, caseId, finding, reason, disposals, reviewedBy: actor.personId, reviewedAt: now },
        ...{ responses, thresholds },
      });
      work.record(caseSubject(found), { type: 'REPEAT_REVIEWED', finding, disposals: disposals.length });
      // What was adjourned and waited for the signature comes back with it.
      if (finding === 'SIGNED' && found.state === 'READY') await this.readySteps.take(work, found);
      return { id, version: found.version };
    });
  }
}

/** The version of each response as it is read now: one that is written anew is signed for anew. */
const readBy = ({ earlierDisposals }: PreparationKnown): Record<string, number> =>
  Object.fromEntries(earlierDisposals.flatMap(({ id, response }) => (response ? [[id, response.version]] : [])));

/** A response that may be passed over at the sign-off cannot be signed for: there is nothing to read. */
const missing = (facts: PreparationKnown): Blocker[] =>
  preparationBlockers(facts, 'SIGN_OFF')
    .filter(({ code }) => first.includes(code))
    .map((one) => ({ ...one, severity: 'STOP' as const }));

/** Nobody signs for what they cannot read: whoever is named on the case that gave it reviews in their place. */
const unread = ({ caseId, earlierDisposals }: PreparationKnown): Blocker[] =>
  earlierDisposals.some(({ isClosed }) => isClosed)
    ? [blocker('REPEAT_NOT_REVIEWED', `/cases/${caseId}/earlier-disposals`, { about: closedDisposal })]
    : [];
