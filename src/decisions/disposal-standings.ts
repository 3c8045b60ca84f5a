import { type DisposalFacts, disposalBlockers, type DisposalStage } from '../policy/disposal-gates.js';
import { type DisposalCode, disposalCodes, disposals } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { rules } from '../policy/rules.js';

/** How a disposal stands for this child: every reason with its source. Never a rank; the order is always the same. */
export type Standing = {
  readonly code: DisposalCode;
  readonly name: string;
  readonly words: string;
  readonly blockers: readonly Blocker[];
  readonly reasons: readonly { readonly message: string; readonly source: string }[];
};

function wordsOf(blockers: readonly Blocker[]): string {
  const has = (severity: string) => blockers.some((one) => one.severity === severity);
  if (has('STOP')) return 'Closed';
  if (has('OVERRIDE')) return 'Closed unless somebody who may gives a reason';
  return has('WARN') ? 'Open with a warning' : 'Open';
}

export const disposalStandings = (facts: DisposalFacts, stage: DisposalStage): Standing[] =>
  disposalCodes.map((code) => {
    const blockers = disposalBlockers({ ...facts, disposal: code }, stage);
    return {
      code,
      name: disposals[code].name,
      words: wordsOf(blockers),
      blockers,
      reasons: blockers.map((found) => ({ message: found.message, source: rules[found.code].source })),
    };
  });
