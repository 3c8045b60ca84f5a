import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Read } from '../../platform/database/read.js';

/** A conflict of interest as it is shown: whose, why, and when and why it was lifted, where it was. */
export type ConflictOfCase = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
  readonly meetingId: string | null;
  readonly declaredByName: string;
  readonly declaredAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
};

@Injectable()
export class ConflictsQueries {
  constructor(private readonly read: Read) {}

  /** Every conflict that was ever told of a case, in their order. */
  ofCase(caseId: string): Promise<ConflictOfCase[]> {
    return this.read.rows(
      sql`select x.id, x."personId", p.name, x.reason, x."meetingId", d.name as "declaredByName", x."declaredAt",
                 l.name as "liftedByName", x."liftedAt", x."liftReason"
          from conflicts x join people p on p.id = x."personId" join people d on d.id = x."declaredBy"
          left join people l on l.id = x."liftedBy"
          where x."caseId" = ${caseId} order by x.id`,
    );
  }
}
