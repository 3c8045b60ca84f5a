import { Controller, Get, Param, Render } from '@nestjs/common';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildEligibility } from './child-eligibility.js';
import { eligibilityTable } from './eligibility.view.js';

@Controller('cases/:id/eligibility')
export class EligibilityPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly eligibility: ChildEligibility,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('decisions/views/eligibility')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ELIGIBILITY');
    const shown = eligibilityTable(await this.eligibility.of(actor, found));
    const at = `/cases/${id}`;
    return { title: 'Every disposal for this child', at, back: at, child: caseHead(found, this.clock.today()), shown };
  }
}
