import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { faultsIn } from './faults-in-voice.js';
import { isSomebodyHarmed } from './person-harmed.queries.js';
import { speakerNamed } from './speaker-named.js';
import { type Attempt, Voice } from './voice.entity.js';
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
      const faults = faultsIn(input, { who, today, isSomebodyHarmed: await isSomebodyHarmed(tx, caseId) });
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

const columns = [
  ...['heardBy', 'how', 'words', 'account', 'causes', 'wouldHelp', 'feelings', 'understanding', 'childView'],
  ...['familyNeeds', 'outcomeView', 'seenBefore', 'notSeenReason', 'seenWith', 'chosePlace', 'helpGiven', 'passedTo'],
  ...['consentToShare', 'consentDetails', 'influence', 'reason'],
] as const satisfies readonly (keyof Voice & keyof VoiceInput)[];

/** Each column as it was sent, or empty. */
const voiceFrom = (input: VoiceInput): Partial<Voice> => ({
  status: input.status,
  heardOn: input.heardOn ?? null,
  ...Object.fromEntries(columns.map((column) => [column, input[column] || null])),
});

const attemptsFrom = (attempts: readonly Attempt[]): Attempt[] =>
  attempts.map(({ on, how, result }) => ({ on, how, result }));
