import { Controller, Get } from '@nestjs/common';
import { DisposalQueries } from '../disposals/disposals.queries.js';
import { Clock } from '../platform/clock.js';
import { SignedIn } from '../platform/web/requires.js';
import { rulesBody } from './rules.view.js';

@Controller('api/rules')
export class RulesApi {
  constructor(
    private readonly disposals: DisposalQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  async show(): Promise<object> {
    return rulesBody(await this.disposals.stored(), this.clock.today());
  }
}
