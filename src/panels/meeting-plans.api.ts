import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AroundMeetings } from './around-meeting.queries.js';
import { ArrangeSeries, type SeriesArranged } from './arrange-series.js';
import { CancelMeeting, type MeetingCancelled, type MeetingMoved, MoveMeeting } from './change-meeting.js';
import { EndSeries, type SeriesEnded } from './end-series.js';
import { OpenedMeetings } from './find-meeting.js';
import { EndObserverInvitation, InviteObserver, type ObserverInvited } from './invite-observer.js';
import {
  ApologiesInput,
  CancellationInput,
  MoveInput,
  NoteInput,
  NoteTakenBackInput,
  ObserverInput,
  OrderInput,
  SeriesEndingInput,
  SeriesInput,
} from './meeting-plans.input.js';
import { OrderAgenda } from './order-agenda.js';
import { RecordApologies } from './record-apologies.js';
import { RecordNote, TakeBackNote } from './record-note.js';
import { seriesAnswer } from './series.view.js';

/** Series, what becomes of single meetings, and who is not at the table. */
@Controller('api')
export class MeetingPlansApi {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly around: AroundMeetings,
    private readonly arrangeSeries: ArrangeSeries,
    private readonly seriesEnding: EndSeries,
    private readonly moveMeeting: MoveMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly orderAgenda: OrderAgenda,
    private readonly recordApologies: RecordApologies,
    private readonly recordNote: RecordNote,
    private readonly takeBackNote: TakeBackNote,
    private readonly inviteObserver: InviteObserver,
    private readonly endInvitation: EndObserverInvitation,
  ) {}

  @Post('meeting-series')
  @Requires('meeting.arrange')
  arrange(@By() actor: Actor, @Body() input: SeriesInput): Promise<SeriesArranged> {
    return this.arrangeSeries.execute(actor, input);
  }

  @Get('meeting-series/:id')
  @Requires('meeting.read')
  async series(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return seriesAnswer(await this.around.series(actor, id));
  }

  @Post('meeting-series/:id/ending')
  @Requires('meeting.arrange')
  @HttpCode(200)
  endSeries(@By() actor: Actor, @Param('id') id: string, @Body() input: SeriesEndingInput): Promise<SeriesEnded> {
    return this.seriesEnding.execute(actor, id, input);
  }

  @Post('meetings/:id/move')
  @Requires('meeting.arrange')
  @HttpCode(200)
  move(@By() actor: Actor, @Param('id') id: string, @Body() input: MoveInput): Promise<MeetingMoved> {
    return this.moveMeeting.execute(actor, id, input);
  }

  @Post('meetings/:id/cancellation')
  @Requires('meeting.arrange')
  @HttpCode(200)
  cancel(@By() actor: Actor, @Param('id') id: string, @Body() input: CancellationInput): Promise<MeetingCancelled> {
    return this.cancelMeeting.execute(actor, id, input);
  }

  @Put('meetings/:id/order')
  @Requires('meeting.run')
  order(@By() actor: Actor, @Param('id') id: string, @Body() input: OrderInput): Promise<{ version: number }> {
    return this.orderAgenda.execute(actor, id, input);
  }

  @Put('meetings/:id/apologies')
  @Requires('meeting.run')
  apologies(@By() actor: Actor, @Param('id') id: string, @Body() input: ApologiesInput): Promise<{ version: number }> {
    return this.recordApologies.execute(actor, id, input);
  }

  @Post('meetings/:id/notes')
  @Requires('meeting.run')
  note(@By() actor: Actor, @Param('id') id: string, @Body() input: NoteInput): Promise<{ id: string }> {
    return this.recordNote.execute(actor, id, input);
  }

  @Post('meetings/:id/notes/:noteId/taking-back')
  @Requires('meeting.run')
  @HttpCode(200)
  takeBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('noteId') noteId: string,
    @Body() input: NoteTakenBackInput,
  ): Promise<{ id: string }> {
    return this.takeBackNote.execute(actor, id, noteId, input);
  }

  @Get('meetings/:id/observers')
  @Requires('meeting.run')
  async observers(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, id, 'meeting.run');
    return { items: await this.around.invitations(id), next: null };
  }

  @Post('meetings/:id/observers')
  @Requires('meeting.run')
  invite(@By() actor: Actor, @Param('id') id: string, @Body() input: ObserverInput): Promise<ObserverInvited> {
    return this.inviteObserver.execute(actor, id, input);
  }

  @Delete('meetings/:id/observers/:invitationId')
  @Requires('meeting.run')
  @HttpCode(204)
  end(@By() actor: Actor, @Param('id') id: string, @Param('invitationId') invitationId: string): Promise<void> {
    return this.endInvitation.execute(actor, id, invitationId);
  }
}
