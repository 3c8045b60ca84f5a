import { type AreaSettings } from '../policy/area-settings.js';
import { featuresInWords } from '../policy/offence-classes.js';
import { reviewGrades } from '../policy/resolution-review.js';
import { resolutionBlockers } from '../policy/routing.js';
import type { Listed } from '../platform/database/keyset.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { ChildRecord } from '../children/child-record.js';
import type { MonthCounted } from './review-counts.report.js';
import type { ReviewFound, SampledFound, SampleFound } from './resolution-samples.queries.js';

const ROOT = '/resolution-samples';

/** `2026-03` as `March 2026`. */
export const monthInWords = (month: string): string => dayInWords(`${month}-01`).replace(/^1 /, '');

export const sampledPage = ({ sampleId, id }: Pick<SampledFound, 'sampleId' | 'id'>, rest = ''): string =>
  `${ROOT}/${sampleId}/resolutions/${id}${rest}`;

/** The samples drawn, and the months of which none was drawn yet. */
export const samplesView = (
  { items, next }: Listed<SampleFound>,
  due: readonly MonthCounted[],
  { after, mayDraw }: { after: string | undefined; mayDraw: boolean },
): object => ({
  title: 'Police-issued resolutions drawn for review',
  mayDraw,
  due: due.map(({ panelArea, panelAreaId, month, registered }) => ({
    text: `${panelArea}, ${monthInWords(month)}: ${registered} registered`,
    href: `${ROOT}/new?${new URLSearchParams({ panelAreaId, month }).toString()}`,
  })),
  samples: items.map((one) => ({
    ...one,
    name: `${one.panelArea}, ${monthInWords(one.month)}`,
    href: `${ROOT}/${one.id}`,
    toTell: one.reviewed - one.told,
  })),
  newer: after ? ROOT : null,
  older: next ? `${ROOT}?after=${next}` : null,
});

const toldWords = ({ reviewId, toldOn }: SampledFound): string => {
  if (!reviewId) return '';
  return toldOn ? `Told on ${dayInWords(toldOn)}` : 'Still to be told';
};

/** A sample with each of its resolutions, and how it was drawn. */
export const sampleView = (sample: SampleFound, resolutions: readonly SampledFound[]): object => ({
  title: `Resolutions registered in ${monthInWords(sample.month)}`,
  caption: sample.panelArea,
  back: ROOT,
  progress: `${sample.reviewed} of ${sample.size} are reviewed`,
  resolutions: resolutions.map((one) => ({
    ...{ position: one.position, name: `${one.givenName} ${one.familyName}`, href: sampledPage(one) },
    ...{ givenOn: one.givenOn, offence: one.offence, officer: one.officer ?? 'Not recorded' },
    ...{ review: one.grade ? reviewGrades[one.grade] : 'Not reviewed yet', told: toldWords(one) },
  })),
  facts: [
    { key: 'Registered in the month', value: String(sample.population) },
    { key: 'Asked for by the panel area', value: String(sample.wanted) },
    { key: 'Seed', value: sample.seed },
    { key: 'Drawn', value: `${instantInWords(sample.drawnAt)} by ${sample.drawnBy}` },
  ],
});

type Shown = {
  readonly found: SampledFound;
  readonly reviews: readonly ReviewFound[];
  readonly child: Pick<ChildRecord, 'disposals'>;
  readonly goesToPanel: AreaSettings['goesToPanel'];
  readonly mayReview: boolean;
  readonly mayTell: boolean;
};

/** One resolution of a sample: what is known of it, what local rules said, what reviews found. */
export function sampledView({ found, reviews, child, goesToPanel, mayReview, mayTell }: Shown): object {
  const { givenOn, features, disposalId } = found;
  const earlier = child.disposals.filter((one) => one.id !== disposalId && one.givenOn <= givenOn);
  return {
    title: 'A police-issued resolution',
    back: `${ROOT}/${found.sampleId}`,
    blockers: resolutionBlockers({ earlier, features, goesToPanel, mend: sampledPage(found) }).map((one) => ({
      ...one,
      mend: '',
    })),
    rows: [
      { key: 'Issued on', value: dayInWords(givenOn) },
      { key: 'Offence', value: found.offence },
      { key: 'Part of the offence', value: featuresInWords(features) },
      { key: 'Officer', value: found.officer ?? '' },
      { key: 'Why without the panel', value: found.withoutPanelBecause ?? '' },
    ],
    reviews: reviews.map(reviewShown),
    review: mayReview ? sampledPage(found, '/review') : null,
    tell: mayTell && found.reviewId && !found.toldOn ? sampledPage(found, '/told') : null,
  };
}

const reviewShown = (one: ReviewFound, place: number): object => ({
  title: `${place === 0 ? 'Review' : 'Earlier review'} of ${instantInWords(one.reviewedAt)}`,
  rows: [
    { key: 'Found', value: reviewGrades[one.grade] },
    { key: 'Why', value: one.comment },
    { key: 'By', value: one.reviewedBy },
    {
      key: 'Police told',
      value: one.toldOn
        ? `${dayInWords(one.toldOn)}: ${one.toldWhom ?? ''} (recorded by ${one.toldBy ?? ''})`
        : 'Not yet',
    },
  ],
});

/** Counts by month and panel area, as the page prints them. */
export const countsView = (
  counted: readonly MonthCounted[],
  { first, last }: { readonly first: string; readonly last: string },
): object => ({
  title: 'Reviews of police-issued resolutions by month',
  period: `Registered from ${monthInWords(first)} to ${monthInWords(last)}`,
  back: ROOT,
  grades: Object.values(reviewGrades),
  months: counted.map(({ grades, sampleId, ...one }) => ({
    ...one,
    name: `${one.panelArea}, ${monthInWords(one.month)}`,
    href: sampleId && `${ROOT}/${sampleId}`,
    grades: Object.values(grades),
  })),
});
