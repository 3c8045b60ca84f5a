import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { listSubject } from '../cases/list-cases.js';
import { openByAny } from '../cases/open-by-any.js';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { AddVictim, ChangeVictim, RecordNoVictim } from './record-victims.js';
import { RecordVictimView } from './record-victim-view.js';
import { NoVictimChangeInput, VictimViewInput } from './victim-view.input.js';
import { VictimChangeInput, VictimInput } from './victim.input.js';
import { type VictimFound, VictimsQueries, type VictimSummary } from './victims.queries.js';
import { type VictimWaiting, WaitingVictims } from './waiting-victims.queries.js';
import { waysToVictims } from './ways-to-victims.js';

type Victims = {
  items: VictimFound[] | VictimSummary[];
  noIdentifiableVictimReason: string | null;
  /** Sent back with that reason, so that none is written over unread. */
  caseVersion: number;
  /** What every victim is to be told of the last review; null where nobody is, or that was done. */
  toTellOfReview: string | null;
};

@Controller('api')
export class VictimsApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly views: Views,
    private readonly queries: VictimsQueries,
    private readonly waitingVictims: WaitingVictims,
    private readonly addVictim: AddVictim,
    private readonly changeVictim: ChangeVictim,
    private readonly recordView: RecordVictimView,
    private readonly recordNoVictim: RecordNoVictim,
  ) {}

  /** Those who speak with victims are given all of it, those who read the case a summary without identity. */
  @Get('cases/:id/victims')
  @SignedIn()
  async victims(@By() actor: Actor, @Param('id') id: string): Promise<Victims> {
    const { by } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToVictims);
    const about = await this.queries.about(id);
    const { noVictimReason: noIdentifiableVictimReason, ofReview: toTellOfReview, caseVersion } = about;
    const items = by === 'victim.read-identity' ? await this.queries.victims(id) : await this.queries.summaries(id);
    return { items, noIdentifiableVictimReason, caseVersion, toTellOfReview };
  }

  @Post('cases/:id/victims')
  @Requires('victim.record')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: VictimInput): Promise<object> {
    return this.addVictim.execute(actor, id, input);
  }

  @Put('cases/:id/victims/:victimId')
  @Requires('victim.record')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: VictimChangeInput,
  ): Promise<object> {
    return this.changeVictim.execute(actor, id, victimId, input);
  }

  @Put('cases/:id/victims/:victimId/view')
  @Requires('victim.record')
  view(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Body() input: VictimViewInput,
  ): Promise<object> {
    return this.recordView.execute(actor, id, victimId, input);
  }

  @Put('cases/:id/no-identifiable-victim')
  @Requires('victim.record')
  noVictim(@By() actor: Actor, @Param('id') id: string, @Body() input: NoVictimChangeInput): Promise<object> {
    return this.recordNoVictim.execute(actor, id, input);
  }

  /** Victims, not cases: who waits, since when, what is next and by when. */
  @Get('victims')
  @Requires('victim.record')
  async waiting(@By() actor: Actor, @Query() input: AreaListInput): Promise<Listed<VictimWaiting>> {
    const page = await this.waitingVictims.of(actor, input);
    const subject = listSubject(actor, input.panelAreaId, 'victim.record');
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: page.items.length });
    return page;
  }
}
