import { Entity } from 'typeorm';
import type { AttemptResult, AttemptWay } from '../policy/voice-attempts.js';
import { Day, Id, Instant, Reference, Text } from '../platform/database/columns.js';
import type { Speaker } from './voice.entity.js';

/** One try at hearing a child or a parent or carer. It is added and never changed; no command can. */
@Entity('voice_attempts')
export class VoiceAttempt {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() who: Speaker;
  @Day() on: string;
  @Text() way: AttemptWay;
  @Text() result: AttemptResult;
  @Text({ nullable: true }) words: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
