import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { elapsed, type Elapsed } from '../policy/elapsed.js';
import { stageName, type StageSubject } from '../policy/stages.js';
import { dayOf } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';

/** How long a case or its assessment stood in a stage; one that has not been left is counted to today. */
export type StagePassed = Elapsed & {
  readonly subject: StageSubject;
  readonly stage: string;
  readonly name: string;
  readonly enteredAt: string;
  readonly leftAt: string | null;
};

type Row = Pick<StagePassed, 'subject' | 'stage' | 'enteredAt' | 'leftAt'>;

@Injectable()
export class StagesQueries {
  constructor(private readonly read: Read) {}

  /** The stages of a case and of its assessment, each in the order in which they were passed. */
  async ofCase(caseId: string, today: string): Promise<StagePassed[]> {
    const found = await this.read.rows<Row>(
      sql`select s.subject, s.stage, s."enteredAt", s."leftAt" from case_stages s
          where s."caseId" = ${caseId} order by s.subject desc, s."enteredAt", s.id`,
    );
    const calendar = await calendarOf(this.read.source);
    return found.filter(isLasting).map((row) => ({
      ...{ ...row, name: stageName(row.subject, row.stage) },
      ...elapsed(dayOf(row.enteredAt), row.leftAt === null ? today : dayOf(row.leftAt), calendar),
    }));
  }
}

/** A sign-off that an author's change removes leaves the assessment submitted for no time at all. */
const isLasting = ({ subject, stage, enteredAt, leftAt }: Row): boolean =>
  !(subject === 'ASSESSMENT' && stage === 'SUBMITTED' && enteredAt === leftAt);
