import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm } from '../cases/case-form.js';
import { rules } from '../policy/rules.js';
import type { Actor } from '../platform/actor.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CompleteDelivery } from './complete-delivery.js';
import { completionFields, deliveryFields, variationFields } from './delivery.fields.js';
import { contactFields, stepFields } from './delivery-log.fields.js';
import { DeliveryContactInput, StepInput } from './delivery-log.input.js';
import { CompletionInput, DeliveryInput, VariationInput } from './delivery.input.js';
import { DeliveryPages } from './delivery-pages.js';
import { LogDelivery } from './log-delivery.js';
import { RecordDelivery } from './record-delivery.js';
import { VaryDelivery } from './vary-delivery.js';

const DELIVERY = 'outcomes/views/delivery';
/** For reading what was posted: which of them could be chosen does not matter there. */
const anything = { owners: [{ id: '', name: '' }], interventions: [{ id: '', name: '' }] };
const anyOverride = Object.keys(rules).map((value) => ({ value, label: value }));

@Controller('cases/:id/delivery')
export class DeliveriesPages {
  constructor(
    private readonly pages: DeliveryPages,
    private readonly recordDelivery: RecordDelivery,
    private readonly completeDelivery: CompleteDelivery,
    private readonly logDelivery: LogDelivery,
    private readonly varyDelivery: VaryDelivery,
  ) {}

  @Get()
  @Requires('case.read')
  @Render(DELIVERY)
  delivery(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.pages.delivery(actor, id);
  }

  @Post()
  @Requires('delivery.record')
  async deliver(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = then(id, (input: DeliveryInput) => this.recordDelivery.execute(actor, id, input));
    const again = () => this.pages.delivery(actor, id);
    const fields = deliveryFields(anything, 'COMPLETED');
    await submit(response, { fields, body, input: DeliveryInput, work, again, template: DELIVERY });
  }

  @Get('completion')
  @Requires('delivery.record')
  @Render(CASE_FORM)
  completion(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.pages.completion(actor, id);
  }

  @Post('completion')
  @Requires('delivery.record')
  async complete(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = then(id, (input: CompletionInput) => this.completeDelivery.execute(actor, id, input));
    const again = () => this.pages.completion(actor, id);
    const sent = { fields: completionFields(true), body, input: CompletionInput, work, again };
    await submit(response, { ...sent, template: CASE_FORM });
  }

  @Get('contacts')
  @Requires('delivery.record')
  @Render(CASE_FORM)
  contact(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.pages.contact(actor, id);
  }

  @Post('contacts')
  @Requires('delivery.record')
  async addContact(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = then(id, (input: DeliveryContactInput) => this.logDelivery.addContact(actor, id, input));
    const again = () => this.pages.contact(actor, id);
    await submit(response, {
      fields: contactFields,
      body,
      input: DeliveryContactInput,
      work,
      again,
      template: CASE_FORM,
    });
  }

  @Get('steps')
  @Requires('delivery.record')
  @Render(CASE_FORM)
  step(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.pages.step(actor, id);
  }

  @Post('steps')
  @Requires('delivery.record')
  async addStep(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = then(id, (input: StepInput) => this.logDelivery.addStep(actor, id, input));
    const again = () => this.pages.step(actor, id);
    await submit(response, { fields: stepFields, body, input: StepInput, work, again, template: CASE_FORM });
  }

  @Get('variations')
  @Requires('delivery.record')
  @Render(CASE_FORM)
  variation(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.pages.variation(actor, id);
  }

  @Post('variations')
  @Requires('delivery.record')
  async vary(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = then(id, (input: VariationInput) => this.varyDelivery.execute(actor, id, input));
    const again = () => this.pages.variation(actor, id);
    const fields = variationFields(anything, anyOverride);
    await submit(response, { fields, body, input: VariationInput, work, again, template: CASE_FORM });
  }
}

/** Does it and goes back to the delivery. */
const then =
  <Input>(id: string, execute: (input: Input) => Promise<unknown>) =>
  async (input: Input): Promise<string> => {
    await execute(input);
    return `/cases/${id}/delivery`;
  };
