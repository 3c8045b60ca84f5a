import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CompleteDelivery } from './complete-delivery.js';
import { DeliveriesQueries, type DeliveryFound } from './deliveries.queries.js';
import { DeliveryContactInput, StepInput } from './delivery-log.input.js';
import { type ContactFound, DeliveryLogQueries, type StepFound, type VariationFound } from './delivery-log.queries.js';
import { CompletionInput, DeliveryInput, VariationInput } from './delivery.input.js';
import { LogDelivery } from './log-delivery.js';
import { type DeliveryRecorded, RecordDelivery, type Warned } from './record-delivery.js';
import { type Varied, VaryDelivery } from './vary-delivery.js';

type All<Item> = { items: Item[]; next: null };

@Controller('api/cases/:id/delivery')
export class DeliveriesApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: DeliveriesQueries,
    private readonly logs: DeliveryLogQueries,
    private readonly recordDelivery: RecordDelivery,
    private readonly completeDelivery: CompleteDelivery,
    private readonly logDelivery: LogDelivery,
    private readonly varyDelivery: VaryDelivery,
  ) {}

  @Get()
  @Requires('case.read')
  async delivery(@By() actor: Actor, @Param('id') id: string): Promise<DeliveryFound> {
    await this.opened.open(actor, 'case.read', id, 'THE_DELIVERY');
    return this.queries.delivery(id);
  }

  @Put()
  @Requires('delivery.record')
  deliver(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: DeliveryInput,
  ): Promise<DeliveryRecorded & Warned> {
    return this.recordDelivery.execute(actor, id, input);
  }

  @Put('completion')
  @Requires('delivery.record')
  complete(@By() actor: Actor, @Param('id') id: string, @Body() input: CompletionInput): Promise<DeliveryRecorded> {
    return this.completeDelivery.execute(actor, id, input);
  }

  @Get('contacts')
  @Requires('case.read')
  contacts(@By() actor: Actor, @Param('id') id: string): Promise<All<ContactFound>> {
    return this.all(actor, id, () => this.logs.contacts(id));
  }

  @Post('contacts')
  @Requires('delivery.record')
  addContact(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: DeliveryContactInput,
  ): Promise<{ id: string }> {
    return this.logDelivery.addContact(actor, id, input);
  }

  @Get('steps')
  @Requires('case.read')
  steps(@By() actor: Actor, @Param('id') id: string): Promise<All<StepFound>> {
    return this.all(actor, id, () => this.logs.steps(id));
  }

  @Post('steps')
  @Requires('delivery.record')
  addStep(@By() actor: Actor, @Param('id') id: string, @Body() input: StepInput): Promise<{ id: string }> {
    return this.logDelivery.addStep(actor, id, input);
  }

  @Get('variations')
  @Requires('case.read')
  variations(@By() actor: Actor, @Param('id') id: string): Promise<All<VariationFound>> {
    return this.all(actor, id, () => this.logs.variations(id));
  }

  @Post('variations')
  @Requires('delivery.record')
  vary(@By() actor: Actor, @Param('id') id: string, @Body() input: VariationInput): Promise<Varied> {
    return this.varyDelivery.execute(actor, id, input);
  }

  private async all<Item>(actor: Actor, id: string, find: () => Promise<Item[]>): Promise<All<Item>> {
    await this.opened.open(actor, 'case.read', id, 'THE_DELIVERY');
    return { items: await find(), next: null };
  }
}
