import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DisposalInput, SetAsideInput } from '../children/disposal.input.js';
import { MatchInput, UndoMatchInput } from '../children/match.input.js';
import { ResolutionInput } from '../children/resolution.input.js';
import { type ResolutionFound, ResolutionQueries } from '../children/resolutions.queries.js';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { MatchChildren, UndoMatch } from './match-children.js';
import { type DisposalRecorded, RecordEarlierDisposal } from './record-earlier-disposal.js';
import { type DisposalDecided, SetDisposalAside } from './set-disposal-aside.js';
import { RegisterResolution, type ResolutionRegistered } from './register-resolution.js';

/** What is written about a child's past: it stands among the cases, since it can open a case again. */
@Controller('api')
export class DisposalsApi {
  constructor(
    private readonly resolutions: ResolutionQueries,
    private readonly recordDisposal: RecordEarlierDisposal,
    private readonly setDisposalAside: SetDisposalAside,
    private readonly registerResolution: RegisterResolution,
    private readonly matchChildren: MatchChildren,
    private readonly undoMatch: UndoMatch,
  ) {}

  @Post('children/:id/disposals')
  @Requires('disposal.record')
  record(@By() actor: Actor, @Param('id') id: string, @Body() input: DisposalInput): Promise<DisposalRecorded> {
    return this.recordDisposal.execute(actor, id, input);
  }

  @Post('children/:id/disposals/:disposalId/set-aside')
  @HttpCode(200)
  @Requires('disposal.record')
  setAside(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Body() { reason }: SetAsideInput,
  ): Promise<DisposalDecided> {
    return this.setDisposalAside.execute(actor, id, disposalId, reason, true);
  }

  @Post('children/:id/disposals/:disposalId/set-aside-undo')
  @HttpCode(200)
  @Requires('disposal.record')
  countAgain(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Body() { reason }: SetAsideInput,
  ): Promise<DisposalDecided> {
    return this.setDisposalAside.execute(actor, id, disposalId, reason, false);
  }

  @Post('children/:id/match')
  @Requires('child.match')
  match(@By() actor: Actor, @Param('id') id: string, @Body() input: MatchInput): Promise<{ matchId: string }> {
    return this.matchChildren.execute(actor, id, input);
  }

  @Post('children/:id/match-undo')
  @HttpCode(200)
  @Requires('child.match')
  undo(@By() actor: Actor, @Param('id') id: string, @Body() input: UndoMatchInput): Promise<{ matchId: string }> {
    return this.undoMatch.execute(actor, id, input);
  }

  @Get('police-issued-resolutions')
  @Requires('resolution.register')
  list(@By() actor: Actor, @Query() input: AreaListInput): Promise<Listed<ResolutionFound>> {
    return this.resolutions.list(actor, input);
  }

  @Post('police-issued-resolutions')
  @Requires('resolution.register')
  register(@By() actor: Actor, @Body() input: ResolutionInput): Promise<ResolutionRegistered> {
    return this.registerResolution.execute(actor, input);
  }
}
