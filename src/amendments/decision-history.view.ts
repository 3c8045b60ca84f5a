import {
  correctablePaths,
  type RecordKind,
  recordKindCodes,
  recordKinds,
  reviewReasons,
  standings,
} from '../policy/amendments.js';
import { isRealDay } from '../policy/days.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { policeDecisionView, recommendationView } from '../decisions/decision.view.js';
import type { PoliceDecisionFound } from '../decisions/decisions.queries.js';
import type { RecommendationRead } from '../decisions/recommendations-read.js';
import { outcomeView } from '../outcomes/outcome.view.js';
import type { OutcomeFound } from '../outcomes/outcomes.queries.js';
import { type DecisionRecord, nameIn, textAt } from './decision-records.js';
import type { DecisionHistory, HistoryItem, WholeRecord } from './decision-history.js';

export type FieldLink = { readonly text: string; readonly href: string };

const shown = (text: string): string => (isRealDay(text) ? dayInWords(text) : text);

function became({ undoing, review }: HistoryItem): Shown[] {
  if (undoing) {
    const by = `${undoing.undoneBy.name}, ${instantInWords(undoing.undoneAt)}`;
    return [{ key: 'Taken back', value: undoing.note ? `${by}\n${undoing.note}` : by }];
  }
  if (!review) return [];
  return [
    { key: 'Reviewed', value: `${review.reviewedBy.name}, ${instantInWords(review.reviewedAt)}` },
    { key: 'Why', value: `${reviewReasons[review.reasonCode]}\n${review.reason}` },
    { key: 'What the child is to be told', value: review.tellChild },
    { key: 'What the parent or carer is to be told', value: review.tellCarer },
    ...(review.tellVictim ? [{ key: 'What the victim is to be told', value: review.tellVictim }] : []),
  ];
}

const itemView = (item: HistoryItem, whole: Parameters<typeof nameIn>[0]['whole']) => ({
  title: `${recordKinds[item.record]}: ${item.disposalName}`,
  standing: item.standing,
  standingText: standings[item.standing],
  rows: [
    { key: 'Day', value: dayInWords(item.day) },
    { key: 'Recorded', value: `${item.madeBy.name}, ${instantInWords(item.madeAt)}` },
    ...became(item),
  ],
  corrections: item.corrections.map(({ field, before, after, whatWasWrong, why, correctedBy, correctedAt }) => ({
    name: nameIn({ kind: item.record, whole }, field) ?? field,
    ...{ before: shown(before), after: shown(after), whatWasWrong, why },
    by: `${correctedBy.name}, ${instantInWords(correctedAt)}`,
  })),
});

/** Where each field that is written can be corrected, in the order of the records. */
export function fieldLinks(records: readonly DecisionRecord[], at: string): { title: string; links: FieldLink[] }[] {
  return recordKindCodes.flatMap((kind) => {
    const standing = records.find((one) => one.kind === kind && one.standing === 'STANDING');
    if (!standing) return [];
    const links = fieldsOf(standing).flatMap((field) => {
      const name = nameIn(standing, field);
      return name ? [{ text: name, href: `${at}/corrections/${kind}/${field}` }] : [];
    });
    return [{ title: recordKinds[kind], links }];
  });
}

/** The paths of a record where something is written, lists item by item. */
export function fieldsOf(record: DecisionRecord): string[] {
  return correctablePaths(record.kind)
    .flatMap((path) => (path.includes('.*.') ? inList(record, path) : [path]))
    .filter((path) => textAt(record, path) !== '');
}

function inList({ whole }: DecisionRecord, path: string): string[] {
  const [list = ''] = path.split('.');
  const found = (whole as unknown as Record<string, unknown>)[list];
  return Array.isArray(found) ? found.map((_, place) => path.replace('.*.', `.${place}.`)) : [];
}

/** The page of what was decided and what became of it. In: history, address of the case. Out: what its template prints. */
export function historyPage({ items, open, records }: DecisionHistory, at: string) {
  return {
    title: 'What was decided, and what became of it',
    items: items.flatMap((item) =>
      records
        .filter(({ id }) => id === item.id)
        .map(({ whole }) => ({ ...itemView(item, whole), href: `${at}/decision-history/${item.id}` })),
    ),
    undo: open.undoUntil && { href: `${at}/undoing`, until: instantInWords(open.undoUntil) },
    review: open.mayReview ? `${at}/decision-review` : null,
    fields: open.mayCorrect ? fieldLinks(records, at) : [],
  };
}

/** The page of one record, whole. In: the record. Out: what its template prints, by the kind of the record. */
export function recordPage({ whole, ...item }: WholeRecord) {
  const page = { title: `${recordKinds[item.record]}: ${item.disposalName}`, item: itemView(item, whole) };
  if (item.record === 'RECOMMENDATION')
    return { ...page, recommendation: recommendationView(whole as RecommendationRead) };
  if (item.record === 'OUTCOME') return { ...page, outcome: outcomeView(whole as OutcomeFound) };
  return { ...page, decision: policeDecisionView(whole as PoliceDecisionFound) };
}

export const kindFrom = (text: string): RecordKind | null =>
  Object.hasOwn(recordKinds, text) ? (text as RecordKind) : null;
