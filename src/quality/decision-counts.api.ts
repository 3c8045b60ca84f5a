import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { DecisionCountsReport, type DecisionsReported } from './decision-counts.report.js';
import { MeetingsInput } from './meetings.input.js';

@Controller('api/decision-counts')
export class DecisionCountsApi {
  constructor(private readonly report: DecisionCountsReport) {}

  /** By panel area: dissent, escalation, police decisions that differ with their reasons, and what was put right. */
  @Get()
  @Requires('audit.read')
  counts(@By() actor: Actor, @Query() input: MeetingsInput): Promise<DecisionsReported> {
    return this.report.of(actor, input);
  }
}
