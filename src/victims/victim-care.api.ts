import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChangeContact } from './change-contact.js';
import { RecordAge } from './record-age.js';
import { RecordConsent } from './record-consent.js';
import { RecordNeeds } from './record-needs.js';
import { RecordOffer } from './record-offer.js';
import { RecordSafety } from './record-safety.js';
import { RecordTelling } from './record-telling.js';
import {
  AgeInput,
  ConsentInput,
  ContactInput,
  NeedsInput,
  OfferInput,
  SafetyInput,
  TellingInput,
  WithdrawalInput,
} from './victim-care.input.js';
import { WithdrawConsent } from './withdraw-consent.js';

@Controller('api/cases/:id/victims/:victimId')
export class VictimCareApi {
  constructor(
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly changeContact: ChangeContact,
    private readonly recordAge: RecordAge,
    private readonly recordSafety: RecordSafety,
    private readonly recordOffer: RecordOffer,
    private readonly recordTelling: RecordTelling,
    private readonly recordNeeds: RecordNeeds,
  ) {}

  @Put('consent')
  @Requires('victim.record')
  consent(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: ConsentInput,
  ): Promise<object> {
    return this.recordConsent.execute(actor, id, victimId, input);
  }

  /** Closes what is open for the person, here and in every other case; the answer says what was closed here. */
  @Post('withdrawal')
  @Requires('victim.record')
  withdrawal(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: WithdrawalInput,
  ): Promise<object> {
    return this.withdrawConsent.execute(actor, id, victimId, input);
  }

  @Put('contact')
  @Requires('victim.record')
  contact(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: ContactInput,
  ): Promise<object> {
    return this.changeContact.execute(actor, id, victimId, input);
  }

  @Put('age')
  @Requires('victim.record')
  age(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: AgeInput,
  ): Promise<object> {
    return this.recordAge.execute(actor, id, victimId, input);
  }

  @Put('safety')
  @Requires('victim.record')
  safety(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: SafetyInput,
  ): Promise<object> {
    return this.recordSafety.execute(actor, id, victimId, input);
  }

  @Put('restorative-offer')
  @Requires('victim.record')
  offer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: OfferInput,
  ): Promise<object> {
    return this.recordOffer.execute(actor, id, victimId, input);
  }

  /** The answer says whether the duty to tell the victims of the case is done with this. */
  @Put('telling')
  @Requires('victim.record')
  telling(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: TellingInput,
  ): Promise<object> {
    return this.recordTelling.execute(actor, id, victimId, input);
  }

  @Put('needs')
  @Requires('victim.record')
  needs(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: NeedsInput,
  ): Promise<object> {
    return this.recordNeeds.execute(actor, id, victimId, input);
  }
}
