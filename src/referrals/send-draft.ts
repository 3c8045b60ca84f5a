import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { findChild } from '../children/find-child.js';
import { checkReferral } from './check-referral.js';
import type { DraftVersionInput } from './draft-pages.input.js';
import { ReferralDraft } from './referral-draft.entity.js';
import { type Referred, submitReferral } from './submit-referral.js';
import { claimDraft } from './write-draft.js';

@Injectable()
export class SendDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Sends a draft as the referral it holds, checked as one that comes by the API; the draft is gone afterwards. */
  execute(actor: Actor, id: string, { version }: DraftVersionInput): Promise<Referred> {
    return this.unitOfWork.run(actor, async (work) => {
      const { answers } = await claimDraft(work, id, version);
      const { childId } = answers.start;
      const known = childId ? await findChild(work.tx, actor, 'case.refer', childId) : undefined;
      const { input, faults } = await checkReferral(answers, known?.dateOfBirth, work.today);
      refuse(faults);
      await work.tx.delete(ReferralDraft, { id });
      return submitReferral(work, input);
    });
  }
}
