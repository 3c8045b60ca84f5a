import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { deliveryFields } from './delivery.fields.js';
import { DeliveryInput } from './delivery.input.js';
import { OutcomePages } from './outcome-pages.js';
import { postedOutcome } from './outcome.fields.js';
import { OutcomeInput } from './outcome.input.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordOutcome } from './record-outcome.js';

const RECORD = 'outcomes/views/record';
const OUTCOME = 'outcomes/views/outcome';
const DELIVERY = 'outcomes/views/delivery';

@Controller('cases/:id')
export class OutcomesPages {
  constructor(
    private readonly pages: OutcomePages,
    private readonly recordOutcome: RecordOutcome,
    private readonly recordDelivery: RecordDelivery,
  ) {}

  /** After the police decision the page on which it is recorded, for those who may; otherwise what was recorded. */
  @Get('outcome')
  @Requires('case.read')
  async outcome(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const found = await this.pages.open(actor, id, 'THE_OUTCOME');
    if (this.pages.mayRecord(actor, found)) response.render(RECORD, await this.pages.toRecord(actor, found));
    else response.render(OUTCOME, await this.pages.recorded(actor, found));
  }

  @Post('outcome')
  @Requires('outcome.record')
  async record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: OutcomeInput): Promise<string> => {
      await this.recordOutcome.execute(actor, id, input);
      return `/cases/${id}/outcome`;
    };
    const again = async () => this.pages.toRecord(actor, await this.pages.open(actor, id, 'THE_OUTCOME'));
    await submit(response, { fields: postedOutcome, body, input: OutcomeInput, work, again, template: RECORD });
  }

  @Get('delivery')
  @Requires('case.read')
  @Render(DELIVERY)
  delivery(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.pages.delivery(actor, id);
  }

  @Post('delivery')
  @Requires('delivery.record')
  async deliver(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: DeliveryInput): Promise<string> => {
      await this.recordDelivery.execute(actor, id, input);
      return `/cases/${id}/delivery`;
    };
    const again = () => this.pages.delivery(actor, id);
    await submit(response, { fields: deliveryFields, body, input: DeliveryInput, work, again, template: DELIVERY });
  }

  @Get('duties')
  @Requires('case.read')
  @Render('outcomes/views/duties')
  duties(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return this.pages.duties(actor, id);
  }
}
