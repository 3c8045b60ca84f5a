import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { ChildRecords } from '../children/child-record.js';
import { childHead } from '../children/child.view.js';
import { resolutionFields } from '../children/disposal.fields.js';
import { ResolutionInput } from '../children/resolution.input.js';
import { resolutionPage, resolutionsPage } from '../children/resolution.view.js';
import { ResolutionQueries } from '../children/resolutions.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { inputFrom } from '../platform/web/form-body.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { CASE_FORM } from './case-form.js';
import { RegisterResolution } from './register-resolution.js';

@Controller('police-issued-resolutions')
export class ResolutionsPages {
  constructor(
    private readonly resolutions: ResolutionQueries,
    private readonly records: ChildRecords,
    private readonly areas: AccessQueries,
    private readonly clock: Clock,
    private readonly registerResolution: RegisterResolution,
  ) {}

  @Get()
  @Requires('resolution.register')
  @Render('children/views/resolutions')
  async list(@By() actor: Actor, @Query() input: AreaListInput): Promise<object> {
    return resolutionsPage(await this.resolutions.list(actor, input), actor, input);
  }

  @Get('new')
  @Requires('resolution.register')
  @Render(CASE_FORM)
  newResolution(@By() actor: Actor, @Query('childId') childId?: string): Promise<FormModel> {
    return this.form(actor, typeof childId === 'string' ? childId : undefined);
  }

  @Post('new')
  @Requires('resolution.register')
  async register(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const { childId } = inputFrom([], body);
    const known = typeof childId === 'string' ? childId : undefined;
    const fields = resolutionFields(await this.areasOf(actor), known !== undefined);
    const work = async (input: ResolutionInput): Promise<string> => {
      const { disposalId, warnings } = await this.registerResolution.execute(actor, input);
      const query = new URLSearchParams(warnings.map(({ code }) => ['warning', code])).toString();
      return `/police-issued-resolutions/${disposalId}${query && '?'}${query}`;
    };
    const again = () => this.form(actor, known);
    await submit(response, { fields, body, input: ResolutionInput, work, again, template: CASE_FORM });
  }

  /** What was registered, what is to be heeded, and who may be the same child. */
  @Get(':id')
  @Requires('resolution.register')
  @Render('children/views/resolution')
  async resolution(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query('warning') warning: string | string[] = [],
  ): Promise<object> {
    const found = await this.resolutions.one(actor, id);
    const seen = await this.records.besides(actor, 'resolution.register', found.childId);
    return resolutionPage({ found, actor, ...seen, warnings: [warning].flat(), today: this.clock.today() });
  }

  private async form(actor: Actor, childId?: string): Promise<FormModel> {
    const areas = await this.areasOf(actor);
    const known = childId ? await this.records.disposals(actor, 'resolution.register', childId) : null;
    const form = formPage({
      title: 'Register a police-issued resolution',
      lead: 'A community resolution that police issued without the panel. It counts among the child’s earlier disposals from now on, and if a case of this child is signed off already, it goes back to preparation.',
      fields: resolutionFields(areas, known !== null),
      values: { childId, panelAreaId: areas.length === 1 ? areas[0]?.id : undefined },
      submitText: 'Register',
      back: '/police-issued-resolutions',
    });
    return { form, ...{ child: known && childHead(known, this.clock.today(), known) } };
  }

  private areasOf(actor: Actor): ReturnType<AccessQueries['panelAreas']> {
    return this.areas.panelAreas(areasWhere(actor, 'resolution.register'));
  }
}
