import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { CarePage } from './care-forms.js';
import { ChangeContact } from './change-contact.js';
import { RecordAge } from './record-age.js';
import { RecordConsent } from './record-consent.js';
import { RecordNeeds } from './record-needs.js';
import { RecordOffer } from './record-offer.js';
import { RecordSafety } from './record-safety.js';
import { RecordTelling } from './record-telling.js';
import { WithdrawConsent } from './withdraw-consent.js';

type Act = { execute(actor: Actor, caseId: string, victimId: string, input: never): Promise<object> };

/** What each page about a victim does when it is sent. */
@Injectable()
export class CareActs {
  private readonly acts: Record<CarePage, Act>;

  constructor(
    consent: RecordConsent,
    withdrawal: WithdrawConsent,
    contact: ChangeContact,
    age: RecordAge,
    safety: RecordSafety,
    offer: RecordOffer,
    telling: RecordTelling,
    needs: RecordNeeds,
  ) {
    this.acts = { consent, withdrawal, contact, age, safety, offer, telling, needs };
  }

  execute(
    page: CarePage,
    { actor, caseId, victimId }: { actor: Actor; caseId: string; victimId: string },
    input: object,
  ): Promise<object> {
    return this.acts[page].execute(actor, caseId, victimId, input as never);
  }
}
