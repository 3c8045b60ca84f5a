import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { AdjournCase, type CaseAdjourned } from './adjourn-case.js';
import { ArrangeMeeting, type MeetingArranged } from './arrange-meeting.js';
import { DeclareConflict } from './declare-conflict.js';
import { type HeardTogether, HearTogether } from './hear-together.js';
import { type CaseListed, ListCase } from './list-case.js';
import { MeetingScreens } from './meeting-screens.js';
import {
  AdjournmentInput,
  AgendaInput,
  AttendancesInput,
  ConflictInput,
  HearingTogetherInput,
  MeetingInput,
  MeetingListInput,
} from './meeting.input.js';
import { meetingAnswer } from './meeting-answer.view.js';
import { MeetingsQueries } from './meetings.queries.js';
import { RecordAttendance } from './record-attendance.js';

@Controller('api')
export class MeetingsApi {
  constructor(
    private readonly queries: MeetingsQueries,
    private readonly clock: Clock,
    private readonly screens: MeetingScreens,
    private readonly arrangeMeeting: ArrangeMeeting,
    private readonly listCase: ListCase,
    private readonly recordAttendance: RecordAttendance,
    private readonly declareConflict: DeclareConflict,
    private readonly adjournCase: AdjournCase,
    private readonly hearTogether: HearTogether,
  ) {}

  @Get('meetings')
  @Requires('meeting.read')
  meetings(@By() actor: Actor, @Query() { limit = 25, ...asked }: MeetingListInput): Promise<object> {
    return this.queries.meetings(actor, { ...asked, limit, today: this.clock.today() });
  }

  @Post('meetings')
  @Requires('meeting.arrange')
  arrange(@By() actor: Actor, @Body() input: MeetingInput): Promise<MeetingArranged> {
    return this.arrangeMeeting.execute(actor, input);
  }

  @Get('meetings/:id')
  @Requires('meeting.read')
  async meeting(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return meetingAnswer(await this.screens.open(actor, id));
  }

  @Post('meetings/:id/agenda')
  @Requires('meeting.arrange')
  list(@By() actor: Actor, @Param('id') id: string, @Body() input: AgendaInput): Promise<CaseListed> {
    return this.listCase.execute(actor, id, input);
  }

  @Post('meetings/:id/hearing-together')
  @HttpCode(200)
  @Requires('meeting.arrange')
  together(@By() actor: Actor, @Param('id') id: string, @Body() input: HearingTogetherInput): Promise<HeardTogether> {
    return this.hearTogether.execute(actor, id, input);
  }

  @Post('meetings/:id/hearing-apart')
  @HttpCode(200)
  @Requires('meeting.arrange')
  apart(@By() actor: Actor, @Param('id') id: string, @Body() input: HearingTogetherInput): Promise<HeardTogether> {
    return this.hearTogether.undo(actor, id, input);
  }

  @Put('meetings/:id/attendance')
  @Requires('meeting.run')
  attendance(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: AttendancesInput,
  ): Promise<{ version: number }> {
    return this.recordAttendance.execute(actor, id, input);
  }

  @Post('meetings/:id/conflicts')
  @Requires('meeting.sit')
  conflict(@By() actor: Actor, @Param('id') id: string, @Body() input: ConflictInput): Promise<object> {
    return this.declareConflict.execute(actor, id, input);
  }

  @Post('cases/:id/adjournment')
  @Requires('meeting.run')
  @HttpCode(200)
  adjourn(@By() actor: Actor, @Param('id') id: string, @Body() input: AdjournmentInput): Promise<CaseAdjourned> {
    return this.adjournCase.execute(actor, id, input);
  }
}
