import { newsInWords } from '../policy/late-news.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { sectionPage, sectionTitle } from '../policy/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { Reopened } from './late-news.queries.js';

/** One piece of news with every section that it reopened. */
export type NewsShown = {
  readonly came: string;
  readonly when: string;
  readonly sections: readonly {
    readonly title: string;
    readonly href: string;
    readonly isOpen: boolean;
    readonly settled: string;
    readonly because: string;
    readonly stands: string | null;
  }[];
};

/** How a section was settled, in a few words; what it waits for while it is not. */
export function settledWords({ settledAs, settledBy, settledAt }: Reopened): string {
  if (!settledAt) return 'Not looked at since';
  const who = `${settledBy ?? 'somebody'}, ${instantInWords(settledAt)}`;
  return settledAs === 'STANDS' ? `Looked at again and stands: ${who}` : `Changed: ${who}`;
}

const afterPack = ({ meetingDay }: Reopened): string =>
  meetingDay ? `, after the case was listed for the meeting of ${dayInWords(meetingDay)}` : '';

/** What came, when, and what it reopened, the latest first. In: rows, the set of the case, whether the reader settles. */
export function newsShown(
  caseId: string,
  rows: readonly Reopened[],
  { set, maySettle }: { readonly set: QuestionSet; readonly maySettle: boolean },
): NewsShown[] {
  const at = `/cases/${caseId}`;
  const isSame = (one: Reopened, other: Reopened): boolean =>
    one.cameAt === other.cameAt && one.news === other.news && one.about === other.about;
  const firsts = rows.filter((row, place) => rows.findIndex((other) => isSame(row, other)) === place);
  return firsts.map((first) => {
    const group = rows.filter((row) => isSame(row, first));
    const sections = group.map((row) => ({
      title: sectionTitle(row.section, set),
      href: `${at}/${sectionPage(row.section)}`,
      isOpen: row.settledAt === null,
      settled: settledWords(row),
      because: row.settledBecause ?? '',
      stands: maySettle && row.settledAt === null ? `${at}/reopened-sections/${row.id}` : null,
    }));
    return { came: newsInWords(first), when: `${instantInWords(first.cameAt)}${afterPack(first)}`, sections };
  });
}
