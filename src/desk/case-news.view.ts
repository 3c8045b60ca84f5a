import { newsInWords } from '../policy/late-news.js';
import { sectionPage, sectionTitle } from '../policy/sections.js';
import { instantInWords } from '../platform/web/words.js';
import type { Point } from '../assessments/case-records.queries.js';
import type { CasePicture } from './case-picture.js';

/** One piece of late news: what came and when, and each section that it reopened. */
export type NewsOnCase = {
  readonly came: string;
  readonly when: string;
  /** `href` is empty where the reader may not open the page of the section. */
  readonly sections: readonly { readonly title: string; readonly href: string; readonly stands: string }[];
};

const isSame = (one: Point, other: Point): boolean =>
  one.at === other.at && one.news === other.news && one.about === other.about;

/**
 * The news since the sign-off, the latest first. In: the picture of a case, where links lead its reader. Out: what its
 * page prints.
 */
export function newsOf({ found, facts }: CasePicture, leadsTo: (page: string) => string): NewsOnCase[] {
  const points = facts.points.filter(({ kind }) => kind === 'NEWS').toReversed();
  const firsts = points.filter((point, place) => points.findIndex((other) => isSame(point, other)) === place);
  return firsts.map((first) => ({
    came: first.news ? newsInWords({ news: first.news, about: first.about }) : '',
    when: instantInWords(first.at),
    sections: points
      .filter((point) => isSame(point, first))
      .map(({ section, settledAt }) => ({
        title: sectionTitle(section),
        href: leadsTo(`/cases/${found.id}/${sectionPage(section)}`),
        stands: settledAt ? 'looked at since' : 'not looked at since',
      })),
  }));
}
