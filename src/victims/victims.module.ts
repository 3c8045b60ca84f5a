import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { RecordAge } from './record-age.js';
import { RecordConsent } from './record-consent.js';
import { RecordNeeds } from './record-needs.js';
import { RecordOffer } from './record-offer.js';
import { RecordSafety } from './record-safety.js';
import { RecordTelling } from './record-telling.js';
import { RecordVictimView } from './record-victim-view.js';
import { CareActs } from './care-acts.js';
import { ChangeContact } from './change-contact.js';
import { KnownVictimsApi } from './known-victims.api.js';
import { KnownVictimsPages } from './known-victims.pages.js';
import { AddKnownVictim, AddVictim, ChangeVictim, RecordNoVictim } from './record-victims.js';
import { VictimCareApi } from './victim-care.api.js';
import * as care from './victim-care.entity.js';
import { VictimCarePages } from './victim-care.pages.js';
import { PersonHarmed, Victim, VictimView } from './victim.entity.js';
import { VictimForm } from './victim-form.js';
import { VictimFormsPages } from './victim-forms.pages.js';
import { VictimsApi } from './victims.api.js';
import { VictimsPages } from './victims.pages.js';
import { VictimsQueries } from './victims.queries.js';
import { WaitingVictims } from './waiting-victims.queries.js';
import { WithdrawConsent } from './withdraw-consent.js';

/** Who was harmed, what they agreed to, and what they say and want. */
@Module({
  imports: [
    AccessModule,
    CasesModule,
    TypeOrmModule.forFeature([PersonHarmed, Victim, VictimView, ...Object.values(care)], 'write'),
  ],
  controllers: [
    VictimsApi,
    VictimsPages,
    VictimFormsPages,
    KnownVictimsApi,
    KnownVictimsPages,
    VictimCareApi,
    VictimCarePages,
  ],
  providers: [
    CareActs,
    RecordConsent,
    WithdrawConsent,
    ChangeContact,
    RecordAge,
    RecordSafety,
    RecordOffer,
    RecordTelling,
    RecordNeeds,
    VictimsQueries,
    WaitingVictims,
    VictimForm,
    AddVictim,
    AddKnownVictim,
    ChangeVictim,
    RecordVictimView,
    RecordNoVictim,
  ],
  exports: [VictimsQueries],
})
export class VictimsModule {}
