import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** Who was recorded as sitting at a meeting before the list was written anew. */
export class AttendancesBefore1700000058000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table attendances_before (
      id text not null primary key, "meetingId" text not null references meetings (id), seats text not null,
      reason text, "replacedBy" text not null references people (id), "replacedAt" text not null)`);
    await runner.query(`create index attendances_before_by_meeting on attendances_before ("meetingId", id)`);
    await refuseChange(runner, 'attendances_before');
  }
}

/** A note from an agency that was put on the wrong case, or wrongly, and was taken back with a reason. */
export class NotesTakenBack1700000058100 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table contributor_notes_taken_back (
      "noteId" text not null primary key references contributor_notes (id), reason text not null,
      "takenBackBy" text not null references people (id), "takenBackAt" text not null)`);
    await refuseChange(runner, 'contributor_notes_taken_back');
  }
}

/** Reasons given for arranging a meeting although another is at the same time, or on a bank holiday. */
export class MeetingReasons1700000058200 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table meetings add column overrides text');
  }
}
