import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { headFor } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { openByAny } from '../cases/open-by-any.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { submit } from '../platform/web/form.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { AddPanelAction } from './add-panel-action.js';
import { actionsShown, CompletePanelAction, waysToActions } from './complete-panel-action.js';
import { actionDoneFields, actionQuestions } from './meeting-plans.fields.js';
import { ActionDoneInput, PanelActionInput } from './panel-action.input.js';
import { PanelActionsQueries } from './panel-actions.queries.js';
import { actionsView } from './panel-actions.view.js';

/** What the panel asked of people and agencies in a case. */
@Controller('cases/:id/panel-actions')
export class PanelActionsPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly queries: PanelActionsQueries,
    private readonly access: AccessQueries,
    private readonly clock: Clock,
    private readonly addAction: AddPanelAction,
    private readonly completeAction: CompletePanelAction,
  ) {}

  @Get()
  @SignedIn()
  @Render('panels/views/panel-actions')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { found, by } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToActions);
    const today = this.clock.today();
    const shown = actionsShown(actor, found, await this.queries.ofCase(id));
    return {
      title: 'What the panel asked for',
      child: headFor(actor, found, today),
      back: by === 'case.read' ? `/cases/${id}` : '/',
      actions: actionsView(shown, actor, found, today),
      add: may(actor, 'meeting.run', found.panelAreaId) ? `/cases/${id}/panel-actions/new` : '',
    };
  }

  @Get('new')
  @Requires('meeting.run')
  @Render(CASE_FORM)
  newAction(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'meeting.run', id, 'WHAT_THE_PANEL_ASKED_FOR', async (found) => ({
      title: 'Ask for something to be done',
      fields: actionQuestions(await this.access.holdersOn(found, 'panel-action.complete')),
      submitText: 'Save',
      back: `/cases/${id}/panel-actions`,
    }));
  }

  @Post('new')
  @Requires('meeting.run')
  async add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async (input: PanelActionInput): Promise<string> => {
      await this.addAction.execute(actor, id, input);
      return `/cases/${id}/panel-actions`;
    };
    const again = () => this.newAction(actor, id);
    const fields = actionQuestions([]);
    await submit(res, { fields, body, input: PanelActionInput, work, again, template: CASE_FORM });
  }

  @Get(':actionId/completion')
  @Requires('panel-action.complete')
  @Render(CASE_FORM)
  completion(@By() actor: Actor, @Param('id') id: string, @Param('actionId') actionId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'panel-action.complete', id, 'WHAT_THE_PANEL_ASKED_FOR', async (found) => {
      const asked = actionsShown(actor, found, await this.queries.ofCase(id)).find((one) => one.id === actionId);
      if (!asked) throw new NotFound();
      const child = headFor(actor, found, this.clock.today());
      const form = { title: 'Record it as done', lead: asked.what, fields: actionDoneFields, submitText: 'Done' };
      return { ...form, child, back: `/cases/${id}/panel-actions` };
    });
  }

  @Post(':actionId/completion')
  @Requires('panel-action.complete')
  async complete(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('actionId') actionId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ActionDoneInput): Promise<string> => {
      await this.completeAction.execute(actor, id, actionId, input);
      return `/cases/${id}/panel-actions`;
    };
    const again = () => this.completion(actor, id, actionId);
    const fields = actionDoneFields;
    await submit(response, { fields, body, input: ActionDoneInput, work, again, template: CASE_FORM });
  }
}
