import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { victimLetterBlockers } from '../policy/letter-gates.js';
import type { VictimLetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { refuseShut } from '../platform/errors.js';
import { VictimLetter, VictimLetterDraft } from './letter.entity.js';
import { commonFacts } from './letter-facts.queries.js';
import type { LetterInput } from './letter.input.js';
import { templateOf } from './letter-templates.queries.js';
import { matterFacts, mattersOf } from './matters.queries.js';
import { gateFacts, victimFacts } from './victim-facts.queries.js';
import { saveDraft, type Shelf } from './write-draft.js';

/** Of one victim of one case. */
export type ToVictim = { readonly caseId: string; readonly victimId: string; readonly kind: VictimLetterKind };

export const shelfOfVictim = ({ caseId, victimId, kind }: ToVictim): Shelf<VictimLetterDraft, VictimLetter> => ({
  ...{ drafts: VictimLetterDraft, kept: VictimLetter, key: { caseId, victimId, kind } },
});

/** Writes the draft of a letter to a victim who agreed to be written to, and wants to be; or to a parent or carer of one. */
@Injectable()
export class WriteVictimLetter {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, to: ToVictim, input: LetterInput): Promise<{ version: number }> {
    const { caseId, victimId, kind } = to;
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const { panelAreaId } = found;
      const victim = await victimFacts(tx, caseId, victimId);
      const about = matterFacts(await mattersOf(tx, caseId, victimId), kind);
      const drafted = { draftedAt: input.takenAt, draftedIn: input.wording };
      refuseShut(victimLetterBlockers(gateFacts(found, kind, victim, { ...about, ...drafted })));
      const aboutId = about.matterId;
      const { panelName } = await commonFacts(tx, { caseId, panelAreaId, writerName: actor.name, today });
      const { editionId } = await templateOf(tx, kind, panelAreaId, today);
      const version = await saveDraft(work, shelfOfVictim(to), input, { found, panelName, aboutId, editionId });
      record(caseSubject(found), { type: 'LETTER_WRITTEN', kind });
      return { version };
    });
  }
}
