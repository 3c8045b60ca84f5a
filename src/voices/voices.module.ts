import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { ApproveVoice } from './approve-voice.js';
import { AttemptsPages } from './attempts.pages.js';
import { ChildsFormApi } from './childs-form.api.js';
import { ChildsFormPages } from './childs-form.pages.js';
import { ChildsFormQueries } from './childs-form.queries.js';
import { LogAttempt } from './log-attempt.js';
import { VoiceAttempt } from './voice-attempt.entity.js';
import { SaveChildsForm } from './save-childs-form.js';
import { RecordVoice } from './record-voice.js';
import { Voice } from './voice.entity.js';
import { VoicePages } from './voice.pages.js';
import { VoicesApi } from './voices.api.js';
import { VoicesQueries } from './voices.queries.js';

/** What the child says and, apart from the child, the parent or carer. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([Voice, VoiceAttempt], 'write')],
  controllers: [VoicesApi, ChildsFormApi, VoicePages, AttemptsPages, ChildsFormPages],
  providers: [VoicesQueries, RecordVoice, ApproveVoice, LogAttempt, SaveChildsForm, ChildsFormQueries],
})
export class VoicesModule {}
