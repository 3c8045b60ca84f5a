import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { preparationFacts } from '../assessments/preparation-facts.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { CaseFound } from '../cases/find-case.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AdjournCase, currentItem } from './adjourn-case.js';
import { ListCase } from './list-case.js';
import { adjournmentFields, listingFields } from './meeting.fields.js';
import { AdjournmentInput, ListingFormInput } from './meeting.input.js';
import { MeetingsQueries } from './meetings.queries.js';
import { overridable } from './overridable.js';

/** A case's way onto an agenda, and off it again. */
@Controller('cases/:id')
export class ListingPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: MeetingsQueries,
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
    return this.forms.show(actor, 'meeting.run', id, 'ADJOURNMENT', async () => ({
      title: 'Adjourn this case',
      lead: 'It leaves this meeting’s agenda and can be listed for another one. Whoever may read the case sees why.',
      fields: adjournmentFields,
      values: { meetingId: (await currentItem(this.read.source, id))?.meetingId },
      submitText: 'Adjourn',
    }));
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
    const fields = adjournmentFields;
    await submit(response, { fields, body, input: AdjournmentInput, work, again, template: CASE_FORM });
  }

  private async liftable(actor: Actor, found: CaseFound) {
    const facts = await preparationFacts(this.read.source, found, actor.personId, this.clock.today());
    return overridable(preparationBlockers(facts, 'LIST'), may(actor, 'gate.override', found.panelAreaId));
  }
}
