import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AroundMeetings } from './around-meeting.queries.js';
import { OpenedMeetings } from './find-meeting.js';
import { apologyFields } from './meeting-plans.fields.js';
import { ApologiesInput } from './meeting-plans.input.js';
import { MeetingsQueries } from './meetings.queries.js';
import { OrderAgenda } from './order-agenda.js';
import { movedOne, orderAsked } from './order-agenda.input.js';
import { RecordApologies } from './record-apologies.js';

/** The order of the agenda, and who cannot come. */
@Controller('meetings/:id')
export class AroundMeetingPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly around: AroundMeetings,
    private readonly access: AccessQueries,
    private readonly orderAgenda: OrderAgenda,
    private readonly recordApologies: RecordApologies,
  ) {}

  /** One case a place up or down; the agenda comes back at that case, so that it can be moved on from the keyboard. */
  @Post('order')
  @Requires('meeting.run')
  async order(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const asked = orderAsked(body);
    const caseIds = movedOne(await this.queries.standing(actor, id), asked);
    await this.orderAgenda.execute(actor, id, { caseIds, version: asked.version });
    res.redirect(303, `/meetings/${id}#case-${asked.caseId}`);
  }

  @Get('apologies')
  @Requires('meeting.run')
  @Render(FORM_PAGE)
  async apologies(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { panelAreaId, version } = await this.opened.open(actor, id, 'meeting.run');
    const [found, people] = await Promise.all([
      this.around.apologies(id),
      this.access.holders(panelAreaId, 'meeting.sit'),
    ]);
    const apologies = found.map(({ agency, personId, reason }) => ({ agency, personId, reason }));
    const form = { title: 'Apologies', fields: apologyFields(people), values: { apologies }, version };
    const lead = 'Whoever is neither recorded as here nor on this list is shown as absent.';
    return { form: formPage({ ...form, lead, submitText: 'Save', back: `/meetings/${id}` }) };
  }

  @Post('apologies')
  @Requires('meeting.run')
  async apologise(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ApologiesInput): Promise<string> => {
      await this.recordApologies.execute(actor, id, { ...input, apologies: input.apologies ?? [] });
      return `/meetings/${id}`;
    };
    const again = () => this.apologies(actor, id);
    await submit(response, { fields: apologyFields([]), body, input: ApologiesOnPage, work, again });
  }
}

/** From a page an empty list is an answer: nobody sent apologies. */
class ApologiesOnPage extends ApologiesInput {
  override apologies: ApologiesInput['apologies'] = [];
}
