import { Injectable } from '@nestjs/common';
import { PanelArea } from '../access/panel-area.entity.js';
import { fullSets, nameOfSet, setNamed, shortSets } from '../policy/questions/assessment-sets.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { QuestionSetChoice } from './question-set-choice.entity.js';
import type { QuestionSetsInput } from './question-sets.input.js';

/** Chooses what a panel area asks from a day on. What was chosen before stays on record; days gone by are not rewritten. */
@Injectable()
export class ChooseQuestionSets {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, panelAreaId: string, input: QuestionSetsInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async ({ tx, now, today, record }) => {
      if (!(await lockOne(tx, PanelArea, { id: panelAreaId }))) throw new NotFound();
      const chosen = chosenIn(input, today);
      const id = newId();
      await tx.insert(QuestionSetChoice, { ...chosen, id, panelAreaId, chosenBy: actor.personId, chosenAt: now });
      const { fromDay: from, fullSet: full, shortSet: short } = chosen;
      const subject = { type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null } as const;
      record(subject, { type: 'QUESTION_SETS_CHOSEN', from, full, short });
      return { id };
    });
  }
}

function chosenIn({ from, full: named, short, withinMonths }: QuestionSetsInput, today: string) {
  const full = setNamed(fullSets, named);
  const shortNamed = short === undefined || short === 'NONE' ? null : short;
  const shorter = shortNamed === null ? null : setNamed(shortSets, shortNamed);
  const faults = [
    ...faultIf(from < today, 'from', 'The day must be today or later: what was asked before is not rewritten'),
    ...faultIf(full === null, 'full', 'There is no such set for a full assessment'),
    ...faultIf(shortNamed !== null && shorter === null, 'short', 'There is no such set for a short assessment'),
    ...faultIf(
      shorter !== null && withinMonths === undefined,
      'withinMonths',
      'Enter for how many months an assessment may stand',
    ),
  ];
  if (full === null || faults.length > 0) throw new Invalid(faults);
  return {
    ...{ fromDay: from, fullSet: nameOfSet(full), shortSet: shorter && nameOfSet(shorter) },
    withinMonths: shorter === null ? null : (withinMonths ?? null),
  };
}
