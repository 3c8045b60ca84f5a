import { newsInWords } from '../policy/late-news.js';
import { sectionPage, sectionTitle } from '../policy/sections.js';
import type { Point } from './case-records.queries.js';

type Marked = { readonly status: string; readonly why?: string | null };

/** What is said of a section that was sent back or reopened; null once the news about it was considered. */
function wordsOf({ kind, news, about, settledAt, reason }: Point): string | null {
  if (kind === 'RETURNED') return settledAt ? 'Sent back, and answered' : `Sent back: ${reason ?? ''}`;
  return settledAt || !news ? null : `Reopened by late news: ${newsInWords({ news, about })}`;
}

/** A task is about a section when its page is that of the section, one under it, or the list of all the questions. */
function isAbout(page: string, section: string): boolean {
  const own = sectionPage(section);
  return page === own || page.startsWith(`${own}/`) || (page === 'assessment' && own.startsWith('assessment/'));
}

/** The task of all the questions names each page: those that news reopened in one sentence, then the reasons. */
function ofEachPage(points: readonly Point[]): string[] {
  const reopened = points.filter((point) => point.kind === 'NEWS' && wordsOf(point) !== null);
  const titles = [...new Set(reopened.map(({ section }) => sectionTitle(section)))];
  const sentBack = points.filter(({ kind }) => kind === 'RETURNED');
  return [
    ...(titles.length > 0 ? [`Reopened by late news: ${titles.join('; ')}`] : []),
    ...sentBack.map((point) => `${sectionTitle(point.section)}: ${wordsOf(point) ?? ''}`),
  ];
}

/**
 * A task with what its sections were sent back for, or what reopened them, said first; one that waits for an answer needs
 * attention whatever else is complete. `page` is the rest of its address under the case.
 */
export function markTask<Task extends Marked>(task: Task, page: string, points: readonly Point[]): Task {
  const own = points.filter(({ section }) => isAbout(page, section));
  const said = page === 'assessment' ? ofEachPage(own) : own.flatMap((point) => wordsOf(point) ?? []);
  if (said.length === 0) return task;
  const why = [...new Set([...said, ...(task.why ? [task.why] : [])])].join('. ');
  const waits = own.some(({ settledAt }) => settledAt === null);
  return { ...task, why, ...(waits ? { status: 'NEEDS_ATTENTION' } : {}) };
}
