import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AfterOutcomePages } from './after-outcome.pages.js';
import { CloseCase } from './close-case.js';
import { CompleteDelivery } from './complete-delivery.js';
import { CompleteDuty } from './complete-duty.js';
import { DeliveriesApi } from './deliveries.api.js';
import { DeliveriesPages } from './deliveries.pages.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { Delivery, PastDelivery } from './delivery.entity.js';
import { DeliveryContact, DeliveryStep, DeliveryVariation } from './delivery-log.entity.js';
import { DeliveryLogQueries } from './delivery-log.queries.js';
import { DeliveryPages } from './delivery-pages.js';
import { Intervention } from './intervention.entity.js';
import { InterventionsApi } from './interventions.api.js';
import { InterventionsPages } from './interventions.pages.js';
import { InterventionsQueries } from './interventions.queries.js';
import { LogDelivery } from './log-delivery.js';
import { NewReferralsApi } from './new-referrals.api.js';
import { NewReferralsQueries } from './new-referrals.queries.js';
import { OutcomePages } from './outcome-pages.js';
import { Duty, Outcome, PastDuty } from './outcome.entity.js';
import { OutcomesApi } from './outcomes.api.js';
import { OutcomesPages } from './outcomes.pages.js';
import { OutcomesQueries } from './outcomes.queries.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordOutcome } from './record-outcome.js';
import { ReturnToPanel } from './return-to-panel.js';
import { VaryDelivery } from './vary-delivery.js';
import { WriteIntervention } from './write-intervention.js';

const entities = [
  ...[Delivery, PastDelivery, DeliveryContact, DeliveryStep, DeliveryVariation, Intervention],
  ...[Outcome, Duty, PastDuty],
];
const controllers = [
  ...[OutcomesApi, OutcomesPages, AfterOutcomePages, NewReferralsApi],
  ...[DeliveriesApi, DeliveriesPages, InterventionsApi, InterventionsPages],
];
const commands = [
  ...[RecordOutcome, ReturnToPanel, CloseCase, CompleteDuty],
  ...[RecordDelivery, CompleteDelivery, LogDelivery, VaryDelivery, WriteIntervention],
];
const reads = [
  ...[OutcomesQueries, OutcomePages, NewReferralsQueries],
  ...[DeliveriesQueries, DeliveryLogQueries, DeliveryPages, InterventionsQueries],
];

/** What was agreed and delivered, what the child was given in the end, and what must be done after it. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), AccessModule, CasesModule],
  controllers,
  providers: [...commands, ...reads],
  exports: [OutcomesQueries, DeliveriesQueries],
})
export class OutcomesModule {}
