import { isRealDay } from './days.js';
import { communicationForums, type ForumCode, highLevelForum } from './forums.js';
import { type Gate, gate, casePage } from './gate.js';
import { isHigh, isRated, judgementCodes } from './judgements.js';
import type { PreparationFacts, ReferralFacts } from './preparation-facts.js';

type Known = PreparationFacts;

/** The latest referral to a forum. In: referrals, newest first; a forum. Out: the referral, or null. */
export const latestReferral = <Referral extends ReferralFacts>(
  referrals: readonly Referral[] | null | undefined,
  forum: ForumCode,
): Referral | null => referrals?.find((one) => one.forum === forum) ?? null;

const isReferred = ({ referrals }: Known, forum: ForumCode): boolean =>
  isRealDay(latestReferral(referrals, forum)?.referredOn);

/** A referral once opened is asked for also where the level was lowered since. */
function isHighRiskReferred(facts: Known): boolean {
  const { referrals, judgements } = facts;
  if (!referrals) return false;
  if (latestReferral(referrals, highLevelForum)) return isReferred(facts, highLevelForum);
  return judgementCodes.every((code) => isRated(judgements?.[code]) && !isHigh(judgements?.[code]));
}

const isCommunicationReferred = (facts: Known): boolean =>
  facts.communicationNeed === 'NO_NEED_FOUND' || communicationForums.some((forum) => isReferred(facts, forum));

/** What has to be referred to another forum. In: nothing. Out: the gates. Source: each rule's row. */
export const referralGates: readonly Gate<Known>[] = [
  gate('HIGH_RISK_NOT_REFERRED', isHighRiskReferred, (facts) => casePage(facts, `forum-referrals/${highLevelForum}`)),
  gate('COMMUNICATION_NEED_NOT_REFERRED', isCommunicationReferred, (facts) => casePage(facts, 'forum-referrals')),
];
