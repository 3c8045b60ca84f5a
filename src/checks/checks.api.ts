import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { listSubject } from '../cases/list-cases.js';
import { openByAny } from '../cases/open-by-any.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { Listed } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import { ListInput } from '../platform/web/list.input.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { AgencyCheckInput, AskAgenciesInput, ChaserInput } from './agency-check.input.js';
import { AskAgencies } from './ask-agencies.js';
import { ChaseAgency, type Chased } from './chase-agency.js';
import { type CheckFound, ChecksQueries, type CheckWaiting } from './checks.queries.js';
import { RecordAgencyCheck } from './record-agency-check.js';
import { agencyFrom, shownTo, waysToChecks } from './ways-to-checks.js';

@Controller('api')
export class ChecksApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly queries: ChecksQueries,
    private readonly askAgencies: AskAgencies,
    private readonly recordCheck: RecordAgencyCheck,
    private readonly chaseAgency: ChaseAgency,
  ) {}

  @Get('cases/:id/agency-checks')
  @SignedIn()
  async checks(@By() actor: Actor, @Param('id') id: string): Promise<{ items: CheckFound[] }> {
    const { found } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToChecks);
    return { items: shownTo(actor, found, await this.queries.ofCase(id, this.clock.today())) };
  }

  @Post('cases/:id/agency-checks')
  @Requires('check.request')
  ask(@By() actor: Actor, @Param('id') id: string, @Body() input: AskAgenciesInput): Promise<object> {
    return this.askAgencies.execute(actor, id, input);
  }

  @Put('cases/:id/agency-checks/:agency')
  @Requires('check.answer')
  record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('agency') agency: string,
    @Body() input: AgencyCheckInput,
  ): Promise<object> {
    return this.recordCheck.execute(actor, id, agencyFrom(agency), input);
  }

  @Post('cases/:id/agency-checks/:agency/chasers')
  @Requires('check.request')
  chase(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('agency') agency: string,
    @Body() input: ChaserInput,
  ): Promise<Chased> {
    return this.chaseAgency.execute(actor, id, agencyFrom(agency), input);
  }

  @Get('agency-checks')
  @Requires('check.answer')
  async waiting(@By() actor: Actor, @Query() input: ListInput): Promise<Listed<CheckWaiting>> {
    const page = await this.queries.waiting(actor, input, this.clock.today());
    const subject = listSubject(actor, undefined, 'check.answer');
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: page.items.length });
    return page;
  }
}
