import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { By, Requires } from '../../platform/web/requires.js';
import { OpenedCases } from '../find-case.js';
import { AcknowledgeOpening } from './acknowledge-opening.js';
import { ChangeRestriction } from './change-restriction.js';
import { type CaseOpened, OpenRestricted } from './open-restricted.js';
import { type CaseRestricted, RestrictCase } from './restrict-case.js';
import {
  AcknowledgementInput,
  NamingInput,
  OpeningInput,
  RemovalInput,
  RestrictionInput,
  RestrictionLiftingInput,
  ReviewInput,
} from './restriction.input.js';
import { type RestrictionFound, RestrictionQueries } from './restriction.queries.js';

@Controller('api')
export class RestrictionApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: RestrictionQueries,
    private readonly restrictCase: RestrictCase,
    private readonly change: ChangeRestriction,
    private readonly openRestricted: OpenRestricted,
    private readonly acknowledgeOpening: AcknowledgeOpening,
  ) {}

  @Get('cases/:id/restriction')
  @Requires('case.restrict')
  async restriction(@By() actor: Actor, @Param('id') id: string): Promise<{ items: RestrictionFound[]; next: null }> {
    await this.opened.open(actor, 'case.restrict', id, 'RESTRICTION');
    return { items: await this.queries.ofCase(id), next: null };
  }

  @Post('cases/:id/restriction')
  @Requires('case.restrict')
  restrict(@By() actor: Actor, @Param('id') id: string, @Body() input: RestrictionInput): Promise<CaseRestricted> {
    return this.restrictCase.execute(actor, id, input);
  }

  @Post('cases/:id/restriction/people')
  @Requires('case.restrict')
  name(@By() actor: Actor, @Param('id') id: string, @Body() input: NamingInput): Promise<CaseRestricted> {
    return this.change.name(actor, id, input);
  }

  @Post('cases/:id/restriction/people/:personId/removal')
  @HttpCode(200)
  @Requires('case.restrict')
  remove(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() input: RemovalInput,
  ): Promise<CaseRestricted> {
    return this.change.remove(actor, id, personId, input);
  }

  @Post('cases/:id/restriction/review')
  @HttpCode(200)
  @Requires('case.restrict')
  review(@By() actor: Actor, @Param('id') id: string, @Body() input: ReviewInput): Promise<CaseRestricted> {
    return this.change.review(actor, id, input);
  }

  @Post('cases/:id/restriction/lifting')
  @HttpCode(200)
  @Requires('case.restrict')
  lift(@By() actor: Actor, @Param('id') id: string, @Body() input: RestrictionLiftingInput): Promise<CaseRestricted> {
    return this.change.lift(actor, id, input);
  }

  @Post('cases/:id/restriction/openings/:openingId/acknowledgement')
  @HttpCode(200)
  @Requires('case.restrict')
  acknowledge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('openingId') openingId: string,
    @Body() input: AcknowledgementInput,
  ): Promise<object> {
    return this.acknowledgeOpening.execute(actor, id, openingId, input);
  }

  @Post('restricted-access')
  @Requires('restricted-case.open')
  open(@By() actor: Actor, @Body() input: OpeningInput): Promise<CaseOpened> {
    return this.openRestricted.execute(actor, input);
  }
}
