import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { firstChecks, panelReasons } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { OpenedCases } from './find-case.js';
import { RecordFirstCheck } from './record-first-check.js';
import { FirstCheckInput } from './routing.input.js';
import { RoutingQueries } from './routing.queries.js';

@Controller('api/cases/:id/routing')
export class RoutingApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: RoutingQueries,
    private readonly recordFirstCheck: RecordFirstCheck,
  ) {}

  /** Why local rules send the case to the panel, what is to be looked at first, and what was. */
  @Get()
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, 'case.read', id, 'ROUTING');
    const facts = await this.queries.facts(actor, id);
    return {
      ...{ panelReasons: panelReasons(facts), firstChecks: firstChecks(facts) },
      ...{ goesToPanel: facts.goesToPanel, borderlineScores: facts.borderlineScores },
      checked: await this.queries.checked(id),
    };
  }

  @Post()
  @Requires('case.assess')
  check(@By() actor: Actor, @Param('id') id: string, @Body() input: FirstCheckInput): Promise<{ id: string }> {
    return this.recordFirstCheck.execute(actor, id, input);
  }
}
