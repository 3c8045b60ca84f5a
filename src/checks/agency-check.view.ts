import { agencies } from '../policy/agencies.js';
import { checkStanding, checkStandings, checkStandingTags } from '../policy/check-standing.js';
import { section, type Section } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import type { CheckStatus } from './agency-check.entity.js';
import type { CheckFound } from './checks.queries.js';

export type CheckLine = {
  readonly agency: string;
  readonly isRequired: boolean;
  readonly status: CheckStatus;
  readonly words: string;
  /** The words where there is room for one or two. */
  readonly tag: string;
  readonly since: string;
  readonly isOverdue: boolean;
  readonly chased: string;
  readonly chase: string | null;
  readonly content: string | null;
  readonly analysis: string | null;
  readonly isUnanalysed: boolean;
  readonly reason: string | null;
  readonly href: string | null;
};

const dayOr = (day: string | null): string => (day ? dayInWords(day) : '');

const by = (name: string | null): string => (name ? ` by ${name}` : '');

/** Since when an answer is awaited, or when it came. */
function sinceWords({ status, requestedOn, dueOn, respondedOn, respondedBy }: CheckFound): string {
  if (status === 'REQUESTED') return `Asked on ${dayOr(requestedOn)}, due ${dayOr(dueOn)}`;
  return respondedOn ? `${dayInWords(respondedOn)}, recorded${by(respondedBy)}` : '';
}

/** When the agency was reminded, in one line; who did and how stands on the check itself. */
const chasedWords = ({ chasers }: CheckFound): string =>
  chasers.length > 0 ? `Chased on ${chasers.map(({ on }) => dayInWords(on)).join(', ')}` : '';

type Ways = { readonly caseId: string | null; readonly mayChase?: boolean };

/** Where a check stands, in words: overdue and awaited, not asked and nothing known are never the same. */
export const standingWords = (check: Pick<CheckFound, 'status' | 'dueOn'>, today: string): string =>
  checkStandings[checkStanding(check, today)];

/** A line of the table of a case, as it stands today; `caseId` when the reader may change it. */
export const checkLine = (check: CheckFound, today: string, { caseId, mayChase = false }: Ways): CheckLine => ({
  agency: agencies[check.agency],
  isRequired: check.isRequired,
  status: check.status,
  words: standingWords(check, today),
  tag: checkStandingTags[checkStanding(check, today)],
  since: sinceWords(check),
  isOverdue: check.isOverdue,
  chased: check.status === 'REQUESTED' ? chasedWords(check) : '',
  chase:
    mayChase && caseId && check.status === 'REQUESTED'
      ? `/cases/${caseId}/agency-checks/${check.agency}/chasers`
      : null,
  content: check.content,
  analysis: check.analysis,
  isUnanalysed: check.status === 'INFORMATION_RECEIVED' && !check.analysis,
  reason: check.reason,
  href: caseId ? `/cases/${caseId}/agency-checks/${check.agency}` : null,
});

/** Who asked, who reminded and by when, above the form; the partner who is asked reads the same. */
export const requestRows = (check: CheckFound, today: string): { key: string; value: string }[] => {
  const { requestedOn, requestedBy, dueOn, chasers } = check;
  if (!requestedOn) return [];
  const chased = chasers.map(({ on, how, by }) => `${dayInWords(on)} by ${by}: ${how}`);
  return [
    { key: 'Where it stands', value: standingWords(check, today) },
    { key: 'Asked on', value: `${dayInWords(requestedOn)}${by(requestedBy)}` },
    { key: 'Chased on', value: chased.length > 0 ? chased.join('\n') : 'Not chased' },
    { key: 'Due', value: dayOr(dueOn) },
  ];
};

/** What each agency was asked and answered, for who reads the whole case. `readOn` decides what is overdue. */
export const checkSection = (checks: readonly CheckFound[], readOn: string): Section =>
  section(
    'agency-checks',
    'Agency checks',
    checks
      .map((check) => checkLine(check, readOn, { caseId: null }))
      .map(({ agency, words, since, chased, content, analysis, reason }) => ({
        key: agency,
        value: [
          ...[words, since, chased],
          content && `What they said: ${content}`,
          analysis && `What it means: ${analysis}`,
          reason && `Why: ${reason}`,
        ]
          .filter(Boolean)
          .join('\n'),
      })),
  );
