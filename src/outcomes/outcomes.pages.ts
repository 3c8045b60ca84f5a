import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { OutcomePages } from './outcome-pages.js';
import { postedOutcome } from './outcome.fields.js';
import { OutcomeInput } from './outcome.input.js';
import { RecordOutcome } from './record-outcome.js';

const RECORD = 'outcomes/views/record';
const OUTCOME = 'outcomes/views/outcome';

@Controller('cases/:id')
export class OutcomesPages {
  constructor(
    private readonly pages: OutcomePages,
    private readonly recordOutcome: RecordOutcome,
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

  @Get('duties')
  @Requires('case.read')
  @Render('outcomes/views/duties')
  duties(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return this.pages.duties(actor, id);
  }
}
