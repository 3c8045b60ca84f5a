import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { setOfCase } from '../cases/set-of-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, Invalid, NotFound, refuse, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { BehaviourConsideration } from './behaviour-consideration.entity.js';
import { sectionsForUse } from './behaviour-consideration.fields.js';
import type { ConsiderationInput } from './behaviour-consideration.input.js';
import { behaviourNow } from './earlier-behaviour.queries.js';

const withId = (): { id: string } => ({ id: newId() });

/** Uses an item of earlier behaviour in the analysis of a case, or sets it aside with a reason. */
@Injectable()
export class ConsiderBehaviour {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, itemId: string, input: ConsiderationInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now } = work;
      const part = { name: 'EARLIER_BEHAVIOUR', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const item = await behaviourNow(tx, found, itemId);
      if (!item) throw new NotFound();
      if (item.withdrawnAt) {
        throw new Invalid([{ field: 'standing', message: 'It was withdrawn, so there is nothing to consider' }]);
      }
      if (item.version !== input.itemVersion) throw new StaleVersion(item.version);
      const said = saidIn(input, await setOfCase(tx, caseId));
      const changes = { ...said, itemVersion: item.version, consideredBy: actor.personId, consideredAt: now };
      const version = await writeOne(tx, BehaviourConsideration, { caseId, itemId }, changes, input.version, withId);
      const { kind } = item;
      work.record(caseSubject(found), { type: 'BEHAVIOUR_CONSIDERED', kind, standing: input.standing });
      return { version };
    });
  }
}

type Said = Pick<BehaviourConsideration, 'standing' | 'section' | 'reason' | 'words'>;

/** What counts of what was sent: of an item that is used where and its meaning, of one that is set aside why. */
function saidIn({ standing, section = '', meaning, reason, because }: ConsiderationInput, set: QuestionSet): Said {
  const isUsed = standing === 'USED';
  const isSection = sectionsForUse(set).some(({ value }) => value === section);
  const errors = [
    ...faultIf(isUsed && !isSection, 'section', 'Select where it is used'),
    ...faultIf(isUsed && !meaning, 'meaning', 'Enter what it means for this child'),
    ...faultIf(!isUsed && !reason, 'reason', 'Select why it is set aside'),
    ...faultIf(!isUsed && !because, 'because', 'Enter how you know'),
  ];
  refuse(errors);
  return isUsed
    ? { standing, section, reason: null, words: meaning ?? '' }
    : { standing, section: null, reason: reason ?? null, words: because ?? '' };
}
