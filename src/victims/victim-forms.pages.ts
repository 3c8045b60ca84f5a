import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AddVictim, ChangeVictim, RecordNoVictim } from './record-victims.js';
import { RecordVictimView } from './record-victim-view.js';
import { changeFields, noVictimFields, victimFields, viewFields } from './victim.fields.js';
import { NoVictimChangeInput, VictimViewInput } from './victim-view.input.js';
import { VictimChangeInput, VictimInput } from './victim.input.js';
import { VICTIM_FORM, VictimForm } from './victim-form.js';
import { identityRows, victimTitle } from './victim.view.js';
import { VictimsQueries } from './victims.queries.js';

@Controller('cases/:id')
export class VictimFormsPages {
  constructor(
    private readonly forms: VictimForm,
    private readonly queries: VictimsQueries,
    private readonly addVictim: AddVictim,
    private readonly changeVictim: ChangeVictim,
    private readonly recordView: RecordVictimView,
    private readonly recordNoVictim: RecordNoVictim,
  ) {}

  @Get('victims/new')
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  newVictim(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.forms.page(actor, id, { title: 'Add a victim', fields: victimFields, submitText: 'Add' });
  }

  @Post('victims/new')
  @Requires('victim.record')
  async add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async (input: VictimInput): Promise<string> => {
      await this.addVictim.execute(actor, id, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.newVictim(actor, id);
    await submit(res, { fields: victimFields, body, input: VictimInput, work, again, template: VICTIM_FORM });
  }

  @Get('no-identifiable-victim')
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  async noVictim(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { noVictimReason, caseVersion: version } = await this.queries.about(id);
    const values = noVictimReason ? { reason: noVictimReason } : {};
    const title = 'No identifiable victim';
    return this.forms.page(actor, id, { title, fields: noVictimFields, values, version });
  }

  @Post('no-identifiable-victim')
  @Requires('victim.record')
  async sayNoVictim(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: NoVictimChangeInput): Promise<string> => {
      await this.recordNoVictim.execute(actor, id, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.noVictim(actor, id);
    await submit(res, { fields: noVictimFields, body, input: NoVictimChangeInput, work, again, template: VICTIM_FORM });
  }

  @Get('victims/:victimId')
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  async victim(@By() actor: Actor, @Param('id') id: string, @Param('victimId') victimId: string): Promise<FormModel> {
    const victim = await this.queries.victim(id, victimId);
    const { version } = victim;
    return this.forms.page(actor, id, { title: victimTitle(victim), fields: changeFields, values: victim, version });
  }

  @Post('victims/:victimId')
  @Requires('victim.record')
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: VictimChangeInput): Promise<string> => {
      await this.changeVictim.execute(actor, id, victimId, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.victim(actor, id, victimId);
    await submit(res, { fields: changeFields, body, input: VictimChangeInput, work, again, template: VICTIM_FORM });
  }

  @Get('victims/:victimId/view')
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  async view(@By() actor: Actor, @Param('id') id: string, @Param('victimId') victimId: string): Promise<FormModel> {
    const victim = await this.queries.victim(id, victimId);
    const { viewVersion: version } = victim;
    const values = victim.viewVersion > 0 ? victim : {};
    const title = `View of ${victimTitle(victim).toLowerCase()}`;
    const model = await this.forms.page(actor, id, { title, fields: viewFields, values, version });
    return { ...model, ...{ rows: identityRows(victim) } };
  }

  @Post('victims/:victimId/view')
  @Requires('victim.record')
  async saveView(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: VictimViewInput): Promise<string> => {
      await this.recordView.execute(actor, id, victimId, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.view(actor, id, victimId);
    await submit(res, { fields: viewFields, body, input: VictimViewInput, work, again, template: VICTIM_FORM });
  }
}
