import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { isOpenTo, openTo, type Reader } from '../access/open-cases.js';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import type { Involvement } from '../policy/audit-gates.js';
import type { Permission } from '../policy/permissions.js';
import type { Answers } from '../policy/questions/question-set.js';
import { usualPrecision } from '../policy/sampling.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { fromJson, Read, row, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { AuditStatus } from './audit.entity.js';
import { involvementIn } from './independence.js';
import { assertInOrder, type Period, populationCount } from './population.js';
import { sizeBy, type SizeRule } from './size-rule.js';

export type PlanFound = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelAreaName: string;
  readonly from: string;
  readonly to: string;
  readonly framework: string;
  /** The kind of rule alone: its number beside a sample would tell how much of it is closed to the reader. */
  readonly sizeRule: SizeRule['kind'];
  readonly seed: string;
  /** Of the cases there were at the draw, those that are open to the reader. */
  readonly population: number;
  readonly createdByName: string;
  readonly createdAt: string;
};

export type PlanListed = PlanFound & { readonly size: number; readonly complete: number };

export type CaseDrawn = {
  readonly caseId: string;
  readonly reference: string;
  readonly position: number;
  readonly reason: 'RANDOM';
  readonly disposal: string | null;
  /** As it was called when it was decided; null where nobody had changed the name. */
  readonly disposalName: string | null;
  readonly status: AuditStatus | null;
  readonly auditedBy: string | null;
  readonly auditedByName: string | null;
  readonly updatedAt: string | null;
};

export type AuditFound = {
  readonly status: AuditStatus;
  readonly version: number;
  readonly answers: Answers;
  readonly auditedBy: string;
  readonly updatedAt: string;
};

type PlanRow = Omit<PlanFound, 'sizeRule'> & { sizeRule: string };

/** The panel areas in which the actor holds the permission that the route asks. */
function visiblePlans(actor: Actor, permission: Permission): Sql {
  const areas = areasWhere(actor, permission);
  return areas.length === 0 ? sql`1 = 0` : sql`p."panelAreaId" in (${join(areas)})`;
}

const planColumns = (reader: Reader): Sql => sql`
  p.id, p."panelAreaId", g.name as "panelAreaName", p."fromDay" as "from", p."toDay" as "to", p.framework, p."sizeRule",
  p.seed, p.population - (
    select cast(count(*) as integer) from audit_populations x
    where x."planId" = p.id and not (${isOpenTo(reader, sql`x."caseId"`)})) as "population",
  w.name as "createdByName", p."createdAt"`;
const planTables = sql`audit_plans p join panel_areas g on g.id = p."panelAreaId" join people w on w.id = p."createdBy"`;

const withRule = <Row extends PlanRow>(found: Row): Omit<Row, 'sizeRule'> & Pick<PlanFound, 'sizeRule'> => ({
  ...found,
  sizeRule: fromJson<SizeRule>(found.sizeRule, { kind: 'NUMBER', size: 0 }).kind,
});

/** A plan within the actor's scope. `source` is `tx` or `read.source`. */
export async function findPlan(source: Source, actor: Actor, permission: Permission, id: string): Promise<PlanFound> {
  const found = await row<PlanRow>(
    source,
    sql`select ${planColumns(actor)} from ${planTables} where p.id = ${id} and ${visiblePlans(actor, permission)}`,
  );
  if (!found) throw new NotFound();
  return withRule(found);
}

@Injectable()
export class AuditsQueries {
  constructor(private readonly read: Read) {}

  /** Newest first; `after` is the id of the last plan seen. */
  async plans(actor: Actor, limit: number, after?: string): Promise<{ items: PlanListed[]; next: string | null }> {
    const older = after === undefined ? empty : sql`and p.id < ${after}`;
    const found = await this.read.rows<PlanRow & { size: number; complete: number }>(
      sql`select ${planColumns(actor)},
            (select cast(count(*) as integer) from audit_cases ac
             where ac."planId" = p.id and ${isOpenTo(actor, sql`ac."caseId"`)}) as "size",
            (select cast(count(*) as integer) from audits a
             where a."planId" = p.id and a.status = 'COMPLETE' and ${isOpenTo(actor, sql`a."caseId"`)}) as "complete"
          from ${planTables} where ${visiblePlans(actor, 'audit.read')} ${older}
          order by p.id desc limit ${limit + 1}`,
    );
    const items = found.slice(0, limit).map(withRule);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  plan(actor: Actor, permission: Permission, id: string): Promise<PlanFound> {
    return findPlan(this.read.source, actor, permission, id);
  }

  /** The cases of a plan that are open to the reader, counted in the order drawn, with how far each audit is; or one. */
  sample(reader: Reader, planId: string, caseId?: string): Promise<CaseDrawn[]> {
    const one = caseId === undefined ? empty : sql`where n."caseId" = ${caseId}`;
    return this.read.rows(
      sql`select * from (select ac."caseId", c.reference, ac.reason,
            cast(row_number() over (order by ac.position) as integer) as "position", a.status, a."auditedBy", w.name as "auditedByName",
            a."updatedAt",
            d.disposal, ${nameHeld(sql`d.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "disposalName"
          from audit_cases ac join cases c on c.id = ac."caseId"
          left join standing_police_decisions d on d."recommendationId" = (
            select max(r.id) from standing_recommendations r where r."caseId" = ac."caseId")
          left join audits a on a."planId" = ac."planId" and a."caseId" = ac."caseId"
          left join people w on w.id = a."auditedBy"
          where ac."planId" = ${planId} and ${openTo(reader)}) n ${one} order by n."position"`,
    );
  }

  involvement(actor: Actor, planId: string, caseId?: string): Promise<Map<string, Involvement[]>> {
    return involvementIn(this.read.source, actor.personId, planId, caseId);
  }

  /** How many cases were decided in a period, and how many of them the inspectorate's rule would draw. */
  async population(actor: Actor, period: Period): Promise<{ population: number; sizeByRule: number }> {
    if (!may(actor, 'audit.plan', period.panelAreaId)) throw new NotFound();
    assertInOrder(period);
    const population = await populationCount(this.read.source, actor, period);
    return { population, sizeByRule: sizeBy({ kind: 'PRECISION', ...usualPrecision }, population) };
  }

  async audit(planId: string, caseId: string): Promise<AuditFound | null> {
    const found = await this.read.row<Omit<AuditFound, 'answers'> & { answers: string }>(
      sql`select a.status, a.version, a.answers, a."auditedBy", a."updatedAt"
          from audits a where a."planId" = ${planId} and a."caseId" = ${caseId}`,
    );
    return found && { ...found, answers: fromJson<Answers>(found.answers, {}) };
  }
}

export type AuditAnswers = { readonly status: AuditStatus; readonly answers: Answers };

/** What was answered in every audit of a plan whose case is open to the reader, for its ratings. */
export async function answersIn(source: Source, reader: Reader, planId: string): Promise<AuditAnswers[]> {
  const found = await rows<{ status: AuditStatus; answers: string }>(
    source,
    sql`select a.status, a.answers from audits a
        where a."planId" = ${planId} and ${isOpenTo(reader, sql`a."caseId"`)}`,
  );
  return found.map(({ status, answers }) => ({ status, answers: fromJson<Answers>(answers, {}) }));
}
