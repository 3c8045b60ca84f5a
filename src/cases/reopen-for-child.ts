import sql from 'sql-template-tag';
import type { News } from '../policy/late-news.js';
import type { Work } from '../platform/unit-of-work.js';
import { isLimited } from './access/closed-cases.js';
import { reopenSignedOff } from './reopen-signed-off.js';

/** Reopens every signed-off case of a child, because something about the child's past became known. */
export const reopenForChild = (work: Work, identityId: string, news: News, about?: string): Promise<void> =>
  reopenSignedOff(work, sql`"childId" in (select k.id from children k where k."identityId" = ${identityId})`, {
    news,
    about,
  });

/**
 * The same because a case gave a disposal or took it back. A restricted case brings no such news to the child's other cases:
 * it would tell those who are not named that there is this one.
 */
export async function reopenForGiven(
  work: Work,
  { id, identityId }: { id: string; identityId: string },
): Promise<void> {
  if (!(await isLimited(work.tx, id))) await reopenForChild(work, identityId, 'EARLIER_DISPOSAL');
}
