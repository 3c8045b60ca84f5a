import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { AfterOutcomePages } from './after-outcome.pages.js';
import { CloseCase } from './close-case.js';
import { CompleteDuty } from './complete-duty.js';
import { Delivery, PastDelivery } from './delivery.entity.js';
import { OutcomePages } from './outcome-pages.js';
import { Duty, Outcome } from './outcome.entity.js';
import { OutcomesApi } from './outcomes.api.js';
import { OutcomesPages } from './outcomes.pages.js';
import { OutcomesQueries } from './outcomes.queries.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordOutcome } from './record-outcome.js';
import { ReturnToPanel } from './return-to-panel.js';

const entities = [Delivery, PastDelivery, Outcome, Duty];

/** What was agreed and delivered, what the child was given in the end, and what must be done after it. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), CasesModule],
  controllers: [OutcomesApi, OutcomesPages, AfterOutcomePages],
  providers: [RecordDelivery, RecordOutcome, ReturnToPanel, CloseCase, CompleteDuty, OutcomesQueries, OutcomePages],
  exports: [OutcomesQueries],
})
export class OutcomesModule {}
