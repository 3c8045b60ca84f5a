import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { OpenedCases } from './find-case.js';
import { type StagePassed, StagesQueries } from './stages.queries.js';

@Controller('api/cases/:id/stages')
export class StagesApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: StagesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  async stages(@By() actor: Actor, @Param('id') id: string): Promise<{ items: StagePassed[] }> {
    await this.opened.open(actor, 'case.read', id, 'STAGES');
    return { items: await this.queries.ofCase(id, this.clock.today()) };
  }
}
