import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { Views } from '../platform/trail/views.js';
import type { TrailInput } from './trail.input.js';
import { type TrailItem, TrailQueries } from './trail.queries.js';

/** Shows the trail; that it was looked at is itself in it. */
@Injectable()
export class LookAtTrail {
  constructor(
    private readonly queries: TrailQueries,
    private readonly views: Views,
  ) {}

  async show(actor: Actor, input: TrailInput): Promise<Listed<TrailItem>> {
    const found = await this.queries.entries(actor, input);
    await this.views.looked(actor, { type: 'SERVICE', id: 'SERVICE', panelAreaId: null }, { type: 'TRAIL_VIEWED' });
    return found;
  }
}
