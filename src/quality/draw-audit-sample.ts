import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { drawSample } from '../policy/sampling.js';
import { type Actor, may } from '../platform/actor.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { AuditCase, AuditPlan, AuditPopulation } from './audit.entity.js';
import type { AuditPlanInput } from './audit-plan.input.js';
import { assertInOrder, populationIds } from './population.js';
import { sizeBy, type SizeRule, sizeRuleOf } from './size-rule.js';

export type Drawn = {
  planId: string;
  population: number;
  size: number;
  sizeRule: SizeRule;
  seed: string;
  sample: { caseId: string; reason: 'RANDOM' }[];
};

/** Draws a sample of the cases decided in a period and freezes it. */
@Injectable()
export class DrawAuditSample {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: AuditPlanInput): Promise<Drawn> {
    const { panelAreaId, from, to, framework } = input;
    if (!may(actor, 'audit.plan', panelAreaId)) throw new NotFound();
    assertSound(input);
    const seed = input.seed || randomBytes(8).toString('hex');
    const sizeRule = sizeRuleOf(input);
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      const ids = await populationIds(tx, actor, { panelAreaId, from, to });
      if (ids.length === 0) throw new Invalid([{ field: 'from', message: 'No case was decided there in this period' }]);
      const drawn = drawSample(ids, sizeBy(sizeRule, ids.length), seed);
      const planId = newId();
      await tx.insert(AuditPlan, {
        ...{ id: planId, panelAreaId, fromDay: from, toDay: to, framework, sizeRule, seed },
        ...{ population: ids.length, createdBy: actor.personId, createdAt: now },
      });
      await insertInLots(
        tx,
        AuditPopulation,
        ids.map((caseId) => ({ planId, caseId })),
      );
      const random = { planId, reason: 'RANDOM' as const };
      const cases = drawn.map((caseId, index) => ({ id: newId(), caseId, position: index + 1, ...random }));
      await insertInLots(tx, AuditCase, cases);
      const counted = { population: ids.length, size: drawn.length };
      record({ type: 'AUDIT_PLAN', id: planId, panelAreaId }, { type: 'AUDIT_PLANNED', ...counted });
      const sample = drawn.map((caseId) => ({ caseId, reason: 'RANDOM' as const }));
      return { planId, ...counted, sizeRule, seed, sample };
    });
  }
}

function assertSound(input: AuditPlanInput): void {
  assertInOrder(input);
  const isNumber = input.size !== undefined;
  if (isNumber && (input.confidence !== undefined || input.margin !== undefined)) {
    throw new Invalid([{ field: 'size', message: 'Give a number of cases, or a confidence and margin, not both' }]);
  }
}

/** In lots, because a statement takes only so many values. */
async function insertInLots<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  made: QueryDeepPartialEntity<Row>[],
): Promise<void> {
  for (let start = 0; start < made.length; start += 500) await tx.insert(entity, made.slice(start, start + 500));
}
