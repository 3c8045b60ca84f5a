import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AskReadiness } from './readiness.js';
import { ReadinessInput } from './readiness.input.js';
import { readinessPage } from './readiness.view.js';

@Controller('cases/:id/readiness')
export class ReadinessPages {
  constructor(private readonly readiness: AskReadiness) {}

  @Get()
  @Requires('case.read')
  @Render('desk/views/readiness')
  async show(@By() actor: Actor, @Param('id') id: string, @Query() input: ReadinessInput): Promise<object> {
    return readinessPage(await this.readiness.of(actor, id, input.for));
  }
}
