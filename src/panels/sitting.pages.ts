import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, may } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { DeclareConflict } from './declare-conflict.js';
import { type MeetingFound, OpenedMeetings } from './find-meeting.js';
import { attendanceFields, conflictFields } from './meeting.fields.js';
import { AttendancesInput, ConflictInput } from './meeting.input.js';
import { MeetingsQueries } from './meetings.queries.js';
import { RecordAttendance } from './record-attendance.js';
import { CaseAskedInput } from './case-asked.input.js';

/** What is recorded on the day: who sits, and who steps out. */
@Controller('meetings/:id')
export class SittingPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly access: AccessQueries,
    private readonly recordAttendance: RecordAttendance,
    private readonly declareConflict: DeclareConflict,
  ) {}

  @Get('attendance')
  @Requires('meeting.run')
  @Render(FORM_PAGE)
  async attendance(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const meeting = await this.opened.open(actor, id, 'meeting.run');
    const seats = await this.queries.seats(id);
    const people = await this.access.holders(meeting.panelAreaId, 'meeting.sit');
    const form = {
      title: 'Who is here?',
      lead: 'Everybody who takes part in the meeting. Whoever is not on this list is not recorded as present.',
      fields: attendanceFields(people),
      values: { attendances: seats.map(({ name: _, ...seat }) => seat) },
      version: meeting.version,
    };
    return { form: formPage({ ...form, submitText: 'Save', back: `/meetings/${id}` }) };
  }

  @Post('attendance')
  @Requires('meeting.run')
  async attend(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AttendancesInput): Promise<string> => {
      await this.recordAttendance.execute(actor, id, input);
      return `/meetings/${id}`;
    };
    const again = () => this.attendance(actor, id);
    const fields = attendanceFields([]);
    await submit(response, { fields, body, input: AttendancesInput, work, again });
  }

  @Get('conflicts')
  @Requires('meeting.sit')
  @Render(FORM_PAGE)
  async conflict(@By() actor: Actor, @Param('id') id: string, @Query() { caseId }: CaseAskedInput): Promise<FormModel> {
    const meeting = await this.opened.open(actor, id, 'meeting.sit');
    const cases = (await this.queries.agenda(actor, id)).filter(({ closed }) => !closed);
    const form = {
      title: 'Record a conflict of interest',
      fields: conflictFields(cases, await this.mayBeConflicted(actor, meeting)),
      values: { caseId, personId: actor.personId },
    };
    return { form: formPage({ ...form, submitText: 'Record', back: `/meetings/${id}` }) };
  }

  @Post('conflicts')
  @Requires('meeting.sit')
  async declare(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ConflictInput): Promise<string> => {
      await this.declareConflict.execute(actor, id, input);
      return `/meetings/${id}`;
    };
    const again = () => this.conflict(actor, id, {});
    const fields = conflictFields([], []);
    await submit(response, { fields, body, input: ConflictInput, work, again });
  }

  /** One's own; whoever runs the meeting records those of others. */
  private async mayBeConflicted(actor: Actor, { panelAreaId }: MeetingFound): Promise<{ id: string; name: string }[]> {
    if (may(actor, 'meeting.run', panelAreaId)) return this.access.holders(panelAreaId, 'conflict.declare');
    return [{ id: actor.personId, name: actor.name }];
  }
}
