import sql from 'sql-template-tag';
import type { News } from '../policy/late-news.js';
import type { Work } from '../platform/unit-of-work.js';
import { reopenSignedOff } from './reopen-signed-off.js';

/** Reopens every signed-off case of a child, because something about the child's past became known. */
export const reopenForChild = (work: Work, identityId: string, news: News, about?: string): Promise<void> =>
  reopenSignedOff(work, sql`"childId" in (select k.id from children k where k."identityId" = ${identityId})`, {
    news,
    about,
  });

/** The same because a case gave a disposal or took it back; also a restricted one, since what it gives counts everywhere. */
export const reopenForGiven = (work: Work, { identityId }: { identityId: string }): Promise<void> =>
  reopenForChild(work, identityId, 'EARLIER_DISPOSAL');
