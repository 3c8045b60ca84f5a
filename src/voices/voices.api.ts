import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ApproveVoice } from './approve-voice.js';
import { LogAttempt } from './log-attempt.js';
import { RecordVoice } from './record-voice.js';
import { speakerNamed } from './speaker-named.js';
import { VoiceAttemptInput } from './voice-attempt.input.js';
import { ApprovalInput, VoiceInput } from './voice.input.js';
import { VoicesQueries } from './voices.queries.js';

@Controller('api/cases/:id')
export class VoicesApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: VoicesQueries,
    private readonly recordVoice: RecordVoice,
    private readonly approveVoice: ApproveVoice,
    private readonly logAttempt: LogAttempt,
  ) {}

  @Get('voices/:who')
  @Requires('case.read')
  async voice(@By() actor: Actor, @Param('id') id: string, @Param('who') name: string): Promise<object> {
    const who = speakerNamed(name);
    await this.opened.open(actor, 'case.read', id, `${who}_VOICE`);
    // Nothing is stored yet: version 0 is what the first write was shown.
    return (await this.queries.voice(id, who)) ?? { who, version: 0 };
  }

  @Put('voices/:who')
  @Requires('case.assess')
  hear(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') who: string,
    @Body() input: VoiceInput,
  ): Promise<{ version: number }> {
    return this.recordVoice.execute(actor, id, who, input);
  }

  @Get('voices/:who/attempts')
  @Requires('case.read')
  async attempts(@By() actor: Actor, @Param('id') id: string, @Param('who') name: string): Promise<object> {
    const who = speakerNamed(name);
    await this.opened.open(actor, 'case.read', id, `${who}_VOICE`);
    return { items: await this.queries.attempts(id, who), next: null };
  }

  @Post('voices/:who/attempts')
  @Requires('case.assess')
  attempt(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') who: string,
    @Body() input: VoiceAttemptInput,
  ): Promise<{ id: string }> {
    return this.logAttempt.execute(actor, id, who, input);
  }

  @Post('voices/:who/approval')
  @HttpCode(200)
  @Requires('voice.approve')
  approve(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') who: string,
    @Body() input: ApprovalInput,
  ): Promise<{ version: number }> {
    return this.approveVoice.execute(actor, id, who, input);
  }
}
