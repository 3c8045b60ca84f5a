import { type StageSubject, stageSubjects } from '../policy/stages.js';
import { instantInWords } from '../platform/web/words.js';
import type { StagePassed } from './stages.queries.js';
import { timelineTabs } from './timeline.view.js';

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

const rowOf = ({ name, enteredAt, leftAt, days, workingDays }: StagePassed) => ({
  name,
  entered: instantInWords(enteredAt),
  left: leftAt === null ? 'Still in it' : instantInWords(leftAt),
  time: [count(days, 'day'), workingDays === null ? 'working days not known' : count(workingDays, 'working day')].join(
    ', ',
  ),
});

/** The time in each stage as its page prints it. In: case, stages. Out: what the template prints. */
export const stagesPage = (caseId: string, passed: readonly StagePassed[]) => ({
  title: 'Time in each stage',
  tabs: timelineTabs(caseId, 'STAGES'),
  tables: (Object.keys(stageSubjects) as StageSubject[])
    .map((subject) => ({
      title: stageSubjects[subject],
      rows: passed.filter((one) => one.subject === subject).map(rowOf),
    }))
    .filter(({ rows }) => rows.length > 0),
});
