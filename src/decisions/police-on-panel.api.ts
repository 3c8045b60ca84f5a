import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { PoliceOnPanel } from './police-on-panel.js';
import type { DecidedSinceLast } from './police-on-panel.queries.js';

@Controller('api/meetings/:id/police-decisions')
export class PoliceOnPanelApi {
  constructor(private readonly policeOnPanel: PoliceOnPanel) {}

  /** What police decided since the meeting before, on whatever meeting it was recommended. */
  @Get()
  @Requires('meeting.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<DecidedSinceLast & { next: null }> {
    const { since, items, settled } = await this.policeOnPanel.open(actor, id);
    return { since, items, settled, next: null };
  }
}
