import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { victimLetterBlockers } from '../policy/letter-gates.js';
import { tellsOutcome, waysSent } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { recordTelling } from '../victims/record-telling.js';
import type { VictimSendingInput } from './letter.input.js';
import { matterFacts, mattersOf } from './matters.queries.js';
import { gateFacts, type VictimFacts, victimFacts } from './victim-facts.queries.js';
import { keepDraft, type LetterKept } from './write-draft.js';
import { shelfOfVictim, type ToVictim } from './write-victim-letter.js';

export type VictimLetterKept = LetterKept & {
  /** The letter was recorded as how they were told, and the duty to tell was thereby done. */
  readonly dutyDone: boolean;
};

/**
 * Records that a letter to a victim was sent and, where the person says so, that the victim was told the outcome by it.
 */
@Injectable()
export class SendVictimLetter {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, to: ToVictim, input: VictimSendingInput): Promise<VictimLetterKept> {
    const { caseId, victimId, kind } = to;
    return this.unitOfWork.run(actor, async (work) => {
      refuseTold(to, input);
      const found = await claimCase(work, 'victim.record', caseId);
      const victim = await victimFacts(work.tx, caseId, victimId);
      const matter = matterFacts(await mattersOf(work.tx, caseId, victimId), kind);
      const made = await keepDraft(work, shelfOfVictim(to), input, (drafted) =>
        victimLetterBlockers(gateFacts(found, kind, victim, { ...matter, ...drafted })),
      );
      const { way, sentOn } = input;
      work.record(caseSubject(found), { type: 'LETTER_SENT', kind, way, sentOn, fingerprint: made.fingerprint });
      return { ...made, dutyDone: await tellBy(work, to, victim, input) };
    });
  }
}

/** Only of a letter that tells the outcome is it said whether it told them; of that one always. */
function refuseTold({ kind }: ToVictim, { told }: VictimSendingInput): void {
  const tells = tellsOutcome(kind);
  const faults = [
    ...faultIf(tells && told === undefined, 'told', 'Select whether they are told by this letter'),
    ...faultIf(!tells && told !== undefined, 'told', 'This letter tells no outcome'),
  ];
  refuse(faults);
}

/** How they were told before stays as it was recorded. */
async function tellBy(
  work: Work,
  { caseId, victimId }: ToVictim,
  { telling, tellingVersion }: VictimFacts,
  { told, sentOn, way }: VictimSendingInput,
): Promise<boolean> {
  if (told !== 'YES' || telling === 'TOLD') return false;
  const how = `A letter: ${waysSent[way].toLowerCase()}`;
  const said = { status: 'TOLD', toldOn: sentOn, how, version: tellingVersion } as const;
  return (await recordTelling(work, caseId, victimId, said)).dutyDone;
}
