import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AcceptCase, type CaseAccepted } from './accept-case.js';
import { AllocateCase, type CaseAllocated } from './allocate-case.js';
import { ArrangeCover } from './arrange-cover.js';
import { AcceptanceInput, AllocationInput, ReopeningInput, ReturnToPoliceInput } from './case-moves.input.js';
import { CoverInput } from './cover.input.js';
import { type CoverFound, CoverQueries } from './covers.queries.js';
import type { CaseMoved } from './move-case.js';
import { ReopenCase } from './reopen-case.js';
import { ReturnToPolice } from './return-to-police.js';

@Controller('api')
export class CaseMovesApi {
  constructor(
    private readonly acceptCase: AcceptCase,
    private readonly allocateCase: AllocateCase,
    private readonly returnToPolice: ReturnToPolice,
    private readonly reopenCase: ReopenCase,
    private readonly arrangeCover: ArrangeCover,
    private readonly coverQueries: CoverQueries,
  ) {}

  @Post('cases/:id/acceptance')
  @HttpCode(200)
  @Requires('case.manage')
  accept(@By() actor: Actor, @Param('id') id: string, @Body() input: AcceptanceInput): Promise<CaseAccepted> {
    return this.acceptCase.execute(actor, id, input);
  }

  @Post('cases/:id/allocation')
  @HttpCode(200)
  @Requires('case.manage')
  allocate(@By() actor: Actor, @Param('id') id: string, @Body() input: AllocationInput): Promise<CaseAllocated> {
    return this.allocateCase.execute(actor, id, input);
  }

  @Post('cases/:id/return-to-police')
  @HttpCode(200)
  @Requires('case.return')
  return(@By() actor: Actor, @Param('id') id: string, @Body() input: ReturnToPoliceInput): Promise<CaseMoved> {
    return this.returnToPolice.execute(actor, id, input);
  }

  @Post('cases/:id/reopening')
  @HttpCode(200)
  @Requires('case.manage')
  reopen(@By() actor: Actor, @Param('id') id: string, @Body() input: ReopeningInput): Promise<CaseMoved> {
    return this.reopenCase.execute(actor, id, input);
  }

  @Get('covers')
  @Requires('case.manage')
  async covers(@By() actor: Actor): Promise<{ items: CoverFound[]; next: null }> {
    return { items: await this.coverQueries.covers(actor), next: null };
  }

  @Post('covers')
  @Requires('case.manage')
  cover(@By() actor: Actor, @Body() input: CoverInput): Promise<{ id: string }> {
    return this.arrangeCover.execute(actor, input);
  }
}
