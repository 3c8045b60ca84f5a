import { Controller, Get, Param, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { caseHead } from './case-head.view.js';
import { OpenedCases } from './find-case.js';
import { StagesQueries } from './stages.queries.js';
import { stagesPage } from './stages.view.js';

/** How long the case, and its assessment, stood in each stage. */
@Controller('cases/:id/stages')
export class StagesPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: StagesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('cases/views/stages')
  async stages(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'STAGES');
    const today = this.clock.today();
    const page = stagesPage(id, await this.queries.ofCase(id, today));
    return { ...page, child: caseHead(found, today), back: `/cases/${id}/timeline` };
  }
}
