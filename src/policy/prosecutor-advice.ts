import type { Facts } from './gate.js';
import { beforeDecision } from './clocks.js';
import type { CaseState } from './lifecycle.js';
import type { ProsecutorResult } from './prosecutor.js';

/** The one disposal that deals with nothing. */
export const noAction = 'NO_FURTHER_ACTION';

/** What a prosecutor answers against dealing with a case out of court. Source: Director’s Guidance on Charging, as known. */
export const againstOutOfCourt: readonly ProsecutorResult[] = ['REFUSED', 'ADVICE_CHARGE', 'ADVICE_NO_ACTION'];

/** And against taking no action on it. Source: as above. */
export const againstNoAction: readonly ProsecutorResult[] = ['AUTHORISED', 'ADVICE_OUT_OF_COURT', 'ADVICE_CHARGE'];

/** Where a police decision stands that advice can contradict. Source: the lifecycle. */
export const decidedStates: readonly CaseState[] = ['DECIDED', 'OUTCOME_RECORDED'];

export type AdviceFacts = Facts<{
  state: CaseState;
  /** What the prosecutor answered last of what ends a referral. */
  advised: ProsecutorResult;
  /** When that was recorded. */
  advisedAt: string;
  decided: string;
  decidedAt: string;
}>;

/** What a decision maker is asked to do about advice, in words. Source: house rule. */
export const adviceAsks = {
  DECIDE: 'Police have still to decide with this advice before them',
  REVIEW: 'It is not what police had decided: a review of that decision is still to be taken',
} as const;

export type AdviceAsk = keyof typeof adviceAsks;

/**
 * What is still to be done about a prosecutor’s advice: before a decision on which it bears, a decision; after one that
 * was made without it and differs, a review of it. Nothing once police decided knowing it, nor of a case that ended.
 * In: facts. Out: what is asked, or null. Source: house rule on Director’s Guidance on Charging (police decide, the prosecutor advises).
 */
export function adviceAsk({ state, advised, advisedAt, decided, decidedAt }: AdviceFacts): AdviceAsk | null {
  if (!state || !advised || !advisedAt || advised === 'NOT_NEEDED') return null;
  if (state === 'RECOMMENDED') return 'DECIDE';
  if (beforeDecision.includes(state)) return againstOutOfCourt.includes(advised) ? 'DECIDE' : null;
  if (!decidedStates.includes(state) || !decided || (decidedAt ?? '') >= advisedAt) return null;
  return (decided === noAction ? againstNoAction : againstOutOfCourt).includes(advised) ? 'REVIEW' : null;
}
