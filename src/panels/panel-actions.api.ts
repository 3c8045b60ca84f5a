import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { openByAny } from '../cases/open-by-any.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { AddPanelAction } from './add-panel-action.js';
import { actionsShown, CompletePanelAction, waysToActions } from './complete-panel-action.js';
import { ActionDoneInput, PanelActionInput } from './panel-action.input.js';
import { type PanelActionFound, PanelActionsQueries } from './panel-actions.queries.js';

@Controller('api/cases/:id/panel-actions')
export class PanelActionsApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly queries: PanelActionsQueries,
    private readonly addAction: AddPanelAction,
    private readonly completeAction: CompletePanelAction,
  ) {}

  @Get()
  @SignedIn()
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ items: PanelActionFound[]; next: null }> {
    const { found } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToActions);
    return { items: actionsShown(actor, found, await this.queries.ofCase(id)), next: null };
  }

  @Post()
  @Requires('meeting.run')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: PanelActionInput): Promise<object> {
    return this.addAction.execute(actor, id, input);
  }

  @Post(':actionId/completion')
  @Requires('panel-action.complete')
  @HttpCode(200)
  complete(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('actionId') actionId: string,
    @Body() input: ActionDoneInput,
  ): Promise<object> {
    return this.completeAction.execute(actor, id, actionId, input);
  }
}
