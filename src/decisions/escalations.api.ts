import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AcknowledgeEscalation, type EscalationAcknowledged } from './acknowledge-escalation.js';
import { type CaseEscalated, EscalateCase } from './escalate-case.js';
import {
  EscalationAcknowledgementInput,
  EscalationInput,
  SeniorNamingInput,
  SeniorViewInput,
} from './escalation.input.js';
import { EscalationPages } from './escalation-pages.js';
import type { SeenEscalation } from './escalations.view.js';
import { GiveSeniorView, type SeniorViewGiven } from './give-senior-view.js';
import { NameSenior, type SeniorNamed } from './name-senior.js';

@Controller('api/cases/:id/escalation')
export class EscalationsApi {
  constructor(
    private readonly pages: EscalationPages,
    private readonly escalateCase: EscalateCase,
    private readonly giveSeniorView: GiveSeniorView,
    private readonly nameSenior: NameSenior,
    private readonly acknowledgeEscalation: AcknowledgeEscalation,
  ) {}

  /** The latest first. What one senior of an open step said is not shown before the other has answered. */
  @Get()
  @Requires('case.read')
  async escalations(@By() actor: Actor, @Param('id') id: string): Promise<{ items: SeenEscalation[] }> {
    return { items: await this.pages.seen(actor, id) };
  }

  @Post()
  @Requires('case.escalate')
  escalate(@By() actor: Actor, @Param('id') id: string, @Body() input: EscalationInput): Promise<CaseEscalated> {
    return this.escalateCase.execute(actor, id, input);
  }

  /** Who is asked in the step under way, where nobody is named or a senior is away. */
  @Post('seniors')
  @Requires('escalation.name-senior')
  nameOne(@By() actor: Actor, @Param('id') id: string, @Body() input: SeniorNamingInput): Promise<SeniorNamed> {
    return this.nameSenior.execute(actor, id, input);
  }

  @Post('views')
  @Requires('escalation.settle')
  answer(@By() actor: Actor, @Param('id') id: string, @Body() input: SeniorViewInput): Promise<SeniorViewGiven> {
    return this.giveSeniorView.execute(actor, id, input);
  }

  @Post('acknowledgement')
  @HttpCode(200)
  @Requires('escalation.acknowledge')
  acknowledge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: EscalationAcknowledgementInput,
  ): Promise<EscalationAcknowledged> {
    return this.acknowledgeEscalation.execute(actor, id, input);
  }
}
