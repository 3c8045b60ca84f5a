import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { InterventionChangeInput, InterventionInput } from './intervention.input.js';
import { type InterventionFound, InterventionsQueries } from './interventions.queries.js';
import { WriteIntervention } from './write-intervention.js';

@Controller('api')
export class InterventionsApi {
  constructor(
    private readonly queries: InterventionsQueries,
    private readonly write: WriteIntervention,
  ) {}

  /** For whoever administers areas, and whoever plans deliveries in this one. */
  @Get('panel-areas/:id/interventions')
  @SignedIn()
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ items: InterventionFound[]; next: null }> {
    if (!may(actor, 'area.administer') && !may(actor, 'delivery.record', id)) throw new NotFound();
    return { items: await this.queries.ofArea(id), next: null };
  }

  @Post('panel-areas/:id/interventions')
  @Requires('area.administer')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: InterventionInput): Promise<{ id: string }> {
    return this.write.add(actor, id, input);
  }

  @Put('interventions/:id')
  @Requires('area.administer')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: InterventionChangeInput,
  ): Promise<{ version: number }> {
    return this.write.change(actor, id, input);
  }
}
