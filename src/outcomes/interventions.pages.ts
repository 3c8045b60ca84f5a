import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { interventionChangeFields, interventionFields } from './intervention.fields.js';
import { InterventionChangeInput, InterventionInput } from './intervention.input.js';
import { InterventionsQueries } from './interventions.queries.js';
import { WriteIntervention } from './write-intervention.js';

const LIST = 'outcomes/views/interventions';
const listOf = (areaId: string): string => `/panel-areas/${areaId}/interventions`;

@Controller()
export class InterventionsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: InterventionsQueries,
    private readonly write: WriteIntervention,
  ) {}

  @Get('panel-areas/:id/interventions')
  @Requires('area.administer')
  @Render(LIST)
  async list(@Param('id') id: string): Promise<FormModel> {
    const { name } = await this.access.panelArea(id);
    const interventions = await this.queries.ofArea(id);
    const form = formPage({
      ...{ title: 'Interventions and their providers', caption: name, fields: interventionFields, submitText: 'Add' },
      ...{ lead: 'What may be chosen when a delivery is planned in this area.', back: '/panel-areas' },
    });
    return { form, interventions } as FormModel;
  }

  @Post('panel-areas/:id/interventions')
  @Requires('area.administer')
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: InterventionInput): Promise<string> => {
      await this.write.add(actor, id, input);
      return listOf(id);
    };
    const again = () => this.list(id);
    await submit(response, { fields: interventionFields, body, input: InterventionInput, work, again, template: LIST });
  }

  @Get('interventions/:id')
  @Requires('area.administer')
  @Render(FORM_PAGE)
  async page(@Param('id') id: string): Promise<FormModel> {
    const { name, provider, ended, version, panelAreaId } = await this.queries.one(id);
    const values = { name, provider, ended: ended ? 'YES' : 'NO' };
    const form = { title: name, fields: interventionChangeFields, values, version, submitText: 'Save' };
    return { form: formPage({ ...form, back: listOf(panelAreaId) }) };
  }

  @Post('interventions/:id')
  @Requires('area.administer')
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: InterventionChangeInput): Promise<string> => {
      await this.write.change(actor, id, input);
      return listOf((await this.queries.one(id)).panelAreaId);
    };
    const again = () => this.page(id);
    await submit(response, { fields: interventionChangeFields, body, input: InterventionChangeInput, work, again });
  }
}
