import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { OpenedCases } from './find-case.js';
import { SettlementInput } from './late-news.input.js';
import { LateNewsQueries, type Reopened } from './late-news.queries.js';
import { SettleSection } from './settle-section.js';

@Controller('api/cases/:id/reopened-sections')
export class LateNewsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: LateNewsQueries,
    private readonly settleSection: SettleSection,
  ) {}

  @Get()
  @Requires('case.read')
  async reopened(@By() actor: Actor, @Param('id') id: string): Promise<{ items: Reopened[] }> {
    await this.opened.open(actor, 'case.read', id, 'LATE_NEWS');
    return { items: await this.queries.ofCase(id) };
  }

  @Post(':reopenedId/settlement')
  @HttpCode(200)
  @Requires('case.assess')
  settle(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('reopenedId') reopenedId: string,
    @Body() input: SettlementInput,
  ): Promise<{ section: string }> {
    return this.settleSection.execute(actor, id, reopenedId, input);
  }
}
