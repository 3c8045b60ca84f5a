import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { NextFunction, Request, Response } from 'express';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AdjournCase } from './adjourn-case.js';
import { ArrangeMeeting } from './arrange-meeting.js';
import { DeclareConflict } from './declare-conflict.js';
import { OpenedMeetings } from './find-meeting.js';
import { HearTogether } from './hear-together.js';
import { HearingTogetherPages } from './hearing-together.pages.js';
import { ListCase } from './list-case.js';
import { ListingPages } from './listing.pages.js';
import { AgendaItem, Attendance, Meeting } from './meeting.entity.js';
import { MeetingScreens } from './meeting-screens.js';
import { MeetingsApi } from './meetings.api.js';
import { MeetingsPages } from './meetings.pages.js';
import { MeetingsQueries } from './meetings.queries.js';
import { RecordAttendance } from './record-attendance.js';
import { SittingPages } from './sitting.pages.js';

const entities = [Meeting, AgendaItem, Attendance];
const commands = [ArrangeMeeting, ListCase, RecordAttendance, DeclareConflict, AdjournCase, HearTogether];
const queries = [OpenedMeetings, MeetingsQueries, MeetingScreens];

/** Meetings: agenda, attendance, quorum, conflicts of interest. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), AccessModule, CasesModule, AssessmentsModule],
  controllers: [MeetingsApi, MeetingsPages, SittingPages, ListingPages, HearingTogetherPages],
  providers: [...commands, ...queries],
  exports: [OpenedMeetings, MeetingsQueries, ListCase],
})
export class PanelsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(takeBareList).forRoutes({ path: 'api/meetings/:id/attendance', method: RequestMethod.PUT });
  }
}

/** The list of who attended may be sent as it is, without a version. */
function takeBareList(request: Request, _: Response, next: NextFunction): void {
  if (Array.isArray(request.body)) request.body = { attendances: request.body };
  next();
}
