import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { letterBlockers } from '../policy/letter-gates.js';
import type { CaseLetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { SendingInput } from './letter.input.js';
import { matterFacts, mattersOf } from './matters.queries.js';
import { keepDraft, type LetterKept } from './write-draft.js';
import { shelfOfCase } from './write-letter.js';

/**
 * Records that the letter as drafted was sent. From then on it is kept as it was: a correction is a letter of its own.
 */
@Injectable()
export class SendLetter {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, kind: CaseLetterKind, input: SendingInput): Promise<LetterKept> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'letter.write', caseId);
      const facts = { caseId, kind, ...matterFacts(await mattersOf(work.tx, caseId), kind) };
      const made = await keepDraft(work, shelfOfCase(caseId, kind), input, (drafted) =>
        letterBlockers({ ...facts, ...drafted }),
      );
      const { way, sentOn } = input;
      work.record(caseSubject(found), { type: 'LETTER_SENT', kind, way, sentOn, fingerprint: made.fingerprint });
      return made;
    });
  }
}
