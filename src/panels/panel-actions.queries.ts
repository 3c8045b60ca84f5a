import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Read } from '../platform/database/read.js';
import type { PanelAction } from './meeting-plans.entity.js';

export type PanelActionFound = Omit<PanelAction, 'createdBy' | 'doneBy'> & {
  readonly ownerName: string | null;
  readonly createdByName: string;
  readonly doneByName: string | null;
  readonly meetingDay: string | null;
};

@Injectable()
export class PanelActionsQueries {
  constructor(private readonly read: Read) {}

  /** What the panel asked for in a case: what is open first, by its day. */
  ofCase(caseId: string): Promise<PanelActionFound[]> {
    return this.read.rows<PanelActionFound>(
      sql`select x.id, x."caseId", x."meetingId", x.what, x."ownerId", o.name as "ownerName", x.agency, x."dueOn",
                 x."createdAt", b.name as "createdByName", x."doneAt", d.name as "doneByName", x.done, m."meetingDay"
          from panel_actions x join people b on b.id = x."createdBy"
          left join people o on o.id = x."ownerId" left join people d on d.id = x."doneBy"
          left join meetings m on m.id = x."meetingId"
          where x."caseId" = ${caseId}
          order by case when x."doneAt" is null then 0 else 1 end, x."dueOn", x.id`,
    );
  }
}
