import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { refuseUnknown } from '../disposals/known-disposal.js';
import { editionIn, entrantsIn } from '../policy/disposal-book.js';
import { type Evaluation, evaluation } from '../policy/evaluation.js';
import { type Blocker, type Lifted, openWith } from '../policy/gate.js';
import type { CaseState } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { recommendationFacts } from './decision-facts.js';
import { inputsOf, recommendationBlockers, recommendationRules } from './decision-gates.js';
import type { Evidence } from './decision.entity.js';
import type { RecommendationInput } from './decision.input.js';
import { evidenceKept } from './keep-evidence.js';
import {
  basisFaults,
  contradictionsIn,
  criminalisingFaults,
  disposalsNamed,
  dissentFaults,
  victimFaults,
} from './reason-faults.js';

export type RecommendationRecorded = {
  recommendationId: string;
  caseId: string;
  disposal: string;
  state: CaseState;
  version: number;
  overridden: Lifted[];
  informed: Blocker[];
};

@Injectable()
export class RecordRecommendation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the panel recommends, once every gate is open or passed over with a reason by somebody who may. */
  execute(actor: Actor, caseId: string, input: RecommendationInput): Promise<RecommendationRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today } = work;
      refuse(contradictionsIn(input));
      const found = await claimCase(work, 'recommendation.record', caseId, input.version);
      const facts = await recommendationFacts(tx, found, actor, today, input);
      refuse([...basisFaults(input, facts), ...victimFaults(input, facts), ...dissentFaults(input, facts)]);
      const book = await disposalBook(tx, facts.disposal.day ?? today);
      refuseUnknown(book, disposalsNamed(input));
      refuse(criminalisingFaults(input, entrantsIn(book)));
      const blockers = recommendationBlockers(facts, book);
      const overrides = input.overrides ?? [];
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden, informed } = openWith(blockers, overrides, mayOverride);
      const { state } = await moveCase(work, found, 'RECOMMEND', { blockers: shut });
      const looked = { codes: recommendationRules(facts, book), blockers, overrides, may: mayOverride };
      const by = { by: actor.personId, at: work.now, disposalEdition: editionIn(book, input.disposal) };
      const stored = evaluation({ ...looked, ...by, inputs: inputsOf(facts) });
      const { restsOn = [] } = input;
      const evidence = await evidenceKept(tx, found, { restsOn, pack: facts.pack, today });
      const recommendationId = await insertRecommendation(work, caseId, input, { evaluation: stored, evidence });
      const { disposal, basis } = input;
      work.record(caseSubject(found), { type: 'RECOMMENDATION_RECORDED', disposal, basis });
      for (const { code } of overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { recommendationId, caseId, disposal, state, version: found.version, overridden, informed };
    });
  }
}

async function insertRecommendation(
  { tx, actor, now }: Work,
  caseId: string,
  input: RecommendationInput,
  kept: { readonly evaluation: Evaluation; readonly evidence: Evidence },
): Promise<string> {
  const id = newId();
  const { meetingId, disposal, basis, optionsConsidered = [], reasons = {}, dissents = [] } = input;
  await rows(
    tx,
    sql`insert into recommendations (id, "caseId", "meetingId", disposal, basis, "optionsConsidered", reasons,
                                     "gravityDeparture", "whyNow", dissents, "leastCriminalising", "missingInformation",
                                     evidence, evaluation, "recordedBy", "recordedAt")
        values (${id}, ${caseId}, ${meetingId}, ${disposal}, ${basis}, ${JSON.stringify(optionsConsidered)},
                ${JSON.stringify(reasons)}, ${input.gravityDeparture || null}, ${input.whyNow || null},
                ${JSON.stringify(dissents)},
                ${jsonOrNull(input.leastCriminalising)}, ${jsonOrNull(input.missingInformation)},
                ${JSON.stringify(kept.evidence)}, ${JSON.stringify(kept.evaluation)}, ${actor.personId}, ${now})`,
  );
  return id;
}

const jsonOrNull = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
