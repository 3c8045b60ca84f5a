import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { speakerNamed } from './speaker-named.js';
import type { VoiceInput } from './voice.input.js';
import { writeVoice } from './write-voice.js';

@Injectable()
export class RecordVoice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, name: string, input: VoiceInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => ({
      version: await writeVoice(work, caseId, speakerNamed(name), input),
    }));
  }
}
