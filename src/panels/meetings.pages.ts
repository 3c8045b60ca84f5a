import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { ArrangeMeeting } from './arrange-meeting.js';
import { meetingFields } from './meeting-plans.fields.js';
import { MeetingFormInput, MeetingListInput } from './meeting.input.js';
import { MeetingScreens } from './meeting-screens.js';
import { meetingsView } from './meeting-list.view.js';
import { meetingView } from './meeting.view.js';
import { MeetingsQueries } from './meetings.queries.js';
import { asMeeting, toldAtTime } from './starts-at.js';

/** The meetings of a panel, and one of them. */
@Controller('meetings')
export class MeetingsPages {
  constructor(
    private readonly queries: MeetingsQueries,
    private readonly access: AccessQueries,
    private readonly screens: MeetingScreens,
    private readonly clock: Clock,
    private readonly arrangeMeeting: ArrangeMeeting,
  ) {}

  @Get()
  @Requires('meeting.read')
  @Render('panels/views/meetings')
  async meetings(@By() actor: Actor, @Query() { when = 'COMING', ...asked }: MeetingListInput): Promise<object> {
    const today = this.clock.today();
    const found = await this.queries.meetings(actor, { ...asked, when, limit: 25, today });
    const mayArrange = areasWhere(actor, 'meeting.arrange').length > 0;
    return meetingsView(found, { ...asked, when, today, mayArrange });
  }

  @Get('new')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async newMeeting(@By() actor: Actor): Promise<FormModel> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'meeting.arrange'));
    const values = { time: '10:00', ...(areas.length === 1 ? { panelAreaId: areas[0]?.id } : {}) };
    const form = { title: 'Arrange a meeting', fields: meetingFields(areas), values, submitText: 'Arrange' };
    return { form: formPage({ ...form, back: '/meetings' }) };
  }

  @Post('new')
  @Requires('meeting.arrange')
  async arrange(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: MeetingFormInput): Promise<string> => {
      const { id } = await toldAtTime(() => this.arrangeMeeting.execute(actor, asMeeting(input)));
      return `/meetings/${id}`;
    };
    const again = () => this.newMeeting(actor);
    const fields = meetingFields([]);
    await submit(response, { fields, body, input: MeetingFormInput, work, again });
  }

  @Get(':id')
  @Requires('meeting.read')
  @Render('panels/views/meeting')
  async meeting(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return meetingView(await this.screens.open(actor, id), actor);
  }
}
