import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Blocker } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AskReadiness } from './readiness.js';
import { type ReadinessFor, ReadinessInput } from './readiness.input.js';

@Controller('api/cases/:id/readiness')
export class ReadinessApi {
  constructor(private readonly readiness: AskReadiness) {}

  @Get()
  @Requires('case.read')
  async show(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() input: ReadinessInput,
  ): Promise<{ for: ReadinessFor; blockers: readonly Blocker[] }> {
    const { asked, blockers } = await this.readiness.of(actor, id, input.for);
    return { for: asked, blockers };
  }
}
