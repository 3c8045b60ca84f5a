import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { ethnicityStanding } from '../children/ethnicity-standing.js';
import { ethnicityBody, ethnicityRecord } from '../children/ethnicity.view.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { AnalyseResponse } from './analyse-response.js';
import { AssessmentsQueries, type EarlierFound } from './assessments.queries.js';
import { DisposalCheckInput, ResponseInput } from './earlier-disposals.input.js';
import { IdentityInput } from './identity.input.js';
import { RecordDisposalCheck } from './record-disposal-check.js';
import { RecordIdentity } from './record-identity.js';

type Done = { version: number };

/** Who the child is, and what the child had before. */
@Controller('api/cases/:id')
export class ChildBeforeApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: AssessmentsQueries,
    private readonly clock: Clock,
    private readonly recordIdentity: RecordIdentity,
    private readonly analyseResponse: AnalyseResponse,
    private readonly recordCheck: RecordDisposalCheck,
  ) {}

  @Get('identity')
  @Requires('case.read')
  async identity(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'IDENTITY');
    const [kept, history] = await Promise.all([this.queries.identity(id), this.queries.ethnicities(found)]);
    const standing = ethnicityStanding(history);
    return {
      ethnicity: standing && ethnicityBody(standing),
      history: history.map((said) => ethnicityRecord(said)),
      ...{ consideration: kept?.consideration ?? null, version: kept?.version ?? 0 },
    };
  }

  @Put('identity')
  @Requires('case.assess')
  consider(@By() actor: Actor, @Param('id') id: string, @Body() input: IdentityInput): Promise<Done> {
    return this.recordIdentity.execute(actor, id, input);
  }

  @Get('earlier-disposals')
  @Requires('case.read')
  async earlier(@By() actor: Actor, @Param('id') id: string): Promise<EarlierFound> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_DISPOSALS');
    return this.queries.earlier(found, this.clock.today());
  }

  @Post('earlier-disposals/check')
  @HttpCode(200)
  @Requires('case.assess')
  check(@By() actor: Actor, @Param('id') id: string, @Body() input: DisposalCheckInput): Promise<Done> {
    return this.recordCheck.execute(actor, id, input);
  }

  @Put('earlier-disposals/:disposalId/response')
  @Requires('case.assess')
  analyse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Body() input: ResponseInput,
  ): Promise<Done> {
    return this.analyseResponse.execute(actor, id, disposalId, input);
  }
}
