import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { instantInWords } from '../platform/web/words.js';
import { AroundMeetings } from './around-meeting.queries.js';
import { ArrangeSeries } from './arrange-series.js';
import { CancelMeeting, MoveMeeting } from './change-meeting.js';
import { EndSeries } from './end-series.js';
import { type MeetingFound, OpenedMeetings } from './find-meeting.js';
import { cancellationFields, endingFields, moveFields, seriesFields } from './meeting-plans.fields.js';
import { CancellationInput, MoveFormInput, SeriesEndingInput, SeriesInput } from './meeting-plans.input.js';
import { seriesView } from './series.view.js';
import { asMeeting, londonTime, toldAtTime } from './starts-at.js';

/** A series of meetings, and what becomes of single ones. */
@Controller()
export class MeetingPlansPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly around: AroundMeetings,
    private readonly access: AccessQueries,
    private readonly arrangeSeries: ArrangeSeries,
    private readonly endSeries: EndSeries,
    private readonly moveMeeting: MoveMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly clock: Clock,
  ) {}

  @Get('meeting-series/new')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async newSeries(@By() actor: Actor): Promise<FormModel> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'meeting.arrange'));
    const values = { time: '10:00', ...(areas.length === 1 ? { panelAreaId: areas[0]?.id } : {}) };
    const form = { title: 'Arrange a series of meetings', fields: seriesFields(areas), values, submitText: 'Arrange' };
    return { form: formPage({ ...form, back: '/meetings' }) };
  }

  @Post('meeting-series/new')
  @Requires('meeting.arrange')
  async arrange(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: SeriesInput): Promise<string> => {
      const { id } = await this.arrangeSeries.execute(actor, input);
      return `/meeting-series/${id}`;
    };
    const again = () => this.newSeries(actor);
    await submit(response, { fields: seriesFields([]), body, input: SeriesInput, work, again });
  }

  @Get('meeting-series/:id')
  @Requires('meeting.read')
  @Render('panels/views/meeting-series')
  async series(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.around.series(actor, id);
    const mayEnd = may(actor, 'meeting.arrange', found.series.panelAreaId);
    return seriesView(found, { mayEnd, now: this.clock.now() });
  }

  @Get('meeting-series/:id/ending')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async ending(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { series } = await this.around.series(actor, id);
    const lead =
      'Its meetings to come are cancelled, apart from those with cases: each of these is cancelled on its own page.';
    const form = { title: 'End this series', caption: series.panelArea, lead, fields: endingFields, warns: true };
    return { form: formPage({ ...form, submitText: 'End the series', back: `/meeting-series/${id}` }) };
  }

  @Post('meeting-series/:id/ending')
  @Requires('meeting.arrange')
  async end(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SeriesEndingInput): Promise<string> => {
      await this.endSeries.execute(actor, id, input);
      return `/meeting-series/${id}`;
    };
    const again = () => this.ending(actor, id);
    await submit(response, { fields: endingFields, body, input: SeriesEndingInput, work, again });
  }

  @Get('meetings/:id/move')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async move(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const meeting = await this.opened.open(actor, id, 'meeting.arrange');
    const { meetingDay, startsAt, place, version } = meeting;
    const values = { day: meetingDay, time: londonTime(startsAt), place: place ?? undefined };
    const lead =
      'The cases on its agenda move with it, and so do the times of its observers. Calendars that follow it are told.';
    const form = { title: 'Move this meeting', lead, fields: moveFields, values, version, submitText: 'Move' };
    return { form: formPage({ ...form, caption: inWords(meeting), back: `/meetings/${id}` }) };
  }

  @Post('meetings/:id/move')
  @Requires('meeting.arrange')
  async doMove(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: MoveFormInput): Promise<string> => {
      await toldAtTime(() => this.moveMeeting.execute(actor, id, asMeeting(input)));
      return `/meetings/${id}`;
    };
    const again = () => this.move(actor, id);
    await submit(res, { fields: moveFields, body, input: MoveFormInput, work, again });
  }

  @Get('meetings/:id/cancellation')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async cancellation(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const meeting = await this.opened.open(actor, id, 'meeting.arrange');
    const form = {
      title: 'Cancel this meeting',
      caption: inWords(meeting),
      fields: cancellationFields,
      version: meeting.version,
      submitText: 'Cancel the meeting',
      warns: true,
    };
    return { form: formPage({ ...form, back: `/meetings/${id}` }) };
  }

  @Post('meetings/:id/cancellation')
  @Requires('meeting.arrange')
  async cancel(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: CancellationInput): Promise<string> => {
      await this.cancelMeeting.execute(actor, id, input);
      return `/meetings/${id}`;
    };
    const again = () => this.cancellation(actor, id);
    await submit(res, { fields: cancellationFields, body, input: CancellationInput, work, again });
  }
}

/** Which meeting it is, so that nobody moves or cancels another. */
const inWords = ({ panelArea, startsAt }: MeetingFound): string => `${panelArea}, ${instantInWords(startsAt)}`;
