import type { ChecksQueries } from '../checks/checks.queries.js';
import { checkLine } from '../checks/agency-check.view.js';
import { disposalName } from '../policy/disposals.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { answerRows } from '../platform/web/form-answers.js';
import { dayInWords } from '../platform/web/words.js';
import { summaryCard } from '../victims/victim.view.js';
import type { VictimSummary } from '../victims/victims.queries.js';
import { isNotAnalysed } from './assessment.view.js';
import type { AssessmentFound, EarlierFound, VoiceFound } from './assessments.queries.js';
import { readAnchor } from './sign-off.fields.js';

type Row = { readonly key: string; readonly value: string };
export type Section = {
  readonly title: string;
  readonly href?: string;
  /** Where it stands on the page on which the whole is read; the first card of a section alone has one. */
  readonly anchor?: string;
  readonly rows: readonly Row[];
  /** What must not be overlooked, said beside the title. */
  readonly mark?: string;
};

const row = (key: string, value: string | null | undefined): Row => ({ key, value: value ?? '' });
const written = (rows: readonly Row[]): Row[] => rows.filter(({ value }) => value !== '');
const day = (text: string | null): string => (text ? dayInWords(text) : '');
const voiceWords = { OBTAINED: 'Yes', NOT_OBTAINED: 'No', NO_CARER: 'There is no parent or carer' } as const;

/** What was said and how it was heard, or what was tried and who agreed to go on without it. */
export function voiceRows(voice: VoiceFound | null): Row[] {
  if (!voice) return [row('Have they been heard?', 'Nothing is recorded yet')];
  const tried = voice.attempts.map(({ on, how, result }) => `${dayInWords(on)}: ${how}. ${result}`).join('\n');
  const agreed = voice.approvedByName && `${voice.approvedByName}. ${voice.approvalReason ?? ''}`.trim();
  return [
    row('Have they been heard?', voiceWords[voice.status]),
    ...written([
      row('When', day(voice.heardOn)),
      row('Who listened', voice.heardBy),
      row('Where and how', voice.how),
      row('In their own words', voice.words),
      row('What changed because of it', voice.influence),
      row('Why not', voice.reason),
      row('What was tried', tried),
      row('Recorded by', voice.recordedByName),
      row('Who agreed to go on without', agreed),
    ]),
  ];
}

export const voiceSections = (at: string, voices: readonly VoiceFound[]): Section[] => [
  {
    title: 'The child’s voice',
    href: `${at}/voices/child`,
    anchor: readAnchor('voices/child'),
    rows: voiceRows(voices.find(({ who }) => who === 'CHILD') ?? null),
  },
  {
    title: 'The parent or carer’s voice',
    href: `${at}/voices/carer`,
    anchor: readAnchor('voices/carer'),
    rows: voiceRows(voices.find(({ who }) => who === 'CARER') ?? null),
  },
];

export const earlierSections = (at: string, { items, check }: EarlierFound): Section[] => [
  {
    title: 'Where earlier disposals were looked for',
    href: `${at}/earlier-disposals/check`,
    anchor: readAnchor('earlier-disposals'),
    rows: [
      row('Places', check?.places),
      row('When and by whom', check && `${dayInWords(check.checkedOn)}, ${check.checkedByName}`),
    ],
  },
  ...items.map(({ id, disposal, givenOn, offence, response }) => ({
    title: `${disposalName(disposal)}, ${dayInWords(givenOn)}`,
    href: `${at}/earlier-disposals/${id}/response`,
    rows: [
      row('For', offence),
      row('What was done', response?.whatWasDone),
      row('How the child responded', response?.childsResponse),
      row('What is different now', response?.differentNow),
    ],
  })),
];

export const victimSections = (
  victims: readonly VictimSummary[],
  noVictimReason: string | null | undefined,
): Section[] =>
  (victims.length > 0
    ? victims.map(summaryCard)
    : [{ title: 'Victims', rows: [row('No identifiable victim', noVictimReason)] }]
  ).map((card, place) => (place === 0 ? { ...card, anchor: readAnchor('victims') } : card));

export const checkSection = (
  at: string,
  checks: Awaited<ReturnType<ChecksQueries['ofCase']>>,
  today: string,
): Section => ({
  title: 'Agency checks',
  href: `${at}/agency-checks`,
  anchor: readAnchor('agency-checks'),
  rows: checks
    .map((check) => checkLine(check, today, { caseId: null }))
    .map(({ agency, words, since, chased, content, analysis, reason }) => {
      const meaning = analysis && `What it means: ${analysis}`;
      return row(agency, [words, since, chased, content, reason, meaning].filter(Boolean).join('\n'));
    }),
});

/** The answers with the wording that was asked, page by page, and which of them give facts without what they mean. */
export const answerSections = (
  at: string,
  set: QuestionSet,
  kept: Pick<AssessmentFound, 'answers'> | null,
): Section[] =>
  set.pages.map((page) => ({
    title: page.title,
    href: `${at}/assessment/${page.slug}`,
    anchor: readAnchor(page.slug),
    rows: answerRows(page.questions, kept?.answers ?? {}).map(({ ask, answer }) => row(ask, answer)),
    ...(isNotAnalysed(page, kept?.answers ?? {}) ? { mark: 'Not analysed' } : {}),
  }));
