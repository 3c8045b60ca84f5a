import sql, { type Sql } from 'sql-template-tag';
import { rows, type Source } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import type { PutAwayBecause, ViewPutAway } from './victim-care.entity.js';

/** What a victim had said before it was changed, and until when it stood. */
export type ViewBefore = Omit<ViewPutAway, 'id' | 'victimId' | 'caseId' | 'because' | 'withdrawnAt'> & {
  readonly until: string;
};

/** Keeps the view of a victim as it stands; nothing where there is none. */
export const putAway = (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  victimId: string,
  because: PutAwayBecause,
): Promise<unknown> =>
  rows(
    tx,
    sql`insert into victim_views_withdrawn (id, "victimId", "caseId", status, "obtainedOn", view, impact, "safetyNeeds",
                                            "restorativeWish", reason, "withdrawnAt", because)
        select ${newId()}, w."victimId", w."caseId", w.status, w."obtainedOn", w.view, w.impact, w."safetyNeeds",
               w."restorativeWish", w.reason, ${now}, ${because}
        from victim_views w where w."victimId" = ${victimId}`,
  );

/** That a view put away (as `p`) may still be read: it was changed, and its victim has taken back no agreement since. */
export const isStillRead: Sql = sql`p.because = 'CHANGED' and not exists (
  select 1 from victim_views_withdrawn x
  where x."victimId" = p."victimId" and x.because = 'WITHDRAWN' and x.id > p.id)`;

/** The earlier views in a case that may still be read, by victim, the latest first. For those who speak with victims alone. */
export async function viewsBefore(source: Source, caseId: string): Promise<Map<string, ViewBefore[]>> {
  const found = await rows<ViewBefore & { readonly victimId: string }>(
    source,
    sql`select p."victimId", p.status, p."obtainedOn", p.view, p.impact, p."safetyNeeds", p."restorativeWish", p.reason,
               p."withdrawnAt" as "until"
        from victim_views_withdrawn p where p."caseId" = ${caseId} and ${isStillRead} order by p.id desc`,
  );
  return grouped(
    found,
    ({ victimId }) => victimId,
    ({ victimId: _, ...view }) => view,
  );
}
