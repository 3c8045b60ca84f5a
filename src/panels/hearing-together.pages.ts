import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import type { Field } from '../platform/web/form-fields.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseAskedInput } from './case-asked.input.js';
import { OpenedMeetings } from './find-meeting.js';
import { HearTogether } from './hear-together.js';
import { HearingTogetherInput } from './meeting.input.js';
import { MeetingsQueries } from './meetings.queries.js';

const fields: readonly Field[] = [{ id: 'caseId', kind: 'HIDDEN', ask: 'Case' }];

type Way = { readonly title: string; readonly lead: string; readonly submitText: string };

const ways = {
  together: (reference: string): Way => ({
    title: `Hear ${reference} together with its linked cases`,
    lead: 'The linked cases on this agenda are put next to each other after it. The panel may hear them together; each child is decided on alone, and nothing of one child goes into another’s papers.',
    submitText: 'Put next to each other',
  }),
  apart: (reference: string): Way => ({
    title: `Hear ${reference} and its linked cases one by one`,
    lead: 'They stay where they are in the running order.',
    submitText: 'Hear one by one',
  }),
};

/** Linked cases on one agenda: next to each other, or again one by one. */
@Controller('meetings/:id')
export class HearingTogetherPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly hearTogether: HearTogether,
  ) {}

  @Get('hearing-together')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  together(@By() actor: Actor, @Param('id') id: string, @Query() { caseId }: CaseAskedInput): Promise<FormModel> {
    return this.form(actor, id, caseId, 'together');
  }

  @Post('hearing-together')
  @Requires('meeting.arrange')
  async putTogether(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: { caseId?: string },
    @Res() response: Response,
  ): Promise<void> {
    await this.submitted(actor, id, body, response, 'together');
  }

  @Get('hearing-apart')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  apart(@By() actor: Actor, @Param('id') id: string, @Query() { caseId }: CaseAskedInput): Promise<FormModel> {
    return this.form(actor, id, caseId, 'apart');
  }

  @Post('hearing-apart')
  @Requires('meeting.arrange')
  async putApart(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: { caseId?: string },
    @Res() response: Response,
  ): Promise<void> {
    await this.submitted(actor, id, body, response, 'apart');
  }

  private async submitted(
    actor: Actor,
    id: string,
    body: { caseId?: string },
    response: Response,
    way: keyof typeof ways,
  ): Promise<void> {
    const work = async (input: HearingTogetherInput): Promise<string> => {
      if (way === 'together') await this.hearTogether.execute(actor, id, input);
      else await this.hearTogether.undo(actor, id, input);
      return `/meetings/${id}#agenda`;
    };
    const again = () => this.form(actor, id, body.caseId, way);
    await submit(response, { fields, body, input: HearingTogetherInput, work, again });
  }

  private async form(actor: Actor, id: string, caseId: string | undefined, way: keyof typeof ways): Promise<FormModel> {
    const meeting = await this.opened.open(actor, id, 'meeting.arrange');
    const item = (await this.queries.agenda(actor, id)).find((one) => !one.closed && one.id === caseId);
    if (!item) throw new NotFound();
    const shown = { ...ways[way](item.reference), fields, values: { caseId }, version: meeting.version };
    return { form: formPage({ ...shown, back: `/meetings/${id}` }) };
  }
}
