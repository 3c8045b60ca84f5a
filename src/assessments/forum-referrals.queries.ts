import sql from 'sql-template-tag';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import { fromJson, type InText, rows, type Source } from '../platform/database/read.js';
import type { ForumReferral } from './forum-referral.entity.js';

export type ReferralFound = Omit<ForumReferral, 'caseId'> & {
  readonly openedByName: string | null;
  readonly recordedByName: string | null;
};

/** Every referral of a case to another forum, newest first. */
export async function referralsFound(source: Source, caseId: string): Promise<ReferralFound[]> {
  const found = await rows<InText<ReferralFound, 'because'>>(
    source,
    sql`select r.id, r.forum, r.because, r."openedBy", o.name as "openedByName", r."openedAt", r."referredOn",
               r."referredTo", r.result, r."resultOn", r."recordedBy", p.name as "recordedByName", r."recordedAt",
               r.version
        from forum_referrals r left join people o on o.id = r."openedBy" left join people p on p.id = r."recordedBy"
        where r."caseId" = ${caseId} order by r.id desc`,
  );
  return found.map((one) => ({ ...one, because: fromJson<ReferralReason[]>(one.because, []) }));
}

/** The latest referral of a case to a forum, or null. */
export const latestReferral = async (source: Source, caseId: string, forum: ForumCode): Promise<ReferralFound | null> =>
  (await referralsFound(source, caseId)).find((one) => one.forum === forum) ?? null;
