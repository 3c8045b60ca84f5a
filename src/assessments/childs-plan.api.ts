import { Controller, Get, Param } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildsPlanQueries } from './childs-plan.queries.js';

@Controller('api/cases/:id/childs-plan')
export class ChildsPlanApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: ChildsPlanQueries,
  ) {}

  /** The child's own plan, and the look that the child's adjustments ask for. */
  @Get()
  @Requires('case.read')
  async plan(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'CHILDS_PLAN');
    return this.queries.plan(found);
  }
}
