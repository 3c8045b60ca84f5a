import { type Blocker, blocker, casePage, type Facts } from './gate.js';
import { afterDecision, beforeDecision, type CaseState } from './lifecycle.js';
import { prosecutorResult, type ProsecutorResult } from './prosecutor.js';

/** What a prosecutor answers against dealing with a case out of court. Source: Director’s Guidance on Charging, as known. */
export const againstOutOfCourt: readonly ProsecutorResult[] = ['REFUSED', 'ADVICE_CHARGE', 'ADVICE_NO_ACTION'];

/** And against what is no disposal out of court: taking no action, and charging. Source: as above. */
export const againstOthers: Readonly<Record<string, readonly ProsecutorResult[]>> = {
  NO_FURTHER_ACTION: ['AUTHORISED', 'ADVICE_OUT_OF_COURT', 'ADVICE_CHARGE'],
  CHARGE: ['ADVICE_OUT_OF_COURT', 'ADVICE_NO_ACTION'],
};

const isAgainst = (disposal: string, advised: ProsecutorResult): boolean =>
  (againstOthers[disposal] ?? againstOutOfCourt).includes(advised);

/**
 * Asks for words where a disposal is chosen against what the prosecutor answered last. In: the disposal and the answer.
 * Out: the blocker or none; none where nothing was answered. Source: house rule on Director’s Guidance on Charging (police
 * decide, the prosecutor advises).
 */
export const adviceBlockers = (
  facts: Facts<{ caseId: string; disposal: string; advised: ProsecutorResult }>,
): Blocker[] =>
  facts.disposal && facts.advised && isAgainst(facts.disposal, facts.advised)
    ? [
        blocker('PROSECUTOR_ADVISED_OTHERWISE', casePage(facts, 'prosecutor'), {
          about: prosecutorResult(facts.advised).name,
        }),
      ]
    : [];

/**
 * Asks for words before an outcome is given against an answer that came when police had decided: they did not know it. In:
 * the disposal, the answer, when it was recorded and when they decided. Out: the blocker or none. Source: as `adviceBlockers`.
 */
export const adviceSince = (
  facts: Facts<{ caseId: string; disposal: string; advised: ProsecutorResult; advisedAt: string; decidedAt: string }>,
): Blocker[] => ((facts.advisedAt ?? '') > (facts.decidedAt ?? '') ? adviceBlockers(facts) : []);

export type AdviceFacts = Facts<{
  state: CaseState;
  /** What the prosecutor answered last of what ends a referral. */
  advised: ProsecutorResult;
  /** When that was recorded. */
  advisedAt: string;
  decided: string;
  decidedAt: string;
  /** Conditions were not kept, and police were asked what follows: 1, or 0. */
  failureAsked: number;
}>;

/** What a decision maker is asked to do about advice, in words. Source: house rule. */
export const adviceAsks = {
  DECIDE: 'Police have still to decide with this advice before them',
  REVIEW: 'It is not what police had decided: a review of that decision is still to be taken',
} as const;

export type AdviceAsk = keyof typeof adviceAsks;

/**
 * What is still to be done about a prosecutor’s advice: before a decision on which it bears, a decision; after one that
 * was made without it and differs, a review of it. Nothing once police decided knowing it, nor of a case that
 * ended; nor where conditions were not kept, since that question has a duty of its own.
 * In: facts. Out: what is asked, or null. Source: house rule on Director’s Guidance on Charging (police decide, the prosecutor advises).
 */
export function adviceAsk({
  state,
  advised,
  advisedAt,
  decided,
  decidedAt,
  failureAsked,
}: AdviceFacts): AdviceAsk | null {
  if (!state || !advised || !advisedAt || advised === 'NOT_NEEDED') return null;
  if (state === 'RECOMMENDED') return 'DECIDE';
  if (beforeDecision.includes(state)) return againstOutOfCourt.includes(advised) ? 'DECIDE' : null;
  if (failureAsked || !afterDecision.includes(state) || !decided || (decidedAt ?? '') >= advisedAt) return null;
  return isAgainst(decided, advised) ? 'REVIEW' : null;
}
