import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { ArrangeCover } from './arrange-cover.js';
import { coverFields } from './case-moves.fields.js';
import { CoverInput } from './cover.input.js';
import { CoverQueries } from './covers.queries.js';

@Controller('covers')
export class CoversPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: CoverQueries,
    private readonly arrangeCover: ArrangeCover,
  ) {}

  @Get()
  @Requires('case.manage')
  @Render('cases/views/covers')
  async covers(@By() actor: Actor): Promise<object> {
    return { title: 'Who covers for whom', covers: await this.queries.covers(actor) };
  }

  @Get('new')
  @Requires('case.manage')
  @Render(FORM_PAGE)
  async newCover(@By() actor: Actor): Promise<FormModel> {
    const ids = areasWhere(actor, 'case.manage');
    const areas = await this.access.panelAreas(ids);
    const holders = await Promise.all(ids.map((id) => this.access.holders(id, 'case.assess')));
    const people = [...new Map(holders.flat().map((person) => [person.id, person])).values()];
    const [only] = areas.length === 1 ? areas : [];
    const form = {
      title: 'Arrange cover',
      lead: 'While somebody is away, whoever covers for them finds their cases among their own work.',
      fields: coverFields(areas, people),
      values: only ? { panelAreaId: only.id } : {},
      submitText: 'Arrange cover',
      back: '/covers',
    };
    return { form: formPage(form) };
  }

  @Post('new')
  @Requires('case.manage')
  async arrange(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: CoverInput): Promise<string> => {
      await this.arrangeCover.execute(actor, input);
      return '/covers';
    };
    const again = () => this.newCover(actor);
    await submit(response, { fields: coverFields([], []), body, input: CoverInput, work, again });
  }
}
