import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { OpenPages } from '../access/open-pages.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AskReadiness } from './readiness.js';
import { ReadinessInput } from './readiness.input.js';
import { readinessPage } from './readiness.view.js';

@Controller('cases/:id/readiness')
export class ReadinessPages {
  constructor(
    private readonly readiness: AskReadiness,
    private readonly openPages: OpenPages,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('desk/views/readiness')
  async show(@By() actor: Actor, @Param('id') id: string, @Query() input: ReadinessInput): Promise<object> {
    const found = await this.readiness.of(actor, id, input.for);
    return readinessPage(found, (page) => this.openPages.leadsTo(actor, page, found.found.panelAreaId));
  }
}
