import { agencies } from '../policy/agencies.js';
import { dayInWords } from '../platform/web/words.js';
import type { CheckStatus } from './agency-check.entity.js';
import { statusWords } from './agency-check.fields.js';
import type { CheckFound } from './checks.queries.js';

export type CheckLine = {
  readonly agency: string;
  readonly isRequired: boolean;
  readonly status: CheckStatus;
  readonly words: string;
  readonly since: string;
  readonly isOverdue: boolean;
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
  if (status === 'REQUESTED') return `Awaited since ${dayOr(requestedOn)}, due ${dayOr(dueOn)}`;
  return respondedOn ? `${dayInWords(respondedOn)}, recorded${by(respondedBy)}` : '';
}

/** A line of the table of a case; `caseId` when the reader may change it. */
export const checkLine = (check: CheckFound, caseId: string | null): CheckLine => ({
  agency: agencies[check.agency],
  isRequired: check.isRequired,
  status: check.status,
  words: statusWords[check.status],
  since: sinceWords(check),
  isOverdue: check.isOverdue,
  content: check.content,
  analysis: check.analysis,
  isUnanalysed: check.status === 'INFORMATION_RECEIVED' && !check.analysis,
  reason: check.reason,
  href: caseId ? `/cases/${caseId}/agency-checks/${check.agency}` : null,
});

/** Who asked and by when, above the form. */
export const requestRows = ({ requestedOn, requestedBy, dueOn }: CheckFound): { key: string; value: string }[] =>
  requestedOn
    ? [
        { key: 'Asked', value: `${dayInWords(requestedOn)}${by(requestedBy)}` },
        { key: 'Answer by', value: dayOr(dueOn) },
      ]
    : [];
