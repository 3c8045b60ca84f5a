import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseAskedInput } from './case-asked.input.js';
import { OpenedMeetings } from './find-meeting.js';
import { noteFields, noteTakenBackFields } from './meeting-plans.fields.js';
import { NoteInput, NoteTakenBackInput } from './meeting-plans.input.js';
import { MeetingsQueries } from './meetings.queries.js';
import { RecordNote, TakeBackNote } from './record-note.js';

/** What those sent who are not at the table, and what of it is taken back. */
@Controller('meetings/:id/notes')
export class NotesPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly queries: MeetingsQueries,
    private readonly recordNote: RecordNote,
    private readonly takeBackNote: TakeBackNote,
  ) {}

  @Get()
  @Requires('meeting.run')
  @Render(FORM_PAGE)
  async note(@By() actor: Actor, @Param('id') id: string, @Query() { caseId }: CaseAskedInput): Promise<FormModel> {
    await this.opened.open(actor, id, 'meeting.run');
    const cases = await this.queries.standing(actor, id);
    const form = { title: 'A note from an agency that is not coming', fields: noteFields(cases) };
    const lead = 'It is read in the meeting. It gives the agency no seat, so it does not count for the quorum.';
    return { form: formPage({ ...form, lead, values: { caseId }, submitText: 'Save', back: `/meetings/${id}` }) };
  }

  @Post()
  @Requires('meeting.run')
  async record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: NoteInput): Promise<string> => {
      await this.recordNote.execute(actor, id, input);
      return `/meetings/${id}`;
    };
    const again = () => this.note(actor, id, {});
    await submit(res, { fields: noteFields([]), body, input: NoteInput, work, again });
  }

  @Get(':noteId/taking-back')
  @Requires('meeting.run')
  @Render(FORM_PAGE)
  async takingBack(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    await this.opened.open(actor, id, 'meeting.run');
    const form = { title: 'Take back a note', fields: noteTakenBackFields, submitText: 'Take back' };
    const lead = 'It is no longer read with the case. That it was there, and why it was taken back, stays on record.';
    return { form: formPage({ ...form, lead, back: `/meetings/${id}` }) };
  }

  @Post(':noteId/taking-back')
  @Requires('meeting.run')
  async takeBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('noteId') noteId: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: NoteTakenBackInput): Promise<string> => {
      await this.takeBackNote.execute(actor, id, noteId, input);
      return `/meetings/${id}`;
    };
    const again = () => this.takingBack(actor, id);
    await submit(res, { fields: noteTakenBackFields, body, input: NoteTakenBackInput, work, again });
  }
}
