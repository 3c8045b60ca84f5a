import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenedCases } from '../cases/find-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, type FormOptions, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AddVictim, ChangeVictim, RecordNoVictim } from './record-victims.js';
import { RecordVictimView } from './record-victim-view.js';
import { noVictimFields, victimFields, viewFields } from './victim.fields.js';
import { NoVictimInput, VictimViewInput } from './victim-view.input.js';
import { VictimChangeInput, VictimInput } from './victim.input.js';
import { headFor, identityRows, victimTitle } from './victim.view.js';
import { VictimsQueries } from './victims.queries.js';

const FORM = 'victims/views/victim-form';

@Controller('cases/:id')
export class VictimFormsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly queries: VictimsQueries,
    private readonly addVictim: AddVictim,
    private readonly changeVictim: ChangeVictim,
    private readonly recordView: RecordVictimView,
    private readonly recordNoVictim: RecordNoVictim,
  ) {}

  @Get('victims/new')
  @Requires('victim.record')
  @Render(FORM)
  newVictim(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.form(actor, id, { title: 'Add a victim', fields: victimFields, submitText: 'Add' });
  }

  @Post('victims/new')
  @Requires('victim.record')
  async add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async (input: VictimInput): Promise<string> => {
      await this.addVictim.execute(actor, id, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.newVictim(actor, id);
    await submit(res, { fields: victimFields, body, input: VictimInput, work, again, template: FORM });
  }

  @Get('no-identifiable-victim')
  @Requires('victim.record')
  @Render(FORM)
  async noVictim(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { noVictimReason } = await this.queries.about(id);
    const values = noVictimReason ? { reason: noVictimReason } : {};
    return this.form(actor, id, { title: 'No identifiable victim', fields: noVictimFields, values });
  }

  @Post('no-identifiable-victim')
  @Requires('victim.record')
  async sayNoVictim(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: NoVictimInput): Promise<string> => {
      await this.recordNoVictim.execute(actor, id, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.noVictim(actor, id);
    await submit(res, { fields: noVictimFields, body, input: NoVictimInput, work, again, template: FORM });
  }

  @Get('victims/:victimId')
  @Requires('victim.record')
  @Render(FORM)
  async victim(@By() actor: Actor, @Param('id') id: string, @Param('victimId') victimId: string): Promise<FormModel> {
    const victim = await this.queries.victim(id, victimId);
    const { version } = victim;
    return this.form(actor, id, { title: victimTitle(victim), fields: victimFields, values: victim, version });
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
    await submit(res, { fields: victimFields, body, input: VictimChangeInput, work, again, template: FORM });
  }

  @Get('victims/:victimId/view')
  @Requires('victim.record')
  @Render(FORM)
  async view(@By() actor: Actor, @Param('id') id: string, @Param('victimId') victimId: string): Promise<FormModel> {
    const victim = await this.queries.victim(id, victimId);
    const { viewVersion: version } = victim;
    const values = victim.viewVersion > 0 ? victim : {};
    const title = `View of ${victimTitle(victim).toLowerCase()}`;
    const model = await this.form(actor, id, { title, fields: viewFields, values, version });
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
    await submit(res, { fields: viewFields, body, input: VictimViewInput, work, again, template: FORM });
  }

  /** A form about a case: the case is opened, and who looked recorded, before anything of it is shown. */
  private async form(actor: Actor, id: string, options: FormOptions): Promise<FormModel> {
    const found = await this.opened.open(actor, 'victim.record', id, 'VICTIMS');
    const about = await this.queries.about(id);
    const child = headFor(actor, found, this.clock.today());
    const back = `/cases/${id}/victims`;
    const form = formPage({
      ...{ caption: found.reference, submitText: 'Save', back, ...options },
      lead: signedOffLead(found, options.lead),
    });
    return { form, ...{ child, about } };
  }
}
