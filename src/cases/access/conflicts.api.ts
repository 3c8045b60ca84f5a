import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { By, Requires } from '../../platform/web/requires.js';
import { OpenedCases } from '../find-case.js';
import { CaseConflictInput, LiftingInput } from './conflict.input.js';
import { type ConflictOfCase, ConflictsQueries } from './conflicts.queries.js';
import { LiftConflict } from './lift-conflict.js';
import { StepOut } from './step-out.js';

@Controller('api/cases/:id/conflicts')
export class ConflictsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: ConflictsQueries,
    private readonly stepOut: StepOut,
    private readonly liftConflict: LiftConflict,
  ) {}

  @Get()
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ items: ConflictOfCase[]; next: null }> {
    await this.opened.open(actor, 'case.read', id, 'CONFLICTS');
    return { items: await this.queries.ofCase(id), next: null };
  }

  @Post()
  @Requires('conflict.declare')
  declare(@By() actor: Actor, @Param('id') id: string, @Body() input: CaseConflictInput): Promise<object> {
    return this.stepOut.execute(actor, id, input);
  }

  @Post(':conflictId/lifting')
  @HttpCode(200)
  @Requires('conflict.lift')
  lift(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('conflictId') conflictId: string,
    @Body() input: LiftingInput,
  ): Promise<object> {
    return this.liftConflict.execute(actor, id, conflictId, input);
  }
}
