import { caseSubject } from '../cases/visible-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { ForumReferral } from './forum-referral.entity.js';
import { latestReferral } from './forum-referrals.queries.js';

/**
 * Opens the referral to a forum, as "to be referred", or adds the reason to one whose result is not known yet; part of
 * a unit of work. What the forum answered before stands beside it.
 */
export async function openReferral(
  { tx, actor, now, record }: Work,
  found: CaseFound,
  forum: ForumCode,
  reason: ReferralReason,
): Promise<void> {
  const latest = await latestReferral(tx, found.id, forum);
  const isOpen = latest !== null && latest.result === null;
  if (isOpen && latest.because.includes(reason)) return;
  if (isOpen) await tx.update(ForumReferral, { id: latest.id }, { because: [...latest.because, reason] });
  else {
    const opened = { openedBy: actor.personId, openedAt: now, because: [reason], version: 1 };
    await tx.insert(ForumReferral, { id: newId(), caseId: found.id, forum, ...opened });
  }
  record(caseSubject(found), { type: 'FORUM_REFERRAL_OPENED', forum, because: reason });
}
