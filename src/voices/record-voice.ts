import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { speakerNamed } from './speaker-named.js';
import { type Attempt, type Speaker, Voice } from './voice.entity.js';
import type { VoiceInput } from './voice.input.js';

@Injectable()
export class RecordVoice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A manager agreed to what stood there before, so what is written now has to be agreed to again. */
  execute(actor: Actor, caseId: string, name: string, input: VoiceInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const who = speakerNamed(name);
      const found = await changePreparation(work, 'case.assess', caseId, { name: `${who}_VOICE`, isAuthored: true });
      const faults = faultsIn(who, input, today);
      if (faults.length > 0) throw new Invalid(faults);
      const changes = {
        ...voiceFrom(input),
        ...(input.attempts ? { attempts: attemptsFrom(input.attempts) } : {}),
        ...{ recordedBy: actor.personId, recordedAt: now, approvedBy: null, approvedAt: null, approvalReason: null },
      };
      const version = await writeOne(tx, Voice, { caseId, who }, changes, input.version, () => ({
        id: newId(),
        attempts: [],
      }));
      record(caseSubject(found), { type: 'VOICE_RECORDED', who, status: input.status });
      return { version };
    });
  }
}

const voiceFrom = (input: VoiceInput) => ({
  status: input.status,
  heardOn: input.heardOn ?? null,
  heardBy: input.heardBy || null,
  how: input.how || null,
  words: input.words || null,
  influence: input.influence || null,
  reason: input.reason || null,
});

const attemptsFrom = (attempts: readonly Attempt[]): Attempt[] =>
  attempts.map(({ on, how, result }) => ({ on, how, result }));

function faultsIn(who: Speaker, input: VoiceInput, today: string): FieldError[] {
  const { status, heardOn, heardBy, how, words, reason, attempts = [] } = input;
  const isHeard = status === 'OBTAINED';
  const future = 'The day cannot be in the future';
  return [
    ...faultIf(who === 'CHILD' && status === 'NO_CARER', 'status', 'Select whether the child has been heard'),
    ...faultIf(isHeard && !heardOn, 'heardOn', 'Enter the day on which they were heard'),
    ...faultIf(heardOn !== undefined && heardOn > today, 'heardOn', future),
    ...faultIf(isHeard && !isWritten(heardBy), 'heardBy', 'Enter who listened'),
    ...faultIf(isHeard && !isWritten(how), 'how', 'Enter where and how they were heard'),
    ...faultIf(isHeard && !isWritten(words), 'words', 'Enter what was said, in their own words'),
    ...faultIf(!isHeard && !isWritten(reason), 'reason', 'Enter why not'),
    ...attempts.flatMap(({ on }, index) => faultIf(on > today, `attempts[${index}].on`, future)),
  ];
}
