import { Controller, Get, Param, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { PoliceOnPanel, policeOnPanelPage } from './police-on-panel.js';

@Controller('meetings/:id/police-decisions')
export class PoliceOnPanelPages {
  constructor(private readonly policeOnPanel: PoliceOnPanel) {}

  @Get()
  @Requires('meeting.read')
  @Render('decisions/views/police-on-panel')
  async page(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return policeOnPanelPage(await this.policeOnPanel.open(actor, id), id);
  }
}
