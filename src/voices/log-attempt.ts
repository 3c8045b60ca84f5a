import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { heardTooEarly } from '../cases/heard-too-early.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import { needsWords } from '../policy/voice-attempts.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { speakerNamed } from './speaker-named.js';
import { VoiceAttempt } from './voice-attempt.entity.js';
import type { VoiceAttemptInput } from './voice-attempt.input.js';

/** Adds one try at hearing somebody. The panel reads what was tried, so a sign-off that did not know of it goes. */
@Injectable()
export class LogAttempt {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, name: string, input: VoiceAttemptInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const who = speakerNamed(name);
      const part = { name: `${who}_VOICE`, isAuthored: true, section: null };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const { on, way, result, words } = input;
      const faults = [
        ...faultIf(on > today, 'on', 'The day cannot be in the future'),
        ...faultIf(!isWritten(words) && (needsWords(way) || needsWords(result)), 'words', 'Enter what you tried'),
        ...(await heardTooEarly(tx, caseId, { on })),
      ];
      refuse(faults);
      const id = newId();
      const said = { on, way, result, words: words || null };
      await tx.insert(VoiceAttempt, { id, caseId, who, ...said, recordedBy: actor.personId, recordedAt: now });
      record(caseSubject(found), { type: 'VOICE_ATTEMPTED', who, result });
      return { id };
    });
  }
}
