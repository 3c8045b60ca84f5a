import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Blocker, blocker, casePage } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Blocked } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { attemptsLogged } from './attempts.queries.js';
import { speakerNamed } from './speaker-named.js';
import { Voice } from './voice.entity.js';
import type { ApprovalInput } from './voice.input.js';

/** A manager agrees that the panel goes on without a voice: somebody tried, says why it failed, and is somebody else. */
@Injectable()
export class ApproveVoice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, name: string, input: ApprovalInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const who = speakerNamed(name);
      const part = { name: `${who}_VOICE`, isAuthored: false };
      const found = await changePreparation(work, 'voice.approve', caseId, part);
      const voice = await lockOne(tx, Voice, { caseId, who });
      const logged = await attemptsLogged(tx, caseId);
      const tried = (voice?.attempts.length ?? 0) + logged.filter((attempt) => attempt.who === who).length;
      const shut = refusals(voice, tried, actor.personId, casePage({ caseId }, `voices/${name}`));
      if (!voice || shut.length > 0) throw new Blocked(shut);
      const { reason, version = voice.version } = input;
      const changes = { approvedBy: actor.personId, approvedAt: now, approvalReason: reason };
      const moved = await writeOne(tx, Voice, { caseId, who }, changes, version);
      record(caseSubject(found), { type: 'VOICE_APPROVED', who });
      return { version: moved };
    });
  }
}

function refusals(voice: Voice | null, tried: number, personId: string, page: string): Blocker[] {
  const code = page.endsWith('child') ? 'CHILD_NOT_HEARD' : 'CARER_NOT_HEARD';
  const because = (message: string): Blocker[] => [{ ...blocker(code, page), message }];
  if (voice?.status !== 'NOT_OBTAINED')
    return because('There is nothing to agree to: nobody recorded why they were not heard');
  if (voice.recordedBy === personId) {
    const message = 'Whoever recorded why somebody was not heard cannot also agree to it';
    return [{ ...blocker('SAME_PERSON_AUTHOR_AND_SIGNER', page), message }];
  }
  return tried > 0 ? [] : because('Nobody recorded what was tried. Record at least one attempt first');
}
