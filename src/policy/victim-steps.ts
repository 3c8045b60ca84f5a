/**
 * What a victim worker does next about one victim, with the words people read, the most pressing first.
 * Source: Code of Practice for Victims of Crime (asked, offered, told within a clock); rules.md, VICTIM_NOT_HEARD.
 */
export const victimSteps = {
  TELL: 'Tell them the outcome',
  TELL_OF_REVIEW: 'Tell them what a review changed',
  SAFETY_OVERDUE: 'See to what keeps them safe: it is overdue',
  TRY_AGAIN: 'Try again to reach them',
  ASK_CONSENT: 'Ask whether their details may be shared',
  ASK_WHY: 'Record why they did not agree',
  ASK_VIEW: 'Ask for their view',
  SAFETY: 'See to what keeps them safe',
  ANSWER: 'Ask what they answer to the offer',
  OFFER: 'Offer a way to have the harm repaired',
  CONTACT: 'Be in touch as planned',
} as const;

export type VictimStep = keyof typeof victimSteps;

const pages: Readonly<Record<Exclude<VictimStep, 'TELL_OF_REVIEW'>, string>> = {
  TELL: 'about/telling',
  SAFETY_OVERDUE: 'about/safety',
  TRY_AGAIN: 'view',
  ASK_CONSENT: 'about/consent',
  ASK_WHY: 'view',
  ASK_VIEW: 'view',
  SAFETY: 'about/safety',
  ANSWER: 'about/offer',
  OFFER: 'about/offer',
  CONTACT: 'about/contact',
};

/**
 * Where a step is recorded. What a review changed is told to every victim of a case, and is one duty. In: the step, case and
 * victim. Out: an address. Source: house rule.
 */
export const stepPage = (step: VictimStep, caseId: string, victimId: string): string =>
  step === 'TELL_OF_REVIEW'
    ? `/cases/${caseId}/duties/TELL_VICTIM_OF_REVIEW/done`
    : `/cases/${caseId}/victims/${victimId}/${pages[step]}`;

type Clocks = {
  readonly step: VictimStep;
  /** By when the duties to tell the outcome and what a review changed are to be done. */
  readonly outcomeDueOn: string | null;
  readonly reviewDueOn: string | null;
  readonly meetingDay: string | null;
  readonly nextContactOn: string | null;
  readonly safetyDueOn: string | null;
};

const beforePanel: readonly VictimStep[] = ['TRY_AGAIN', 'ASK_CONSENT', 'ASK_WHY', 'ASK_VIEW'];

/**
 * By when. Telling is due when its duty is, and safety by what was agreed; a view is wanted before the meeting for which the case
 * is listed; for all else, and where contact is planned before that, the day is the one that was planned. Null where no
 * day is set. In: what the days stand on. Out: a day. Source: as above.
 */
export function stepDueOn(clocks: Clocks): string | null {
  const { step, nextContactOn, meetingDay } = clocks;
  if (step === 'TELL_OF_REVIEW') return clocks.reviewDueOn;
  if (step === 'TELL') return clocks.outcomeDueOn;
  if (step === 'SAFETY' || step === 'SAFETY_OVERDUE') return clocks.safetyDueOn;
  const days = [nextContactOn, beforePanel.includes(step) ? meetingDay : null].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}
