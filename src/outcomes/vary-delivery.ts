import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { decisionFacts } from '../decisions/decision-facts.js';
import { endedStatuses } from '../policy/delivery.js';
import type { DisposalFacts } from '../policy/disposal-gates.js';
import { evaluation } from '../policy/evaluation.js';
import { type Blocker, blocker, casePage, openWith } from '../policy/gate.js';
import { variationBlockers, variationRules } from '../policy/variation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { row, type Source } from '../platform/database/read.js';
import { Blocked, faultIf, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { actionFrom, faultsInActions, isCondition, lastDayOf } from './actions-of.js';
import { claimDelivery, faultsOfDay } from './claim-delivery.js';
import { DeliveryVariation } from './delivery-log.entity.js';
import { Delivery, type DeliveryAction } from './delivery.entity.js';
import type { VariationInput } from './delivery.input.js';

export type Varied = { id: string; version: number; informed: Blocker[] };

@Injectable()
export class VaryDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Changes what was agreed: who agreed, why, and within the same caps as when it was given. What it was stays on record. */
  execute(actor: Actor, caseId: string, input: VariationInput): Promise<Varied> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, now } = work;
      const { found, decision } = await claimDelivery(work, caseId);
      const before = await tx.findOneBy(Delivery, { caseId });
      if (!before || endedStatuses.includes(before.status)) throw new Blocked([nothingToVary(caseId)]);
      const actions = input.actions.map(actionFrom);
      const faults = [
        ...faultsOfDay('variedOn', input.variedOn, decision.decidedOn, today),
        ...(await faultsInActions(tx, found.panelAreaId, actions, before.actions)),
        ...faultIf(
          Boolean(input.dueOn) && (input.dueOn ?? '') < input.variedOn,
          'dueOn',
          'The last day cannot be before the variation',
        ),
      ];
      if (faults.length > 0) throw new Invalid(faults);
      const { agreedBy, variedOn, why, overrides = [] } = input;
      const facts = await conditionFacts(tx, found, { disposal: decision.disposal, today, actions });
      const variation = { caseId, disposal: decision.disposal, agreedBy };
      const blockers = variationBlockers(variation, facts);
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden, informed } = openWith(blockers, overrides, mayOverride);
      if (shut.length > 0) throw new Blocked(shut);
      const dueOn = lastDayOf(actions, input.dueOn);
      const { version } = await claim(tx, Delivery, { caseId }, input.version ?? 0);
      await tx.update(Delivery, { caseId }, { actions, dueOn });
      const looked = {
        codes: variationRules(variation, facts),
        blockers,
        overrides,
        may: mayOverride,
        inputs: { ...facts },
      };
      const id = newId();
      await tx.insert(DeliveryVariation, {
        ...{ id, caseId, decisionId: decision.id, variedOn, agreedBy, why, before: before.actions, after: actions },
        ...{ dueOnBefore: before.dueOn, dueOnAfter: dueOn, recordedBy: actor.personId, recordedAt: now },
        evaluation: evaluation({ ...looked, by: actor.personId, at: now }),
      } as never);
      work.record(caseSubject(found), { type: 'DELIVERY_VARIED', agreedBy });
      for (const { code } of overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { id, version, informed };
    });
  }
}

const nothingToVary = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'delivery')),
  message: 'Nothing is being delivered that could be varied',
});

type Proposed = { readonly disposal: string; readonly today: string; readonly actions: readonly DeliveryAction[] };

/** The caps are those of the day on which the caution was given; before that, of today. */
export async function conditionFacts(source: Source, found: CaseFound, proposed: Proposed): Promise<DisposalFacts> {
  const { disposal, today, actions } = proposed;
  const given = await row<{ givenOn: string }>(
    source,
    sql`select o."givenOn" from outcomes o where o."caseId" = ${found.id}`,
  );
  const facts = await decisionFacts(source, found, disposal, given?.givenOn ?? today);
  return { ...facts, conditions: actions.filter(isCondition) };
}
