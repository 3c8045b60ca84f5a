import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, SignedIn } from '../platform/web/requires.js';
import { DisposalQueries } from './disposals.queries.js';
import { disposalPage, disposalsPage } from './disposals.view.js';

/** What disposals there are and were, for everybody who is signed in. */
@Controller('disposals')
export class DisposalEditionsPages {
  constructor(
    private readonly queries: DisposalQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  @Render('disposals/views/disposals')
  async list(@By() actor: Actor): Promise<object> {
    return disposalsPage(await this.queries.stored(), this.clock.today(), may(actor, 'disposal.administer'));
  }

  @Get(':code')
  @SignedIn()
  @Render('disposals/views/disposal')
  async show(@By() actor: Actor, @Param('code') code: string): Promise<object> {
    const found = await this.queries.disposal(code);
    return disposalPage(found, this.clock.today(), may(actor, 'disposal.administer'));
  }
}
