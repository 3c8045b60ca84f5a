import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { checklistOf } from './checklist-held.js';
import type { ItemHeld } from './checklist-held.view.js';
import { ProsecutorAnswerInput, ProsecutorReferralInput } from './prosecutor.input.js';
import { type ProsecutorReferralFound, prosecutorReferralsOf } from './prosecutor.queries.js';
import { type ProsecutorAnswered, RecordProsecutorAnswer } from './record-prosecutor-answer.js';
import { type ReferredToProsecutor, ReferToProsecutor } from './refer-to-prosecutor.js';

@Controller('api/cases/:id/prosecutor')
export class ProsecutorApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly refer: ReferToProsecutor,
    private readonly recordAnswer: RecordProsecutorAnswer,
  ) {}

  /** Referrals of the case to the Crown Prosecution Service with their checklists and answers, the latest first. */
  @Get()
  @Requires('case.read')
  async referrals(
    @By() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ items: ProsecutorReferralFound[]; next: null }> {
    await this.opened.open(actor, 'case.read', id, 'THE_PROSECUTOR');
    return { items: await prosecutorReferralsOf(this.read.source, id), next: null };
  }

  /** What the case holds of each item of the checklist, and where it stands; nothing is answered by it. */
  @Get('checklist')
  @Requires('prosecutor.refer')
  async checklist(@By() actor: Actor, @Param('id') id: string): Promise<{ items: ItemHeld[]; next: null }> {
    const found = await this.opened.open(actor, 'prosecutor.refer', id, 'THE_PROSECUTOR');
    return { items: await checklistOf(this.read.source, found, this.clock.today()), next: null };
  }

  @Post()
  @Requires('prosecutor.refer')
  send(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: ProsecutorReferralInput,
  ): Promise<ReferredToProsecutor> {
    return this.refer.execute(actor, id, input);
  }

  /** What was answered to the referral that is open. */
  @Post('answers')
  @Requires('prosecutor.refer')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: ProsecutorAnswerInput,
  ): Promise<ProsecutorAnswered> {
    return this.recordAnswer.execute(actor, id, input);
  }
}
