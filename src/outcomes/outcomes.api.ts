import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ReasonInput } from '../cases/case-moves.input.js';
import { OpenedCases } from '../cases/find-case.js';
import type { CaseMoved } from '../cases/move-case.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { CloseCase } from './close-case.js';
import { ClosureInput } from './closure.input.js';
import { CompleteDuty, type DutyDone, dutyFrom } from './complete-duty.js';
import { DutyDoneInput } from './delivery.input.js';
import { OutcomeInput } from './outcome.input.js';
import { type DutyFound, type OutcomeFound, OutcomesQueries, type PastDutyFound } from './outcomes.queries.js';
import { type OutcomeRecorded, RecordOutcome } from './record-outcome.js';
import { ReturnToPanel } from './return-to-panel.js';

@Controller('api/cases/:id')
export class OutcomesApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: OutcomesQueries,
    private readonly recordOutcome: RecordOutcome,
    private readonly returnToPanel: ReturnToPanel,
    private readonly closeCase: CloseCase,
    private readonly completeDuty: CompleteDuty,
  ) {}

  @Get('outcome')
  @Requires('case.read')
  async outcome(@By() actor: Actor, @Param('id') id: string): Promise<OutcomeFound> {
    await this.opened.open(actor, 'case.read', id, 'THE_OUTCOME');
    const found = await this.queries.outcome(id);
    if (!found) throw new NotFound();
    return found;
  }

  @Post('outcome')
  @Requires('outcome.record')
  record(@By() actor: Actor, @Param('id') id: string, @Body() input: OutcomeInput): Promise<OutcomeRecorded> {
    return this.recordOutcome.execute(actor, id, input);
  }

  @Post('return-to-panel')
  @HttpCode(200)
  @Requires('outcome.record')
  return(@By() actor: Actor, @Param('id') id: string, @Body() input: ReasonInput): Promise<CaseMoved> {
    return this.returnToPanel.execute(actor, id, input);
  }

  @Post('closure')
  @HttpCode(200)
  @Requires('delivery.record')
  close(@By() actor: Actor, @Param('id') id: string, @Body() input: ClosureInput): Promise<CaseMoved> {
    return this.closeCase.execute(actor, id, input);
  }

  @Get('duties')
  @Requires('case.read')
  async duties(
    @By() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ items: DutyFound[]; past: PastDutyFound[]; next: null }> {
    await this.opened.open(actor, 'case.read', id, 'DUTIES');
    return { items: await this.queries.duties(id), past: await this.queries.pastDuties(id), next: null };
  }

  @Post('duties/:code/done')
  @HttpCode(200)
  @Requires('duty.complete')
  done(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body() input: DutyDoneInput,
  ): Promise<DutyDone> {
    return this.completeDuty.execute(actor, id, dutyFrom(code), input);
  }
}
