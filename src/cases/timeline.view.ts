import type { Listed } from '../platform/database/keyset.js';
import type { TimelineInput } from './timeline.input.js';
import type { TimelineItem } from './timeline.queries.js';

export type TimelinePage = {
  readonly title: string;
  readonly items: readonly {
    readonly title: string;
    readonly by: string;
    readonly at: string;
    readonly text: string;
  }[];
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
};

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The timeline as its page prints it, newest first. */
export function timelinePage(
  caseId: string,
  input: TimelineInput,
  { items, next }: Listed<TimelineItem>,
): TimelinePage {
  const changesOnly = input.changesOnly ?? false;
  const page = `/cases/${caseId}/timeline`;
  const address = (changes: boolean, after?: string | null): string => {
    const query = new URLSearchParams();
    if (changes) query.set('changesOnly', 'true');
    if (after) query.set('after', after);
    return query.size > 0 ? `${page}?${query.toString()}` : page;
  };
  return {
    title: 'Timeline',
    items: items.map(({ at, actor, isByPerson, sentence, reason }) => ({
      title: capitalised(sentence),
      by: actor ?? (isByPerson ? 'somebody' : 'the service'),
      at,
      text: reason ?? '',
    })),
    tabs: timelineTabs(caseId, changesOnly ? 'CHANGES' : 'EVERYTHING'),
    newer: input.after ? address(changesOnly) : undefined,
    older: next ? address(changesOnly, next) : undefined,
  };
}

export type TimelineTab = 'EVERYTHING' | 'CHANGES' | 'STAGES';

/** The pages that tell what became of a case and when. */
export const timelineTabs = (caseId: string, current: TimelineTab): TimelinePage['tabs'] => [
  { text: 'Everything', href: `/cases/${caseId}/timeline`, current: current === 'EVERYTHING' },
  { text: 'Changes only', href: `/cases/${caseId}/timeline?changesOnly=true`, current: current === 'CHANGES' },
  { text: 'Time in each stage', href: `/cases/${caseId}/stages`, current: current === 'STAGES' },
];
