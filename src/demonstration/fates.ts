import type { DisposalCode } from '../policy/disposals.js';
import type { TurnCode } from './turns.js';

/** How far a case of the demonstration comes, and with which disposal. */
export type Fate = Stage & {
  /** What else becomes of it there. */
  readonly turns?: readonly TurnCode[];
  /** What police decide, where that is not what the panel recommends. */
  readonly police?: DisposalCode;
  /** Of the same incident as the case before it. */
  readonly sameIncident?: true;
  /** It cannot wait for the next meeting of the series. */
  readonly extraordinary?: true;
};

type Stage =
  | { readonly to: 'REFERRED' | 'PREPARING' | 'HALF_PREPARED' | 'READY' | 'LISTED' | 'RETURNED' | 'WITHDRAWN' }
  | { readonly to: 'SENT_BACK' | 'NEWS_CAME' }
  | { readonly to: 'ADJOURNED_TO_READY' | 'ADJOURNED_TO_PREPARING' | 'ESCALATED' }
  | {
      readonly to: 'RECOMMENDED' | 'DECIDED' | 'OUTCOME_RECORDED' | 'CLOSED' | 'NOT_COMPLETED';
      readonly disposal: DisposalCode;
    };

/** Cases referred on one day: how many days ago, to which area, and what becomes of each. */
export type Wave = {
  readonly daysAgo: number;
  readonly area: 'CITY' | 'COUNTY';
  readonly fates: readonly Fate[];
  /** Who the first of them is about, where it matters: a fourth community resolution, a possible match. */
  readonly child?: 'THREE_TIMES_BEFORE' | 'LIKE_ANOTHER';
};

const past = (disposal: DisposalCode): readonly Fate[] => [
  { to: 'CLOSED', disposal: 'COMMUNITY_RESOLUTION' },
  { to: 'CLOSED', disposal: 'YOUTH_CAUTION' },
  { to: 'OUTCOME_RECORDED', disposal: 'YOUTH_CONDITIONAL_CAUTION' },
  { to: 'CLOSED', disposal: 'OUTCOME_22' },
  { to: 'NOT_COMPLETED', disposal: 'OUTCOME_22' },
  { to: 'CLOSED', disposal: 'NO_FURTHER_ACTION' },
  { to: 'CLOSED', disposal },
  { to: 'RETURNED' },
  { to: 'WITHDRAWN' },
];

/** Oldest first: the story is told in the order in which it happened. Some sixty cases, in every state there is. */
export const waves: readonly Wave[] = [
  { daysAgo: 84, area: 'CITY', fates: past('OUTCOME_21') },
  { daysAgo: 70, area: 'COUNTY', fates: past('OUTCOME_20') },
  { daysAgo: 56, area: 'CITY', fates: past('OUTCOME_23') },
  { daysAgo: 42, area: 'COUNTY', fates: past('CHARGE') },
  {
    daysAgo: 28,
    area: 'CITY',
    fates: [
      { to: 'DECIDED', disposal: 'OUTCOME_22', turns: ['MISSED'] },
      { to: 'DECIDED', disposal: 'COMMUNITY_RESOLUTION' },
      { to: 'DECIDED', disposal: 'COMMUNITY_RESOLUTION', police: 'YOUTH_CAUTION' },
      { to: 'RECOMMENDED', disposal: 'COMMUNITY_RESOLUTION' },
      { to: 'ESCALATED', turns: ['ONE_SENIOR_ANSWERED'] },
      { to: 'ADJOURNED_TO_READY' },
      { to: 'ADJOURNED_TO_PREPARING' },
      { to: 'OUTCOME_RECORDED', disposal: 'COMMUNITY_RESOLUTION', turns: ['CORRECTED', 'WRITTEN_TO'] },
      { to: 'CLOSED', disposal: 'COMMUNITY_RESOLUTION' },
    ],
  },
  {
    daysAgo: 14,
    area: 'COUNTY',
    fates: [
      { to: 'RECOMMENDED', disposal: 'OUTCOME_22', turns: ['PROSECUTOR_ASKED'] },
      { to: 'LISTED' },
      { to: 'LISTED', extraordinary: true },
      { to: 'NEWS_CAME' },
      { to: 'HALF_PREPARED' },
      { to: 'SENT_BACK' },
    ],
  },
  {
    daysAgo: 13,
    area: 'CITY',
    child: 'THREE_TIMES_BEFORE',
    fates: [
      { to: 'LISTED' },
      { to: 'LISTED', turns: ['RESTRICTED'] },
      { to: 'LISTED', turns: ['STEPPED_OUT'] },
      { to: 'READY', turns: ['LISTED_LATE'] },
      { to: 'LISTED' },
      { to: 'LISTED', sameIncident: true, turns: ['HEARD_TOGETHER'] },
      { to: 'READY' },
      { to: 'HALF_PREPARED' },
    ],
  },
  { daysAgo: 2, area: 'CITY', fates: [{ to: 'REFERRED' }, { to: 'REFERRED' }, { to: 'PREPARING' }] },
  {
    daysAgo: 1,
    area: 'COUNTY',
    child: 'LIKE_ANOTHER',
    fates: [{ to: 'REFERRED' }, { to: 'REFERRED' }, { to: 'REFERRED' }],
  },
];
