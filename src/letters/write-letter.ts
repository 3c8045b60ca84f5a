import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { letterBlockers } from '../policy/letter-gates.js';
import type { CaseLetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { refuseShut } from '../platform/errors.js';
import { LetterDraft, SentLetter } from './letter.entity.js';
import { commonFacts } from './letter-facts.queries.js';
import type { LetterInput } from './letter.input.js';
import { templateOf } from './letter-templates.queries.js';
import { matterFacts, mattersOf } from './matters.queries.js';
import { saveDraft, type Shelf } from './write-draft.js';

export const shelfOfCase = (caseId: string, kind: CaseLetterKind): Shelf<LetterDraft, SentLetter> => ({
  ...{ drafts: LetterDraft, kept: SentLetter, key: { caseId, kind } },
});

/** Writes the draft of a letter to child, carer or police, in the words of whoever writes it. */
@Injectable()
export class WriteLetter {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, kind: CaseLetterKind, input: LetterInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const found = await claimCase(work, 'letter.write', caseId);
      const { panelAreaId } = found;
      const about = matterFacts(await mattersOf(tx, caseId), kind);
      refuseShut(letterBlockers({ caseId, kind, ...about, draftedAt: input.takenAt }));
      const aboutId = about.matterId;
      const { panelName } = await commonFacts(tx, { caseId, panelAreaId, writerName: actor.name, today });
      const { editionId } = await templateOf(tx, kind, panelAreaId, today);
      const version = await saveDraft(work, shelfOfCase(caseId, kind), input, { found, panelName, aboutId, editionId });
      record(caseSubject(found), { type: 'LETTER_WRITTEN', kind });
      return { version };
    });
  }
}
