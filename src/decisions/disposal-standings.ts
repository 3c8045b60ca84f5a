import { sourceHere } from '../policy/area-first-day.js';
import type { Disposal } from '../policy/disposal.js';
import { type DisposalBook, editionIn, notEnded } from '../policy/disposal-book.js';
import { type DisposalFacts, disposalBlockers, type DisposalStage } from '../policy/disposal-gates.js';
import type { DisposalCode } from '../policy/disposals.js';
import { standingOf, type StandingCode, standingWords } from '../policy/disposal-standing.js';
import type { Blocker } from '../policy/gate.js';
import type { Severity } from '../policy/rule.js';
import { type RuleCode, rules } from '../policy/rules.js';

type Reason = {
  readonly code: RuleCode;
  readonly message: string;
  readonly severity: Severity;
  readonly source: string;
  readonly checkedOn: string | null;
  /** Answered by whoever recommends or decides: it leaves the disposal open, with a warning. */
  readonly toAnswer: boolean;
};

/** What has to be answered if a disposal is chosen, beside what the rules of the disposal itself say. */
export type Asked = (row: Disposal) => readonly Blocker[];

/** How a disposal stands for this child: every reason with its source. Never a rank; the order is always the same. */
export type Standing = {
  readonly code: DisposalCode;
  readonly name: string;
  readonly edition: number;
  readonly standing: StandingCode;
  readonly words: string;
  readonly blockers: readonly Blocker[];
  readonly reasons: readonly Reason[];
  readonly row: Disposal;
};

const reasonOf = (
  { code, message, severity }: Blocker,
  row: Disposal,
  facts: DisposalFacts,
  toAnswer: boolean,
): Reason => {
  const { citation: source, checkedOn } = sourceHere(code, row, facts);
  return { code, message, severity, source, checkedOn, toAnswer };
};

/** What only informs stands beside a disposal, and nobody answers it. */
const mustAnswer = ({ code, severity }: Blocker): boolean =>
  severity === 'STOP' || severity === 'OVERRIDE' || rules[code].acknowledged === true;

const nothing: Asked = () => [];

/** Every disposal that has not ended, in the order of the book of the facts' day. */
export const disposalStandings = (
  facts: DisposalFacts,
  stage: DisposalStage,
  book: DisposalBook,
  asked: Asked = nothing,
): Standing[] =>
  notEnded(book, facts.day ?? '').map((row) => {
    const blockers = disposalBlockers({ ...facts, disposal: row.code }, stage, row);
    const toAnswer = asked(row);
    const standing = standingOf(blockers, toAnswer);
    const reasons = [
      ...blockers.map((found) => reasonOf(found, row, facts, false)),
      ...toAnswer.map((found) => reasonOf(found, row, facts, mustAnswer(found))),
    ];
    return {
      ...{ code: row.code, name: row.name, edition: editionIn(book, row.code), row },
      ...{ standing, words: standingWords[standing], blockers, reasons },
    };
  });
