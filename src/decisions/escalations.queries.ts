import sql from 'sql-template-tag';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { bookOn, rowIn, type StoredEdition } from '../policy/disposal-book.js';
import type { EscalationResult, Side } from '../policy/escalation.js';
import { dayOf } from '../platform/clock.js';
import { rows, type Source, together } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';

export type SeniorViewFound = {
  readonly side: Side;
  readonly result: EscalationResult;
  readonly disposal: string | null;
  /** What it was called on the day it was said. */
  readonly disposalName: string | null;
  readonly reason: string;
  readonly by: Named;
  readonly givenAt: string;
};

export type StepFound = {
  readonly id: string;
  readonly step: number;
  readonly steps: number;
  readonly name: string;
  readonly policeId: string | null;
  readonly policeName: string | null;
  readonly youthJusticeId: string | null;
  readonly youthJusticeName: string | null;
  readonly dueOn: string | null;
  readonly begunAt: string;
  readonly endedAt: string | null;
  readonly views: readonly SeniorViewFound[];
  /** Who was named after it began, the latest last. */
  readonly namings: readonly NamingFound[];
};

export type NamingFound = {
  readonly side: Side;
  readonly name: string;
  readonly insteadOf: string | null;
  readonly reason: string;
  readonly namedBy: string;
  readonly namedAt: string;
};

export type EndFound = {
  readonly result: EscalationResult;
  readonly disposal: string | null;
  /** What it was called on the day it was settled. */
  readonly disposalName: string | null;
  readonly agreed: boolean;
  readonly settledAt: string;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  /** What the chair said in taking note. */
  readonly note: string | null;
};

export type EscalationFound = {
  readonly id: string;
  readonly reason: string;
  readonly escalatedBy: Named;
  readonly escalatedAt: string;
  readonly steps: readonly StepFound[];
  readonly end: EndFound | null;
};

type Row = Omit<EscalationFound, 'escalatedBy' | 'steps' | 'end'> & { readonly by: string; readonly byName: string };
type StepRow = Omit<StepFound, 'views' | 'namings'> & { readonly escalationId: string };
type ViewRow = Omit<SeniorViewFound, 'by' | 'disposalName'> & {
  readonly stepId: string;
  readonly personId: string;
  readonly name: string;
};
type NamingRow = NamingFound & { readonly stepId: string };
type EndRow = Omit<EndFound, 'agreed' | 'disposalName'> & { readonly escalationId: string; readonly agreed: number };

/** Every escalation of a case with its steps, what seniors said and how it ended; the latest first. Five statements, six with a disposal. */
export async function escalationsOf(source: Source, caseId: string): Promise<EscalationFound[]> {
  const [found, steps, views, ends, namings] = await together(source, [
    () => rows<Row>(source, escalations(caseId)),
    () => rows<StepRow>(source, stepsOf(caseId)),
    () => rows<ViewRow>(source, viewsOf(caseId)),
    () => rows<EndRow>(source, endsOf(caseId)),
    () => rows<NamingRow>(source, namingsOf(caseId)),
  ]);
  const isNamed = [...views, ...ends].some(({ disposal }) => disposal !== null);
  const nameThen = namesIn(isNamed ? await storedEditions(source) : []);
  const said = (stepId: string) =>
    views
      .filter((view) => view.stepId === stepId)
      .map(({ stepId: _, personId, name, ...view }) => ({
        ...view,
        ...{ disposalName: nameThen(view.disposal, view.givenAt), by: { id: personId, name } },
      }));
  const named = (stepId: string) =>
    namings.filter((one) => one.stepId === stepId).map(({ stepId: _, ...naming }) => naming);
  return found.map(({ by, byName, ...one }) => ({
    ...one,
    escalatedBy: { id: by, name: byName },
    steps: steps
      .filter(({ escalationId }) => escalationId === one.id)
      .map(({ escalationId: _, ...step }) => ({ ...step, views: said(step.id), namings: named(step.id) })),
    end: endOf(
      ends.find(({ escalationId }) => escalationId === one.id),
      nameThen,
    ),
  }));
}

type NameThen = (disposal: string | null, at: string) => string | null;

/** What a disposal was called at an instant, by its edition of that day. */
const namesIn =
  (stored: readonly StoredEdition[]): NameThen =>
  (disposal, at) =>
    rowIn(bookOn(stored, dayOf(at), at), disposal)?.name ?? null;

function endOf(end: EndRow | undefined, nameThen: NameThen): EndFound | null {
  if (!end) return null;
  const { escalationId: _, agreed, ...found } = end;
  return { ...found, disposalName: nameThen(end.disposal, end.settledAt), agreed: agreed === 1 };
}

const escalations = (caseId: string) => sql`
  select e.id, e.reason, e."escalatedBy" as "by", p.name as "byName", e."escalatedAt"
  from escalations e join people p on p.id = e."escalatedBy" where e."caseId" = ${caseId} order by e.id desc`;

const stepsOf = (caseId: string) => sql`
  select s.id, s."escalationId", s.step, s.steps, s.name, s."policeId", o.name as "policeName", s."youthJusticeId",
         y.name as "youthJusticeName", s."dueOn", s."begunAt", s."endedAt"
  from escalation_steps s left join people o on o.id = s."policeId" left join people y on y.id = s."youthJusticeId"
  where s."caseId" = ${caseId} order by s.id`;

const viewsOf = (caseId: string) => sql`
  select v."stepId", v.side, v.result, v.disposal, v.reason, v."personId", p.name, v."givenAt"
  from escalation_steps s join escalation_views v on v."stepId" = s.id join people p on p.id = v."personId"
  where s."caseId" = ${caseId} order by v.id`;

const endsOf = (caseId: string) => sql`
  select r."escalationId", r.result, r.disposal, r.agreed, r."settledAt", p.name as "acknowledgedBy",
         r."acknowledgedAt", r.note
  from escalation_results r left join people p on p.id = r."acknowledgedBy" where r."caseId" = ${caseId}`;

const namingsOf = (caseId: string) => sql`
  select n."stepId", n.side, p.name, o.name as "insteadOf", n.reason, b.name as "namedBy", n."namedAt"
  from escalation_namings n join people p on p.id = n."personId" join people b on b.id = n."namedBy"
  left join people o on o.id = n."insteadOf" where n."caseId" = ${caseId} order by n.id`;
