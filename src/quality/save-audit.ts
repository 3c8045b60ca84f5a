import { Injectable } from '@nestjs/common';
import { caseSubject } from '../cases/visible-cases.js';
import { findCase } from '../cases/find-case.js';
import { auditBlockers } from '../policy/audit-gates.js';
import { acceptAnswers } from '../policy/questions/accepting-answers.js';
import { omissionsOn } from '../policy/questions/checking-answers.js';
import type { AnswerError, Answers } from '../policy/questions/question-set.js';
import type { Framework } from '../policy/ratings.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { type FieldError, NotFound, refuse, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Audit, AuditCase, type AuditStatus } from './audit.entity.js';
import type { AuditInput } from './audit.input.js';
import { findPlan } from './audits.queries.js';
import { askedUnder } from './asked-under.js';
import { involvementIn } from './independence.js';

export type Saved = { status: AuditStatus; version: number; unanswered: number };

/** Saves the answers of an audit, as a draft or as complete, unless whoever sends them worked on the case. */
@Injectable()
export class SaveAudit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, planId: string, caseId: string, input: AuditInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      const plan = await findPlan(tx, actor, 'audit.complete', planId);
      // Holding the case of the sample keeps two first saves from both finding nothing.
      if (!(await lockOne(tx, AuditCase, { planId, caseId }))) throw new NotFound();
      const found = await findCase(tx, actor, 'audit.complete', caseId);
      const involved = (await involvementIn(tx, actor.personId, planId, caseId)).get(caseId) ?? [];
      refuseShut(auditBlockers(involved, `/audit-plans/${planId}`));

      const { framework, set } = askedUnder(plan.framework);
      const before = await lockOne(tx, Audit, { planId, caseId });
      const { answers, errors } = acceptAnswers(set, givenIn(input, framework), before?.answers ?? {});
      refuse(faultsOf(errors));
      const left = set.pages.flatMap((page) => omissionsOn(page, answers));
      if (input.complete) refuse(faultsOf(left));

      const status: AuditStatus = input.complete ? 'COMPLETE' : 'DRAFT';
      const changes = { answers, status, auditedBy: actor.personId, updatedAt: now };
      const whenNew = () => ({ id: newId(), setId: set.id, setVersion: set.version });
      const version = await writeOne(tx, Audit, { planId, caseId }, changes, input.version, whenNew);
      record(caseSubject(found), { type: input.complete ? 'AUDIT_COMPLETED' : 'AUDIT_SAVED' });
      return { status, version, unanswered: left.length };
    });
  }
}

const faultsOf = (errors: readonly AnswerError[]): FieldError[] =>
  errors.map(({ question, message }) => ({ field: question, message }));

/** A judgement is the answer to the question of its reference, and its evidence that to the question beside it. */
function givenIn({ answers = {}, keyQuestions = [] }: AuditInput, { standards }: Framework): Record<string, unknown> {
  const known = standards.flatMap((standard) => standard.keyQuestions);
  const judged: Answers = {};
  const faults = keyQuestions.flatMap(({ ref, judgement, evidence }, index): FieldError[] => {
    const message = !known.includes(ref)
      ? 'This key question is not part of the framework'
      : ref in judged || (ref in answers && answers[ref] !== judgement)
        ? 'This key question was given two judgements'
        : null;
    if (message !== null) return [{ field: `keyQuestions[${index}].ref`, message }];
    judged[ref] = judgement;
    if (evidence !== undefined) judged[`${ref}-evidence`] = evidence;
    return [];
  });
  refuse(faults);
  return { ...answers, ...judged };
}
