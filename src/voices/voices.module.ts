import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { ApproveVoice } from './approve-voice.js';
import { AttemptsPages } from './attempts.pages.js';
import { LogAttempt } from './log-attempt.js';
import { VoiceAttempt } from './voice-attempt.entity.js';
import { RecordVoice } from './record-voice.js';
import { Voice } from './voice.entity.js';
import { VoicePages } from './voice.pages.js';
import { VoicesApi } from './voices.api.js';
import { VoicesQueries } from './voices.queries.js';

/** What the child says and, apart from the child, the parent or carer. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([Voice, VoiceAttempt], 'write')],
  controllers: [VoicesApi, VoicePages, AttemptsPages],
  providers: [VoicesQueries, RecordVoice, ApproveVoice, LogAttempt],
})
export class VoicesModule {}
