import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { claimCase } from '../cases/move-case.js';
import { ReadySteps } from '../cases/ready-steps.js';
import { signOffCase } from '../cases/sign-off.js';
import { caseSubject } from '../cases/visible-cases.js';
import { criteriaAnswered, criteriaFaults, currentCriteria } from '../policy/criteria/sign-off-criteria.js';
import { evaluation } from '../policy/evaluation.js';
import { openWith } from '../policy/gate.js';
import type { CaseState } from '../policy/lifecycle.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { preparationRules } from '../policy/preparation-rules.js';
import type { RuleCode } from '../policy/rules.js';
import { type Actor, may } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';

import { preparationFacts } from './preparation-facts.js';
import type { SignOffInput } from './sign-off.input.js';

const codes = Object.keys(preparationRules) as RuleCode[];

/** The manager vouches for the whole preparation. Whoever wrote a part of it cannot. */
@Injectable()
export class SignOffPreparation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readySteps: ReadySteps,
  ) {}

  /**
   * `version` is that of the case: whatever changes the preparation moves it on. Gates come before criteria: what cannot
   * be signed need not be judged. A criterion that is not met stops nobody; it is kept, and the panel reads it.
   */
  execute(
    actor: Actor,
    caseId: string,
    { criteria = [], overrides = [], version }: SignOffInput,
  ): Promise<{ state: CaseState; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const found = await claimCase(work, 'case.sign-off', caseId, version);
      const known = await preparationFacts(tx, found, actor.personId, work.today);
      const facts = { ...known, signer: actor.personId };
      const blockers = preparationBlockers(facts, 'SIGN_OFF');
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden } = openWith(blockers, overrides, mayOverride);
      const signed = await signOffCase(work, found, shut);
      const edition = currentCriteria();
      const faults = criteriaFaults(edition, criteria);
      refuse(faults);
      const answered = criteriaAnswered(edition, criteria);
      const by = actor.personId;
      const asked = { codes, blockers, overrides, may: mayOverride, by, at: now, inputs: facts };
      await rows(
        tx,
        sql`insert into sign_offs (id, "caseId", "signedBy", "signedAt", evaluation, "criteriaEdition", criteria)
            values (${newId()}, ${caseId}, ${by}, ${now}, ${JSON.stringify(evaluation(asked))}, ${edition.edition},
                    ${JSON.stringify(answered)})`,
      );
      const notMet = answered.filter(({ met }) => !met).map(({ code }) => code);
      record(caseSubject(found), { type: 'ASSESSMENT_SIGNED_OFF', ...(notMet.length > 0 ? { notMet } : {}) });
      for (const { code } of overridden) record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      const { state } = await this.readySteps.take(work, signed);
      return { state, version: found.version };
    });
  }
}
