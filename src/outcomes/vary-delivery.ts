import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { refuseUnnamed } from '../cases/access/closed-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { decisionFacts } from '../decisions/decision-facts.js';
import type { DecisionOf } from '../decisions/decision-of.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { endedStatuses } from '../policy/delivery.js';
import type { Disposal } from '../policy/disposal.js';
import { editionAt } from '../policy/disposal-book.js';
import type { DisposalFacts } from '../policy/disposal-gates.js';
import { type Evaluation, evaluation } from '../policy/evaluation.js';
import { type Blocker, blocker, casePage, type Opened, openWith } from '../policy/gate.js';
import { mayHavePenalty, variationBlockers, variationRules } from '../policy/variation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { row, type Source } from '../platform/database/read.js';
import { Blocked, refuse, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import {
  actionFrom,
  faultsInDeliveryDays,
  faultsInInterventions,
  faultsOfTerms,
  isCondition,
  lastDayOf,
} from './actions-of.js';
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
      const { found, decision } = await claimDelivery(work, caseId);
      await refuseUnnamed(work.tx, actor, caseId);
      const before = await work.tx.findOneBy(Delivery, { caseId });
      if (!before || endedStatuses.includes(before.status)) throw new Blocked([nothingToVary(caseId)]);
      const { variedOn, agreedBy, why } = input;
      const actions = input.actions.map(actionFrom);
      const known = await conditionFacts(work.tx, found, { decided: decision, today: work.today, actions });
      const faults = [
        ...faultsOfDay('variedOn', variedOn, decision.decidedOn, work.today),
        ...faultsInDeliveryDays(actions, before.actions, {
          ...decision,
          startedOn: before.startedOn,
          variedOn,
          dueOn: input.dueOn,
        }),
        ...faultsOfTerms(actions, before.actions, { mayHavePenalty: mayHavePenalty(known.row) }),
        ...(await faultsInInterventions(work.tx, found.panelAreaId, actions, before.actions)),
      ];
      refuse(faults);
      const opened = openedFor(work, found, decision, { input, known });
      const dueOn = lastDayOf(actions, input.dueOn);
      const { version } = await claim(work.tx, Delivery, { caseId }, input.version ?? 0);
      await work.tx.update(Delivery, { caseId }, { actions, dueOn });
      const id = newId();
      await work.tx.insert(DeliveryVariation, {
        ...{ id, caseId, decisionId: decision.id, variedOn, agreedBy, why, before: before.actions, after: actions },
        ...{ dueOnBefore: before.dueOn, dueOnAfter: dueOn, recordedBy: actor.personId, recordedAt: work.now },
        evaluation: opened.stored,
      } as never);
      work.record(caseSubject(found), { type: 'DELIVERY_VARIED', agreedBy });
      for (const { code } of opened.overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { id, version, informed: opened.informed };
    });
  }
}

type Sent = { readonly input: VariationInput; readonly known: ConditionsKnown };
type OpenedFor = Pick<Opened, 'overridden' | 'informed'> & { readonly stored: Evaluation };

/** Looks at every rule on the conditions as they would be; refuses with every reason, or gives what is to be stored. */
function openedFor({ actor, now }: Work, found: CaseFound, { disposal }: Decided, sent: Sent): OpenedFor {
  const { agreedBy, overrides = [] } = sent.input;
  const { facts, row: held } = sent.known;
  const variation = { caseId: found.id, disposal, agreedBy };
  const blockers = variationBlockers(variation, facts, held);
  const mayOverride = may(actor, 'gate.override', found.panelAreaId);
  const { shut, overridden, informed } = openWith(blockers, overrides, mayOverride);
  refuseShut(shut);
  const looked = { codes: variationRules(variation, facts, held), blockers, overrides, may: mayOverride };
  const stored = evaluation({ ...looked, inputs: { ...facts }, by: actor.personId, at: now });
  return { overridden, informed, stored };
}

const nothingToVary = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'delivery')),
  message: 'Nothing is being delivered that could be varied',
});

type Decided = Pick<NonNullable<DecisionOf['decision']>, 'disposal' | 'edition'>;
type Proposed = { readonly decided: Decided; readonly today: string; readonly actions: readonly DeliveryAction[] };
type ConditionsKnown = { readonly facts: DisposalFacts; readonly row: Disposal | null };

/**
 * The caps are those of the day on which the caution was given, before that of today; the rules are those of the edition
 * under which it was decided.
 */
export async function conditionFacts(source: Source, found: CaseFound, proposed: Proposed): Promise<ConditionsKnown> {
  const { decided, today, actions } = proposed;
  const { disposal, edition } = decided;
  const given = await row<{ givenOn: string }>(
    source,
    sql`select o."givenOn" from standing_outcomes o where o."caseId" = ${found.id}`,
  );
  const facts = await decisionFacts(source, found, disposal, given?.givenOn ?? today);
  const held = editionAt(await storedEditions(source), disposal, edition);
  return { facts: { ...facts, conditions: actions.filter(isCondition) }, row: held?.row ?? null };
}
