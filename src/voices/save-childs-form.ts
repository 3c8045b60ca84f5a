import { Injectable } from '@nestjs/common';
import { hasWords } from '../policy/voice-parts.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { Invalid } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import type { ChildsFormInput } from './childs-form.input.js';
import { Voice } from './voice.entity.js';
import { VoiceInput } from './voice.input.js';
import { voiceColumns, writeVoice } from './write-voice.js';

/** Keeps what a child wrote with a worker as the child's voice; what others had written beside it stays. */
@Injectable()
export class SaveChildsForm {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, input: ChildsFormInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!hasWords('CHILD', input)) {
        throw new Invalid([{ field: 'account', message: 'Please write in one box or more.' }]);
      }
      const kept = await lockOne(work.tx, Voice, { caseId, who: 'CHILD' });
      return { version: await writeVoice(work, caseId, 'CHILD', voiceWith(input, kept, work)) };
    });
  }
}

/** The voice as it stood with what the child wrote: heard today and by whoever helped, where nobody said otherwise. */
function voiceWith(input: ChildsFormInput, kept: Voice | null, { actor, today }: Work): VoiceInput {
  const before = kept?.status === 'OBTAINED' ? kept : null;
  const stays = Object.fromEntries(voiceColumns.map((column) => [column, before?.[column] ?? undefined]));
  return Object.assign(new VoiceInput(), stays, {
    ...onForm(input),
    status: 'OBTAINED',
    heardOn: before?.heardOn ?? today,
    heardBy: before?.heardBy ?? actor.name,
    how: input.how || before?.how || 'Written on the child’s form',
  });
}

/** What is left empty on the form is empty now. */
const onForm = (input: ChildsFormInput) => ({
  seenWith: input.seenWith,
  chosePlace: input.chosePlace,
  account: input.account,
  causes: input.causes,
  wouldHelp: input.wouldHelp,
  feelings: input.feelings,
  understanding: input.understanding,
  words: input.words,
  version: input.version,
});
