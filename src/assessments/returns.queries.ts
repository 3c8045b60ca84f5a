import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Read, rows, type Source } from '../platform/database/read.js';

/** One reason for which the assessment was sent back, with what its author answered. */
export type ReasonFound = {
  readonly id: string;
  readonly section: string | null;
  readonly reason: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly version: number;
};

/** Once the assessment was sent back: by whom and when, why, and when it was submitted again. */
export type ReturnFound = {
  readonly id: string;
  readonly returnedBy: string | null;
  readonly returnedAt: string;
  readonly submittedAgainAt: string | null;
  readonly reasons: readonly ReasonFound[];
};

type Row = Omit<ReturnFound, 'reasons' | 'id'> & ReasonFound & { readonly returnId: string };

/** Every return of a case, the latest first, each with its reasons in the order in which they were given. */
export async function returnsOf(source: Source, caseId: string): Promise<ReturnFound[]> {
  const found = await rows<Row>(
    source,
    sql`select t.id as "returnId", r.name as "returnedBy", t."returnedAt", t."submittedAgainAt", q.id, q.section,
               q.reason, q.answer, a.name as "answeredBy", q."answeredAt", q.version
        from assessment_returns t join return_reasons q on q."returnId" = t.id and q."caseId" = t."caseId"
        left join people r on r.id = t."returnedBy" left join people a on a.id = q."answeredBy"
        where t."caseId" = ${caseId} order by t."returnedAt" desc, t.id, q.position`,
  );
  const ids = [...new Set(found.map(({ returnId }) => returnId))];
  return ids.flatMap((id) => {
    const own = found.filter(({ returnId }) => returnId === id);
    const [first] = own;
    if (!first) return [];
    const { returnedBy, returnedAt, submittedAgainAt } = first;
    return [{ id, returnedBy, returnedAt, submittedAgainAt, reasons: own.map(reasonOf) }];
  });
}

const reasonOf = ({ id, section, reason, answer, answeredBy, answeredAt, version }: Row): ReasonFound => ({
  ...{ id, section, reason, answer, answeredBy, answeredAt, version },
});

/** The same for pages. */
@Injectable()
export class ReturnsQueries {
  constructor(private readonly read: Read) {}

  ofCase(caseId: string): Promise<ReturnFound[]> {
    return returnsOf(this.read.source, caseId);
  }
}
