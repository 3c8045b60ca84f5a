import type { Blocker } from '../policy/gate.js';
import { preparationBlockers, type PreparationStage } from '../policy/preparation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import type { PreparationKnown } from '../assessments/preparation-facts.js';
import type { CaseFound } from '../cases/find-case.js';

/**
 * What keeps a preparation shut, as told to whoever asks: that they wrote a part of it and so cannot sign it off is
 * said to nobody but those who may sign off.
 */
export function preparationShut(
  facts: PreparationKnown,
  { panelAreaId }: CaseFound,
  actor: Actor,
  stage: PreparationStage,
): Blocker[] {
  const mightSign = stage !== 'SIGN_OFF' || may(actor, 'case.sign-off', panelAreaId);
  return preparationBlockers(facts, stage).filter(({ code }) => mightSign || code !== 'SAME_PERSON_AUTHOR_AND_SIGNER');
}
