import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { By, Requires } from '../platform/web/requires.js';
import { LookAtTrail } from './look-at-trail.js';
import { TrailInput } from './trail.input.js';
import type { TrailItem } from './trail.queries.js';

@Controller('api/trail')
export class TrailApi {
  constructor(private readonly look: LookAtTrail) {}

  @Get()
  @Requires('trail.read')
  show(@By() actor: Actor, @Query() input: TrailInput): Promise<Listed<TrailItem>> {
    return this.look.show(actor, input);
  }
}
