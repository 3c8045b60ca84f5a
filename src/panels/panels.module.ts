import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { NextFunction, Request, Response } from 'express';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AddPanelAction } from './add-panel-action.js';
import { AdjournCase } from './adjourn-case.js';
import { AroundMeetingPages } from './around-meeting.pages.js';
import { AroundMeetings } from './around-meeting.queries.js';
import { ArrangeMeeting } from './arrange-meeting.js';
import { ArrangeSeries } from './arrange-series.js';
import { CalendarPages } from './calendar.pages.js';
import { CalendarQueries } from './calendar.queries.js';
import { CancelMeeting, MoveMeeting } from './change-meeting.js';
import { CompletePanelAction } from './complete-panel-action.js';
import { DeclareConflict } from './declare-conflict.js';
import { EndSeries } from './end-series.js';
import { OpenedMeetings, TakenCalendars } from './find-meeting.js';
import { HearTogether } from './hear-together.js';
import { HearingTogetherPages } from './hearing-together.pages.js';
import { EndObserverInvitation, InviteObserver } from './invite-observer.js';
import { ListCase } from './list-case.js';
import { ListingPages } from './listing.pages.js';
import { AgendaItem, Attendance, AttendancesBefore, Meeting } from './meeting.entity.js';
import {
  AgendaReturn,
  Apology,
  ContributorNote,
  ContributorNoteTakenBack,
  MeetingChange,
  MeetingSeries,
  ObserverInvitation,
  PanelAction,
} from './meeting-plans.entity.js';
import { MeetingPlansApi } from './meeting-plans.api.js';
import { MeetingPlansPages } from './meeting-plans.pages.js';
import { MeetingScreens } from './meeting-screens.js';
import { MeetingsApi } from './meetings.api.js';
import { MeetingsPages } from './meetings.pages.js';
import { MeetingsQueries } from './meetings.queries.js';
import { NotesPages } from './notes.pages.js';
import { ObserversPages } from './observers.pages.js';
import { OrderAgenda } from './order-agenda.js';
import { PanelActionsApi } from './panel-actions.api.js';
import { PanelActionsPages } from './panel-actions.pages.js';
import { PanelActionsQueries } from './panel-actions.queries.js';
import { RecordApologies } from './record-apologies.js';
import { RecordAttendance } from './record-attendance.js';
import { RecordNote, TakeBackNote } from './record-note.js';
import { ReturnsToAgenda } from './return-to-agenda.js';
import { SittingPages } from './sitting.pages.js';

const entities = [
  ...[
    Meeting,
    AgendaItem,
    Attendance,
    AttendancesBefore,
    MeetingSeries,
    MeetingChange,
    Apology,
    ContributorNote,
    ContributorNoteTakenBack,
  ],
  ...[ObserverInvitation, PanelAction, AgendaReturn],
];
const controllers = [
  ...[
    MeetingPlansApi,
    MeetingPlansPages,
    MeetingsApi,
    MeetingsPages,
    SittingPages,
    AroundMeetingPages,
    NotesPages,
    ObserversPages,
  ],
  ...[ListingPages, HearingTogetherPages, PanelActionsApi, PanelActionsPages, CalendarPages],
];
const commands = [
  ...[
    ArrangeMeeting,
    ArrangeSeries,
    EndSeries,
    MoveMeeting,
    CancelMeeting,
    ListCase,
    OrderAgenda,
    HearTogether,
    AdjournCase,
  ],
  ...[
    RecordAttendance,
    RecordApologies,
    RecordNote,
    TakeBackNote,
    InviteObserver,
    EndObserverInvitation,
    DeclareConflict,
  ],
  ...[AddPanelAction, CompletePanelAction, ReturnsToAgenda],
];
const queries = [
  ...[OpenedMeetings, TakenCalendars, MeetingsQueries, MeetingScreens, AroundMeetings],
  ...[CalendarQueries, PanelActionsQueries],
];

/** Meetings: agenda, attendance, quorum, conflicts of interest. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), AccessModule, CasesModule, AssessmentsModule],
  controllers,
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
