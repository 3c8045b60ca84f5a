import { Controller, Get, Render } from '@nestjs/common';
import { DisposalQueries } from '../disposals/disposals.queries.js';
import { Clock } from '../platform/clock.js';
import { SignedIn } from '../platform/web/requires.js';
import { rulesPage } from './rules.view.js';

@Controller('rules')
export class RulesPages {
  constructor(
    private readonly disposals: DisposalQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  @Render('desk/views/rules')
  async show(): Promise<object> {
    return rulesPage(await this.disposals.stored(), this.clock.today());
  }
}
