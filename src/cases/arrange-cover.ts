import { Injectable } from '@nestjs/common';
import { holdsIn } from '../access/people-of-area.js';
import { type Actor, may } from '../platform/actor.js';
import { type FieldError, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import type { CoverInput } from './cover.input.js';
import { Cover } from './preparation.entity.js';

/** Says who does somebody's work while they are away, so that no case waits for a person who is not there. */
@Injectable()
export class ArrangeCover {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: CoverInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { panelAreaId, personId, coveredBy, fromDay, toDay, reason } = input;
      if (!may(actor, 'case.manage', panelAreaId)) throw new NotFound();
      const errors = await faultsIn(work, input);
      refuse(errors);
      const id = newId();
      await work.tx.insert(Cover, {
        ...{ id, panelAreaId, personId, coveredBy, fromDay, toDay, reason },
        ...{ createdBy: actor.personId, createdAt: work.now },
      });
      work.record({ type: 'PANEL_AREA', id: panelAreaId, panelAreaId }, { type: 'COVER_ARRANGED', fromDay, toDay });
      return { id };
    });
  }
}

async function faultsIn(work: Work, input: CoverInput): Promise<FieldError[]> {
  const { panelAreaId, personId, coveredBy, fromDay, toDay } = input;
  const errors: FieldError[] = [];
  const mustAssess = async (field: 'personId' | 'coveredBy'): Promise<void> => {
    const message = 'Select somebody who may assess children in this panel area';
    if (!(await holdsIn(work.tx, panelAreaId, 'case.assess', input[field]))) errors.push({ field, message });
  };
  await mustAssess('personId');
  await mustAssess('coveredBy');
  if (personId === coveredBy) errors.push({ field: 'coveredBy', message: 'Select somebody else than who is away' });
  if (toDay < fromDay) errors.push({ field: 'toDay', message: 'The last day must be on or after the first' });
  if (toDay < work.today) errors.push({ field: 'toDay', message: 'The last day must be today or later' });
  return errors;
}
