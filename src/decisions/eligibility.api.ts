import { Controller, Get, Param } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildEligibility } from './child-eligibility.js';
import type { Eligibility } from './eligibility.js';

@Controller('api/cases/:id/eligibility')
export class EligibilityApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly eligibility: ChildEligibility,
  ) {}

  /** Open, open with a warning or closed, with every reason; in the order of the table, which ranks nothing. */
  @Get()
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Eligibility & { caseId: string }> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ELIGIBILITY');
    return { caseId: id, ...(await this.eligibility.of(actor, found)) };
  }
}
