import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { overridable } from '../panels/overridable.js';
import { agencies } from '../policy/agencies.js';
import { agenciesPresent, openingBlockers } from '../policy/discussion-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { Read } from '../platform/database/read.js';
import type { Field } from '../platform/web/form-fields.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, type FormPage, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { openingFields, pointFields, viewFields } from './discussion.fields.js';
import { AgencyViewInput, DiscussionOpeningInput, PointInput } from './discussion.input.js';
import { type DiscussionShown, discussionShown } from './discussion.view.js';
import { discussionPage } from './discussion-page.view.js';
import { GiveView } from './give-view.js';
import { NotePoint, WithdrawPoint } from './note-point.js';
import { OpenDiscussion } from './open-discussion.js';
import { OpenHearing } from './open-hearing.js';

const VIEWS = 'discussions/views/views';

/** What each agency thinks before it hears the others, then the discussion. It is used in the room, on a phone too. */
@Controller('cases/:id')
export class DiscussionsPages {
  constructor(
    private readonly openHearing: OpenHearing,
    private readonly clock: Clock,
    private readonly giveView: GiveView,
    private readonly openDiscussion: OpenDiscussion,
    private readonly notePoint: NotePoint,
    private readonly withdrawPoint: WithdrawPoint,
    private readonly read: Read,
  ) {}

  private async viewFields(): Promise<Field[]> {
    const today = this.clock.today();
    return viewFields(await disposalBook(this.read.source, today), today);
  }

  @Get('views')
  @Requires('case.read')
  @Render(VIEWS)
  async views(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const hearing = await this.openHearing.open(actor, id);
    const shown = discussionShown(hearing, actor);
    const present = agenciesPresent(hearing.facts);
    const page = discussionPage(shown, caseHead(hearing.found, this.clock.today()));
    return { ...page, form: formOf(shown, await this.viewFields(), present) } as FormModel;
  }

  @Post('views')
  @Requires('agency-view.give')
  async give(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AgencyViewInput): Promise<string> => {
      await this.giveView.execute(actor, id, input);
      return `/cases/${id}/views`;
    };
    const again = () => this.views(actor, id);
    const fields = await this.viewFields();
    await submit(response, { fields, body, input: AgencyViewInput, work, again, template: VIEWS });
  }

  @Get('discussion')
  @Requires('discussion.open')
  @Render(CASE_FORM)
  async toOpen(@By() actor: Actor, @Param('id') id: string): Promise<FormModel & object> {
    const { facts, found } = await this.openHearing.open(actor, id, 'discussion.open');
    const codes = overridable(openingBlockers(facts), may(actor, 'gate.override', found.panelAreaId));
    const form = formPage({
      title: 'Open the discussion',
      lead: 'Everybody who sits on this case then reads the views of all agencies, and no view can be given or changed.',
      ...{ fields: openingFields(codes), submitText: 'Open the discussion', back: `/cases/${id}/views` },
    });
    return { child: caseHead(found, this.clock.today()), form, notes: [] } as FormModel;
  }

  @Post('discussion')
  @Requires('discussion.open')
  async open(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: DiscussionOpeningInput): Promise<string> => {
      await this.openDiscussion.execute(actor, id, input);
      return `/cases/${id}/views`;
    };
    const again = () => this.toOpen(actor, id);
    const fields = openingFields([{ value: '', label: '' }]);
    await submit(response, { fields, body, input: DiscussionOpeningInput, work, again, template: CASE_FORM });
  }

  @Post('discussion/points')
  @Requires('discussion.note')
  async note(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PointInput): Promise<string> => {
      await this.notePoint.execute(actor, id, input);
      return `/cases/${id}/views`;
    };
    const again = () => this.views(actor, id);
    const fields = pointFields(Object.keys(agencies));
    await submit(response, { fields, body, input: PointInput, work, again, template: VIEWS });
  }

  @Post('discussion/points/:pointId/withdrawal')
  @Requires('discussion.note')
  async withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('pointId') pointId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.withdrawPoint.execute(actor, id, pointId);
    response.redirect(303, `/cases/${id}/views`);
  }
}

/** The one thing the reader may write now: their agency’s view, or a point of the discussion. */
function formOf(
  { caseId, own, mayGive, mayNote }: DiscussionShown,
  ofView: readonly Field[],
  present: readonly string[],
): FormPage {
  const at = { title: 'Views and discussion', back: `/cases/${caseId}` };
  if (mayGive) {
    const values = own ? { view: own.view, reason: own.reason } : {};
    const submitText = own ? 'Change our view' : 'Give our view';
    const action = `/cases/${caseId}/views`;
    return formPage({ ...at, fields: ofView, values, version: own?.number ?? 0, submitText, action });
  }
  const fields = mayNote ? pointFields(present) : [];
  return formPage({ ...at, fields, submitText: 'Note this point', action: `/cases/${caseId}/discussion/points` });
}
