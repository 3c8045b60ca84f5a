import { Controller, Get, Param, Render } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { ForTheChild } from '../platform/web/for-the-child.js';
import { By, Requires } from '../platform/web/requires.js';
import { lookClasses } from '../voices/childs-form.view.js';
import { ChildsPlanQueries } from './childs-plan.queries.js';

/** The child's own plan, for the child to keep. */
@Controller('cases/:id/childs-plan')
export class ChildsPlanPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: ChildsPlanQueries,
  ) {}

  @Get('paper')
  @Requires('case.read')
  @ForTheChild()
  @Render('assessments/views/childs-plan-paper')
  async paper(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'CHILDS_PLAN');
    const plan = await this.queries.plan(found);
    return {
      ...{ ...plan, title: 'My plan', givenName: found.givenName },
      ...{ bodyClasses: lookClasses(plan.look), workersPage: `/cases/${id}/assessment` },
    };
  }
}
