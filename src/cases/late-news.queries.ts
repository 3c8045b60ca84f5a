import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { News } from '../policy/late-news.js';
import { rows, Read } from '../platform/database/read.js';
import type { Settled } from './reopened-section.entity.js';

/** A section that news reopened, and how it was settled; the latest news first. */
export type Reopened = {
  readonly id: string;
  readonly section: string;
  readonly news: News;
  readonly about: string | null;
  readonly cameAt: string;
  readonly meetingId: string | null;
  readonly meetingDay: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly settledAs: Settled | null;
  readonly settledBecause: string | null;
  readonly signedAt: string | null;
};

@Injectable()
export class LateNewsQueries {
  constructor(private readonly read: Read) {}

  /** Everything that news ever reopened in a case. */
  ofCase(caseId: string): Promise<Reopened[]> {
    return rows<Reopened>(
      this.read.source,
      sql`select r.id, r.section, r.news, r.about, r."cameAt", r."meetingId", m."meetingDay", r."settledAt",
                 p.name as "settledBy", r."settledAs", r."settledBecause", r."signedAt"
          from reopened_sections r left join meetings m on m.id = r."meetingId"
          left join people p on p.id = r."settledBy"
          where r."caseId" = ${caseId} order by r."cameAt" desc, r.id`,
    );
  }
}
