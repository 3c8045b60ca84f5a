import sql, { join, type Sql } from 'sql-template-tag';
import type { NewsCome } from '../policy/late-news.js';
import { lifecycle } from '../policy/lifecycle.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { caseColumns, type CaseFound } from './find-case.js';
import { moveCase } from './move-case.js';
import { reopenSections } from './reopen-sections.js';
import { caseSubject } from './visible-cases.js';

/**
 * Takes those cases (of `cases`) whose preparation was signed off back to preparation, in whatever panel area; part of a
 * unit of work. What the news touches is reopened, there and in cases that were signed off before and are being prepared
 * again.
 */
export async function reopenSignedOff(work: Work, which: Sql, come: NewsCome): Promise<void> {
  const moved = await rows<{ id: string }>(
    work.tx,
    sql`update cases set version = version + 1
        where (state in (${join([...lifecycle.REOPEN.from])})
            or (state = 'PREPARING' and exists (select 1 from sign_offs s where s."caseId" = cases.id)))
          and ${which} returning id`,
  );
  if (moved.length === 0) return;
  const found = await rows<CaseFound>(
    work.tx,
    sql`select ${caseColumns}
        from cases c join children k on k.id = c."childId" where c.id in (${join(moved.map(({ id }) => id))})`,
  );
  for (const one of found) {
    await reopenSections(work, one, come);
    if (one.state === 'PREPARING') continue;
    work.record(caseSubject(one), { type: 'SIGN_OFF_REMOVED', because: come.news });
    await moveCase(work, one, 'REOPEN');
  }
}
