import { forumName, reasonsInWords } from '../policy/forums.js';
import { section, type Section, type Shown, written, writtenDay } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { ReferralFound } from './forum-referrals.queries.js';

/** Where a referral stands, in a few words. */
export function standingOf({ referredOn, result }: Pick<ReferralFound, 'referredOn' | 'result'>): string {
  if (!referredOn) return 'To be referred';
  return result ? 'Answered' : 'Referred, result awaited';
}

/** Everything about one referral, for its card. */
export const referralRows = (referral: ReferralFound): Shown[] => {
  const { because, referredOn, referredTo, result, resultOn, openedAt, openedByName, recordedByName } = referral;
  return [
    { key: 'Where it stands', value: standingOf(referral) },
    ...written('Because', reasonsInWords(because).join('\n')),
    ...written('Opened', [instantInWords(openedAt), openedByName].filter(Boolean).join(', ')),
    ...writtenDay('Referred on', referredOn),
    ...written('To whom', referredTo),
    ...written('Result', result),
    ...writtenDay('Result on', resultOn),
    ...written('Recorded by', recordedByName),
  ];
};

const inShort = (referral: ReferralFound): string => {
  const { because, referredOn, referredTo, result, resultOn } = referral;
  const made = referredOn && `Referred on ${dayInWords(referredOn)}${referredTo ? ` to ${referredTo}` : ''}`;
  const answer = result && `Result${resultOn ? `, ${dayInWords(resultOn)}` : ''}: ${result}`;
  return [`${standingOf(referral)}. Because: ${reasonsInWords(because).join('; ')}`, made, answer]
    .filter(Boolean)
    .join('\n');
};

/** The referrals to other forums as manager and panel read them, results included. */
export const referralSection = (referrals: readonly ReferralFound[]): Section =>
  section(
    'forum-referrals',
    'Referrals to other forums',
    referrals.map((referral) => ({ key: forumName(referral.forum), value: inShort(referral) })),
    referrals.length === 0 ? { note: 'None is recorded.' } : {},
  );

/** Each referral as a card of its own; the form of a forum belongs to the latest. */
export const referralCards = (referrals: readonly ReferralFound[], at: string): Section[] =>
  referrals.map((referral, place) => {
    const { id, forum } = referral;
    const isLatest = referrals.findIndex((one) => one.forum === forum) === place;
    return section(
      id,
      isLatest ? forumName(forum) : `${forumName(forum)}, before`,
      referralRows(referral),
      isLatest ? { href: `${at}/forum-referrals/${forum}` } : {},
    );
  });
