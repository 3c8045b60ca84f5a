import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { claimCase } from '../cases/move-case.js';
import { reopenSignedOff } from '../cases/reopen-signed-off.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Closing, closedByWithdrawal } from '../policy/victim-consent.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { faultIf, Invalid, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { closeFor, type LinkOpen, linksOf } from './close-for-victim.js';
import { finishTelling } from './finish-telling.js';
import type { WithdrawalInput } from './victim-care.input.js';
import { VictimNeeds } from './victim-care.entity.js';
import { PersonHarmed } from './victim.entity.js';
import { inFuture, isAfter, victimOf } from './victim-of.js';

type Withdrawn = { version: number; closed: Closing[] };

@Injectable()
export class WithdrawConsent {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * It may be taken back at any time, in whatever state a case is. What was open is closed in every case, in whatever
   * panel area; whoever asked is told what was closed here, and nothing of elsewhere.
   */
  execute(actor: Actor, caseId: string, victimId: string, input: WithdrawalInput): Promise<Withdrawn> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today } = work;
      await claimCase(work, 'victim.record', caseId);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      refuse(faultIf(isAfter(input.on, today), 'on', inFuture));
      const person = await claim(tx, PersonHarmed, { id: harmedId }, input.version);
      if (person.consent !== 'GIVEN') throw new Invalid([notGiven]);
      const links = await linksOf(tx, harmedId);
      await tx.update(PersonHarmed, harmedId, {
        ...{ consent: 'WITHDRAWN', withdrawnOn: input.on, withdrawalReason: input.reason, nextContactOn: null },
      });
      await tx.delete(VictimNeeds, { harmedId });
      const closed: Closing[] = [];
      for (const link of links) {
        const here = closedByWithdrawal({ ...link, nextContactOn: person.nextContactOn });
        if (link.victimId === victimId) closed.push(...here);
        await closeLink(work, link, here, input.on);
      }
      await reopen(work, links);
      return { version: person.version, closed };
    });
  }
}

async function closeLink(work: Work, link: LinkOpen, closed: readonly Closing[], on: string): Promise<void> {
  await closeFor(work, link, closed, on);
  const subject = caseSubject({ id: link.caseId, panelAreaId: link.panelAreaId });
  work.record(subject, { type: 'VICTIM_CONSENT_WITHDRAWN', closed: [...closed] });
  await finishTelling(work, { id: link.caseId, panelAreaId: link.panelAreaId });
}

/** What was judged on what they had said is looked at again. */
async function reopen(work: Work, links: readonly LinkOpen[]): Promise<void> {
  const read = links.filter(({ hasView }) => hasView).map(({ caseId }) => caseId);
  if (read.length > 0) await reopenSignedOff(work, sql`id in (${join(read)})`, { news: 'VICTIM_WITHDREW' });
}

const notGiven = {
  field: 'on',
  message: 'There is no agreement to take back: they have not agreed, or took it back already',
};
