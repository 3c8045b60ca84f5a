import { dayInWords } from '../platform/web/words.js';
import type { NewReferrals } from './new-referrals.queries.js';

const counted = (count: number): string => (count === 1 ? '1 new referral' : `${count} new referrals`);

/** The list as its page prints it: facts, and what they are not. In: what was found. Out: what the template prints. */
export const newReferralsView = ({ label, items, windows }: NewReferrals) => ({
  label,
  rows: windows.map(({ months, lastDay, isOver, referrals }) => ({
    key: `Within ${months} months`,
    value: isOver ? counted(referrals) : `${counted(referrals)} so far; the months end on ${dayInWords(lastDay)}`,
  })),
  items: items.map(({ caseId, reference, referredOn }) => ({
    href: `/cases/${caseId}`,
    text: reference,
    on: dayInWords(referredOn),
  })),
});
