import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { CaseFound } from '../cases/find-case.js';
import { blocker } from '../policy/gate.js';
import type { Option } from '../policy/questions/question-set.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AdjournCase } from './adjourn-case.js';
import { ListCase } from './list-case.js';
import { adjournedUntil, listingShut } from './listing.js';
import { adjournmentFields, listingFields } from './meeting.fields.js';
import { AdjournmentInput, ListingFormInput } from './meeting.input.js';
import { currentItem, MeetingsQueries } from './meetings.queries.js';
import { overridable } from './overridable.js';

/** A case's way onto an agenda, and off it again. */
@Controller('cases/:id')
export class ListingPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: MeetingsQueries,
    private readonly access: AccessQueries,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly listCase: ListCase,
    private readonly adjournCase: AdjournCase,
  ) {}

  @Get('listing')
  @Requires('meeting.arrange')
  @Render(CASE_FORM)
  listing(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'meeting.arrange', id, 'LISTING', async (found) => {
      const coming = await this.queries.coming(found.panelAreaId, this.clock.today());
      const none = 'No meeting is to come in this panel area. Arrange one under Meetings first.';
      return {
        title: 'List for a meeting',
        lead: coming.length > 0 ? 'The preparation is checked once more when the case is listed.' : none,
        fields: listingFields(coming, await this.liftable(actor, found)),
        submitText: 'List',
      };
    });
  }

  @Post('listing')
  @Requires('meeting.arrange')
  async list(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async ({ meetingId, ...input }: ListingFormInput): Promise<string> => {
      await this.listCase.execute(actor, meetingId, { caseId: id, ...input });
      return `/meetings/${meetingId}`;
    };
    const fields = listingFields([], [{ value: '', label: '' }]);
    const again = () => this.listing(actor, id);
    await submit(response, { fields, body, input: ListingFormInput, work, again, template: CASE_FORM });
  }

  @Get('adjournment')
  @Requires('meeting.run')
  @Render(CASE_FORM)
  adjournment(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'meeting.run', id, 'ADJOURNMENT', async (found) => {
      const meetingId = (await currentItem(this.read.source, id))?.meetingId;
      const coming = await this.queries.coming(found.panelAreaId, this.clock.today());
      const people = await this.access.holdersOn(found, 'panel-action.complete');
      return {
        title: 'Adjourn this case',
        lead: 'It leaves this meeting’s agenda and can be listed for another one. Whoever may read the case sees why.',
        fields: adjournmentFields(
          coming.filter((meeting) => meeting.id !== meetingId && meeting.startsAt > this.clock.now()),
          people,
        ),
        values: { meetingId, returnTo: 'NEXT' },
        submitText: 'Adjourn',
      };
    });
  }

  @Post('adjournment')
  @Requires('meeting.run')
  async adjourn(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AdjournmentInput): Promise<string> => {
      await this.adjournCase.execute(actor, id, input);
      return `/meetings/${input.meetingId}`;
    };
    const again = () => this.adjournment(actor, id);
    const fields = adjournmentFields([], []);
    await submit(response, { fields, body, input: AdjournmentInput, work, again, template: CASE_FORM });
  }

  /** Of the case, and of whatever meeting is chosen: which of them is full or closed is not known before. */
  private async liftable(actor: Actor, found: CaseFound): Promise<Option[]> {
    const when = { actorId: actor.personId, today: this.clock.today(), now: this.clock.now() };
    const shut = await listingShut(this.read.source, found, null, when);
    const until = await adjournedUntil(this.read.source, found.id, when.today);
    const codes = ['MEETING_FULL', 'LISTED_LATE', ...(until ? ['LISTED_BEFORE_ITS_DAY' as const] : [])] as const;
    const ofMeeting = codes.map((code) => blocker(code, '/meetings'));
    return overridable([...shut, ...ofMeeting], may(actor, 'gate.override', found.panelAreaId));
  }
}
