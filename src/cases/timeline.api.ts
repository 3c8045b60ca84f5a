import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { By, Requires } from '../platform/web/requires.js';
import { OpenedCases } from './find-case.js';
import { TimelineInput } from './timeline.input.js';
import { type TimelineItem, TimelineQueries } from './timeline.queries.js';

@Controller('api/cases/:id/timeline')
export class TimelineApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: TimelineQueries,
  ) {}

  @Get()
  @Requires('case.read')
  async timeline(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() input: TimelineInput,
  ): Promise<Listed<TimelineItem>> {
    await this.opened.open(actor, 'case.read', id, 'TIMELINE');
    return this.queries.timeline(actor, id, input);
  }
}
