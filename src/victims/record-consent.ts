import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import { refusalOf } from '../policy/victim-consent.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { rows } from '../platform/database/read.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { writtenOver } from './close-for-victim.js';
import { tellAgain } from './open-telling.js';
import type { ConsentInput } from './victim-care.input.js';
import { PersonHarmed } from './victim.entity.js';
import { inFuture, isAfter, victimOf } from './victim-of.js';

@Injectable()
export class RecordConsent {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Asked once for the person, so that it holds in every case in which they were harmed. */
  execute(actor: Actor, caseId: string, victimId: string, input: ConsentInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      refuse(faultsIn(input, today));
      const person = await claim(tx, PersonHarmed, { id: harmedId }, input.version);
      const { consent, askedOn, informed, refusal, reason } = input;
      const isBack = person.consent === 'WITHDRAWN';
      refuse(faultIf(isBack && consent === 'NOT_YET_SOUGHT', 'consent', notUnasked));
      refuse(await writtenOver(tx, person, consent, 'consent'));
      await tx.update(PersonHarmed, harmedId, {
        ...{ consent, consentAskedOn: askedOn ?? null, consentInformed: informed || null },
        ...{ consentRefusal: refusalOf(consent, refusal, reason), consentReason: reason || null },
      });
      if (isBack) await askAgain(work, harmedId);
      if (consent === 'GIVEN') await tellAgain(work, harmedId);
      record(caseSubject(found), { type: 'VICTIM_CONSENT_RECORDED', status: consent });
      return { version: person.version };
    });
  }
}

const notUnasked = 'They took their agreement back: select what they answer now';

/** What they said before stays out of sight: in cases that are being prepared they are asked anew. */
const askAgain = ({ tx }: Work, harmedId: string): Promise<unknown> =>
  rows(
    tx,
    sql`update victim_views set status = 'NOT_YET_SOUGHT', version = version + 1
        where status = 'CONSENT_WITHDRAWN' and "victimId" in (
          select v.id from victims v join cases c on c.id = v."caseId"
          where v."harmedId" = ${harmedId} and c.state in ('REFERRED', 'PREPARING'))`,
  );

function faultsIn({ consent, askedOn, informed, refusal, reason }: ConsentInput, today: string): FieldError[] {
  const wasAsked = consent !== 'NOT_YET_SOUGHT';
  return [
    ...faultIf(wasAsked && !askedOn, 'askedOn', 'Enter the day on which they were asked'),
    ...faultIf(isAfter(askedOn, today), 'askedOn', inFuture),
    ...faultIf(consent === 'GIVEN' && !isWritten(informed), 'informed', 'Enter what they were told before they agreed'),
    ...faultIf(consent === 'REFUSED' && !refusal && !isWritten(reason), 'refusal', 'Select why they did not agree'),
    ...faultIf(refusal === 'OTHER' && !isWritten(reason), 'reason', 'Enter why they did not agree'),
  ];
}
