import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { MeetingsInput } from './meetings.input.js';
import { type DeparturesReported, GravityDeparturesReport } from './gravity-departures.report.js';

@Controller('api/gravity-departures')
export class GravityDeparturesApi {
  constructor(private readonly report: GravityDeparturesReport) {}

  /** By panel area: how many recommendations were more severe, less severe or otherwise than the score points to. */
  @Get()
  @Requires('audit.read')
  counts(@By() actor: Actor, @Query() input: MeetingsInput): Promise<DeparturesReported> {
    return this.report.of(actor, input);
  }
}
