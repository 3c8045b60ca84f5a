import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { type LadderStep, usualLadder } from '../policy/escalation.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { LadderInput } from './escalation.input.js';
import { type LadderFound, ladderOf, laddersOf } from './ladder-of.js';
import { WriteLadder } from './write-ladder.js';

type Ladders = { inForce: readonly LadderStep[]; usual: readonly LadderStep[]; items: LadderFound[]; next: null };

@Controller('api/panel-areas/:id/escalation-ladders')
export class LaddersApi {
  constructor(
    private readonly access: AccessQueries,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly writeLadder: WriteLadder,
  ) {}

  @Get()
  @Requires('area.administer')
  async ladders(@Param('id') id: string): Promise<Ladders> {
    await this.access.panelArea(id);
    const { source } = this.read;
    const inForce = await ladderOf(source, id, this.clock.now());
    return { inForce, usual: usualLadder, items: await laddersOf(source, id), next: null };
  }

  @Post()
  @Requires('area.administer')
  write(@By() actor: Actor, @Param('id') id: string, @Body() input: LadderInput): Promise<{ id: string }> {
    return this.writeLadder.execute(actor, id, input);
  }
}
