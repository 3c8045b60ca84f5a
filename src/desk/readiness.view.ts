import { rules } from '../policy/rules.js';
import { caseHead } from '../cases/case-head.view.js';
import type { Readiness } from './readiness.js';
import { readinessFor, type ReadinessFor } from './readiness.input.js';

const words: Readonly<Record<ReadinessFor, { readonly tab: string; readonly ready: string }>> = {
  SIGN_OFF: { tab: 'Sign-off', ready: 'Nothing keeps a manager from signing off the preparation.' },
  LIST: { tab: 'Listing', ready: 'Nothing keeps the case from being listed for a meeting.' },
  RECOMMEND: { tab: 'Recommendation', ready: 'Nothing that is known keeps the panel from recommending.' },
  RECORD_OUTCOME: { tab: 'Outcome', ready: 'Nothing that is known keeps the outcome from being recorded.' },
};

/**
 * What is missing and why, each with its source, and the page that mends it for whoever may open that. In: readiness, where
 * links lead whoever reads it. Out: what is printed.
 */
export function readinessPage({ found, today, asked, blockers }: Readiness, leadsTo: (page: string) => string): object {
  const page = `/cases/${found.id}/readiness`;
  return {
    title: 'What is missing and why',
    child: caseHead(found, today),
    back: `/cases/${found.id}`,
    tabs: readinessFor.map((code) => ({ text: words[code].tab, href: `${page}?for=${code}`, current: code === asked })),
    heading: blockers.length === 1 ? 'One thing is missing' : `${blockers.length} things are missing`,
    blockers: blockers.map((blocker) => ({
      ...blocker,
      ...{ source: rules[blocker.code].source, mend: leadsTo(blocker.mend) },
    })),
    ready: words[asked].ready,
  };
}
