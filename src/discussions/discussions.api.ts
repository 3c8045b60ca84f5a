import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AgencyViewInput, DiscussionOpeningInput, PointInput } from './discussion.input.js';
import { type DiscussionShown, discussionShown } from './discussion.view.js';
import { GiveView, type ViewGiven } from './give-view.js';
import { NotePoint, WithdrawPoint } from './note-point.js';
import { type DiscussionOpened, OpenDiscussion } from './open-discussion.js';
import { OpenHearing } from './open-hearing.js';

/** Views of the agencies before the discussion, its opening and its points. */
@Controller('api/cases/:id')
export class DiscussionsApi {
  constructor(
    private readonly openHearing: OpenHearing,
    private readonly giveView: GiveView,
    private readonly openDiscussion: OpenDiscussion,
    private readonly notePoint: NotePoint,
    private readonly withdrawPoint: WithdrawPoint,
  ) {}

  /** What the reader may read: before the discussion is open, their own agency’s view and how many have answered. */
  @Get('views')
  @Requires('case.read')
  async views(@By() actor: Actor, @Param('id') id: string): Promise<DiscussionShown> {
    return discussionShown(await this.openHearing.open(actor, id), actor);
  }

  /** The view of the agency for which the sender sits; again, its next version. */
  @Post('views')
  @Requires('agency-view.give')
  give(@By() actor: Actor, @Param('id') id: string, @Body() input: AgencyViewInput): Promise<ViewGiven> {
    return this.giveView.execute(actor, id, input);
  }

  @Post('discussion')
  @Requires('discussion.open')
  open(@By() actor: Actor, @Param('id') id: string, @Body() input: DiscussionOpeningInput): Promise<DiscussionOpened> {
    return this.openDiscussion.execute(actor, id, input);
  }

  @Post('discussion/points')
  @Requires('discussion.note')
  note(@By() actor: Actor, @Param('id') id: string, @Body() input: PointInput): Promise<{ id: string }> {
    return this.notePoint.execute(actor, id, input);
  }

  @Post('discussion/points/:pointId/withdrawal')
  @Requires('discussion.note')
  @HttpCode(200)
  withdraw(@By() actor: Actor, @Param('id') id: string, @Param('pointId') pointId: string): Promise<{ id: string }> {
    return this.withdrawPoint.execute(actor, id, pointId);
  }
}
