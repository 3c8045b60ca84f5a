import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notInFuture } from '../assessments/not-in-future.js';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { refuseUnknown } from '../disposals/known-disposal.js';
import { editionIn } from '../policy/disposal-book.js';
import { evaluation } from '../policy/evaluation.js';
import { type Blocker, type Lifted, openWith } from '../policy/gate.js';
import type { CaseState } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { decisionFacts } from './decision-facts.js';
import { decisionBlockers, decisionRules } from './decision-gates.js';
import { decisionOf } from './decision-of.js';
import type { PoliceDecisionInput } from './decision.input.js';
import { pastSince } from './past-since.js';
import { escalationOver, recommendedOn } from './recommended-on.js';

export type PoliceDecisionRecorded = {
  decisionId: string;
  caseId: string;
  disposal: string;
  differs: boolean;
  state: CaseState;
  version: number;
  overridden: Lifted[];
  informed: Blocker[];
};

@Injectable()
export class RecordPoliceDecision {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The decision is for the police, and may differ from what the panel recommended, with a reason. */
  execute(actor: Actor, caseId: string, input: PoliceDecisionInput): Promise<PoliceDecisionRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const { disposal, decidedOn, overrides = [] } = input;
      const [reason, code, whyNow] = [input.reason || null, input.reasonCode ?? null, input.whyNow || null];
      notInFuture('decidedOn', decidedOn, today);
      const found = await claimCase(work, 'police-decision.record', caseId, input.version);
      const recommended = (await decisionOf(tx, caseId))?.recommendation ?? null;
      if (recommended) await refuseFaults(work, found, recommended, input);
      const facts = await decisionFacts(tx, found, disposal, decidedOn);
      const book = await disposalBook(tx, decidedOn);
      refuseUnknown(book, [{ field: 'disposal', code: disposal, message: 'Select what police decide' }]);
      const past = await pastSince(tx, found, facts);
      const blockers = decisionBlockers(facts, past, { reasonCode: code, reason, whyNow }, book);
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden, informed } = openWith(blockers, overrides, mayOverride);
      const { state } = await moveCase(work, found, 'DECIDE', { blockers: shut });
      if (!recommended) throw new Error('A case was decided that nobody had recommended on');
      const looked = { codes: decisionRules(facts, book), blockers, overrides, may: mayOverride };
      const differs = disposal !== recommended.disposal;
      const { whyNow: _, ...known } = past;
      const inputs = { ...facts, ...known };
      const decisionId = newId();
      const disposalEdition = editionIn(book, disposal);
      const stored = evaluation({ ...looked, by: actor.personId, at: now, inputs, disposalEdition });
      await rows(
        tx,
        sql`insert into police_decisions (id, "caseId", "recommendationId", disposal, "decidedOn", "divergenceCode", reason, "whyNow",
                                          evaluation, "decidedBy", "decidedAt")
            values (${decisionId}, ${caseId}, ${recommended.id}, ${disposal}, ${decidedOn}, ${code},
                    ${reason}, ${whyNow}, ${JSON.stringify(stored)}, ${actor.personId}, ${now})`,
      );
      record(caseSubject(found), { type: 'POLICE_DECISION_RECORDED', disposal, differs });
      for (const { code } of overridden) record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      const version = found.version;
      return { decisionId, caseId, disposal, differs, state, version, overridden, informed };
    });
  }
}

/**
 * Nobody decides on a recommendation before it was made, and a reason is chosen for a difference alone: beside what the
 * panel recommended, words may stand as a note. Of a case that is past this step the state says so.
 */
async function refuseFaults(
  { tx }: Work,
  { id, state }: CaseFound,
  recommended: Parameters<typeof recommendedOn>[0] & { readonly disposal: string },
  { disposal, decidedOn, reasonCode }: PoliceDecisionInput,
): Promise<void> {
  if (state !== 'RECOMMENDED') return;
  const from = recommendedOn(recommended, await escalationOver(tx, id));
  refuse([
    ...faultsInOrder({ recommendedOn: from, decidedOn }, { decidedOn: 'decidedOn' }),
    ...faultIf(
      Boolean(reasonCode) && disposal === recommended.disposal,
      'reasonCode',
      'The decision is what the panel recommended: no reason for a difference is chosen',
    ),
  ]);
}
