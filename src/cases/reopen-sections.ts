import sql, { join } from 'sql-template-tag';
import { type NewsCome, sectionsTouched } from '../policy/late-news.js';
import { lifecycle } from '../policy/lifecycle.js';
import { row, rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import type { CaseFound } from './find-case.js';
import { setOfCase } from './set-of-case.js';
import { caseSubject } from './visible-cases.js';

const isSignedOff = ({ state }: Pick<CaseFound, 'state'>): boolean =>
  (lifecycle.REOPEN.from as readonly string[]).includes(state);

/** News, and sections that are not to be reopened (written in the same act) or are named by a person instead. */
export type NewsHere = NewsCome & { readonly except?: readonly string[]; readonly sections?: readonly string[] };

/**
 * Reopens what a piece of news touches, in the unit in which the sign-off goes and before the case is moved. A case that
 * was never signed off has nothing to reopen: its news is read before anybody signs.
 */
export async function reopenSections(
  work: Work,
  found: Pick<CaseFound, 'id' | 'panelAreaId' | 'state'>,
  come: NewsHere,
): Promise<void> {
  const { tx, record, now } = work;
  const { id: caseId } = found;
  const before = await whatWasRead(work, caseId);
  if (!isSignedOff(found) && !before.wasSigned) return;
  const touched = come.sections ?? sectionsTouched(come, await setOfCase(tx, caseId));
  const sections = touched.filter((section) => come.except?.includes(section) !== true);
  const about = come.about ?? null;
  const known = await again(work, caseId, come, sections);
  for (const section of sections.filter((one) => !known.includes(one))) {
    await rows(
      tx,
      sql`insert into reopened_sections (id, "caseId", section, news, about, "cameAt", "meetingId")
          values (${newId()}, ${caseId}, ${section}, ${come.news}, ${about}, ${now}, ${before.meetingId})`,
    );
  }
  if (sections.length === 0) return;
  const named = about ? { about } : {};
  record(caseSubject(found), { type: 'LATE_NEWS_CAME', news: come.news, sections: [...sections], ...named });
}

/** The same news a second time, before anybody looked: the sections are open already, and it is the later news that counts. */
async function again(
  { tx, now }: Work,
  caseId: string,
  { news, about = null }: NewsHere,
  sections: readonly string[],
): Promise<string[]> {
  if (sections.length === 0) return [];
  const open = await rows<{ section: string }>(
    tx,
    sql`update reopened_sections set "cameAt" = ${now}
        where "caseId" = ${caseId} and news = ${news} and coalesce(about, '') = ${about ?? ''}
          and "settledAt" is null and "signedAt" is null and section in (${join([...sections])}) returning section`,
  );
  return open.map(({ section }) => section);
}

type Before = { readonly wasSigned: boolean; readonly meetingId: string | null };

/** Whether it was ever signed off, and the meeting on whose agenda it waits to be heard. */
async function whatWasRead({ tx }: Work, caseId: string): Promise<Before> {
  const found = await row<{ signed: string | null; meetingId: string | null }>(
    tx,
    sql`select (select max(s."signedAt") from sign_offs s where s."caseId" = ${caseId}) as "signed",
               (select g."meetingId" from agenda_items g
                where g."caseId" = ${caseId} and g."adjournedAt" is null and not exists (
                  select 1 from recommendations r where r."caseId" = g."caseId" and r."meetingId" = g."meetingId")
                order by g.id desc limit 1) as "meetingId"`,
  );
  return { wasSigned: Boolean(found?.signed), meetingId: found?.meetingId ?? null };
}
