import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { caseHead } from './case-head.view.js';
import { OpenedCases } from './find-case.js';
import { TimelineInput } from './timeline.input.js';
import { TimelineQueries } from './timeline.queries.js';
import { timelinePage } from './timeline.view.js';

@Controller('cases/:id/timeline')
export class TimelinePages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: TimelineQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('cases/views/timeline')
  async timeline(@By() actor: Actor, @Param('id') id: string, @Query() input: TimelineInput): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'TIMELINE');
    const page = timelinePage(id, input, await this.queries.timeline(actor, id, input));
    return { ...page, child: caseHead(found, this.clock.today()), back: `/cases/${id}` };
  }
}
