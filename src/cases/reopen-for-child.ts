import sql, { join } from 'sql-template-tag';
import type { News } from '../policy/late-news.js';
import { lifecycle } from '../policy/lifecycle.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import type { CaseFound } from './find-case.js';
import { moveCase } from './move-case.js';
import { reopenSections } from './reopen-sections.js';
import { caseSubject } from './visible-cases.js';

/**
 * Takes every case of a child whose preparation was signed off back to preparation, in whatever panel area, because
 * something about the child's past became known; part of a unit of work. What it touches is reopened, there and in cases
 * that were signed off before and are being prepared again.
 */
export async function reopenForChild(work: Work, identityId: string, because: News, about?: string): Promise<void> {
  const moved = await rows<{ id: string }>(
    work.tx,
    sql`update cases set version = version + 1
        where (state in (${join([...lifecycle.REOPEN.from])})
            or (state = 'PREPARING' and exists (select 1 from sign_offs s where s."caseId" = cases.id)))
          and "childId" in (select k.id from children k where k."identityId" = ${identityId}) returning id`,
  );
  if (moved.length === 0) return;
  const found = await rows<CaseFound>(
    work.tx,
    sql`select c.id, c.reference, c.state, c."stateSince", c.version, c."panelAreaId", c."childId", k."identityId",
               k."givenName", k."familyName", k."dateOfBirth", c."referredOn", c."signedOffBy", c."signedOffOn",
               c."allocatedTo"
        from cases c join children k on k.id = c."childId" where c.id in (${join(moved.map(({ id }) => id))})`,
  );
  for (const one of found) {
    await reopenSections(work, one, { news: because, about });
    if (one.state === 'PREPARING') continue;
    work.record(caseSubject(one), { type: 'SIGN_OFF_REMOVED', because });
    await moveCase(work, one, 'REOPEN');
  }
}
