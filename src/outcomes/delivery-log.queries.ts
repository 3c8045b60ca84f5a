import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RuleCode } from '../policy/rules.js';
import { fromJson, type InText, Read } from '../platform/database/read.js';
import type { DeliveryContact, DeliveryStep, DeliveryVariation } from './delivery-log.entity.js';

type By = { readonly recordedByName: string };
type Found<Row> = Omit<Row, 'caseId' | 'recordedBy'> & By;

export type ContactFound = Found<DeliveryContact>;
export type StepFound = Found<DeliveryStep>;
export type VariationFound = Omit<Found<DeliveryVariation>, 'evaluation'> & {
  /** What was passed over or acknowledged, and why. */
  readonly overrides: DeliveryVariation['evaluation']['overrides'];
  /** What was warned of when it was saved and needed no words. */
  readonly warnings: readonly RuleCode[];
};

type VariationRow = InText<Found<DeliveryVariation>, 'agreedBy' | 'before' | 'after' | 'evaluation'>;

/** What was added to a delivery, under the decision that stands and under earlier ones, the latest first. */
@Injectable()
export class DeliveryLogQueries {
  constructor(private readonly read: Read) {}

  contacts(caseId: string): Promise<ContactFound[]> {
    return this.read.rows<ContactFound>(
      sql`select k.id, k."decisionId", k."heldOn", k.way, k.who, k.result, k.reason, k.excuse, k.note, k."recordedAt",
                 p.name as "recordedByName"
          from delivery_contacts k join people p on p.id = k."recordedBy"
          where k."caseId" = ${caseId} order by k."heldOn" desc, k.id desc`,
    );
  }

  steps(caseId: string): Promise<StepFound[]> {
    return this.read.rows<StepFound>(
      sql`select t.id, t."decisionId", t."takenOn", t.step, t.note, t."recordedAt", p.name as "recordedByName"
          from delivery_steps t join people p on p.id = t."recordedBy"
          where t."caseId" = ${caseId} order by t."takenOn" desc, t.id desc`,
    );
  }

  async variations(caseId: string): Promise<VariationFound[]> {
    const found = await this.read.rows<VariationRow>(
      sql`select v.id, v."decisionId", v."variedOn", v."agreedBy", v.why, v.before, v.after, v."dueOnBefore",
                 v."dueOnAfter", v.evaluation, v."recordedAt", p.name as "recordedByName"
          from delivery_variations v join people p on p.id = v."recordedBy"
          where v."caseId" = ${caseId} order by v.id desc`,
    );
    return found.map(({ evaluation, ...one }) => ({
      ...one,
      agreedBy: fromJson<VariationFound['agreedBy']>(one.agreedBy, []),
      before: fromJson<VariationFound['before']>(one.before, []),
      after: fromJson<VariationFound['after']>(one.after, []),
      ...saidOf(JSON.parse(evaluation) as DeliveryVariation['evaluation']),
    }));
  }
}

/** Of the rules looked at, what was passed over with a reason and what only warned: a stop is not saved. */
const saidOf = ({ overrides, results }: DeliveryVariation['evaluation']) => ({
  overrides,
  warnings: results.flatMap(({ code, result }) => (result === 'SHUT' ? [code] : [])),
});
