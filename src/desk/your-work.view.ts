import { agencies } from '../policy/agencies.js';
import { deliveryStatuses } from '../policy/delivery.js';
import { duties } from '../policy/duties.js';
import { escalationResults } from '../policy/escalation.js';
import { forumName } from '../policy/forums.js';
import { type News, newsInWords } from '../policy/late-news.js';
import { isLetterKind, letterInWords } from '../policy/letters.js';
import { prosecutorResult, type ProsecutorResult, referralPurposes } from '../policy/prosecutor.js';
import { victimSteps } from '../policy/victim-steps.js';
import { shutInWords } from '../panels/adjournments.view.js';
import { dayOf } from '../platform/clock.js';
import { fromJson } from '../platform/database/read.js';
import { monthInWords } from '../quality/resolution-samples.view.js';
import { codeInWords, dayInWords, instantInWords } from '../platform/web/words.js';
import { workLists } from './work-lists.js';
import type { Work, WorkItem } from './your-work.js';

const headsOf = new Map(workLists.map(({ code, heads }) => [code, heads]));

function timeOf(code: string, since: string | null): string {
  if (since === null) return '';
  if (code === 'SAMPLES_TO_DRAW') return monthInWords(since.slice(0, 7));
  return code === 'MEETINGS' || code === 'TO_OBSERVE'
    ? instantInWords(since)
    : dayInWords(since.length === 10 ? since : dayOf(since));
}

const named = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code;

/** The news by its code, by the agency that answered, or by the kind of earlier behaviour. */
const newsOf = (code: string): string => newsInWords({ news: code as News, about: code });

const deliveryNotes = { ...deliveryStatuses, DELIVERY: 'Plan the delivery, or say that nothing has to be delivered' };

const escalationNotes = {
  SETTLED: 'Settled: the panel recommends, or it goes back',
  NOBODY_NAMED: 'Nobody is named yet',
};

function noteOf(code: string, note: string | null): string {
  if (note === null) return '';
  const [, late] = /^OVERDUE (.+)$/s.exec(note) ?? [];
  if (late !== undefined) return `${noteOf(code, late)}, overdue`;
  if (code === 'LATE_NEWS' || code === 'NEWS_TO_CONSIDER') return newsOf(note);
  if (code.startsWith('CHECKS_')) return named(agencies, note);
  if (code === 'DUTIES' || code === 'FAILED_CONDITIONS')
    return (duties as Readonly<Record<string, string>>)[note] ?? note;
  if (code === 'OUTCOMES' || code === 'TO_CLOSE') return named(deliveryNotes, note);
  if (code === 'LETTERS') return isLetterKind(note) ? letterInWords(note) : `${note} letters`;
  if (code === 'ESCALATED' || code === 'DISAGREEMENTS') return named(escalationNotes, note);
  if (code === 'ESCALATIONS_ENDED') return named(escalationResults, note);
  if (code === 'PROSECUTOR_ADVICE') return prosecutorResult(note as ProsecutorResult).name;
  if (code === 'PROSECUTOR') return named(referralPurposes, note);
  if (code === 'RETURNS_SHUT') return shutInWords(fromJson<string[]>(note, []));
  if (code === 'TO_LIST') return `Comes back on or after ${dayInWords(note)}`;
  if (code === 'VICTIMS') return named(victimSteps, note);
  if (code.endsWith('REFERRALS_ON')) {
    const [forum = '', standing = ''] = note.split(' ');
    return `${forumName(forum)}: ${codeInWords(standing).toLowerCase()}`;
  }
  return code === 'CHECKS' || code === 'DELIVERIES_TO_PLAN' ? dayInWords(note) : note;
}

const rowOf = (code: string, { label, child, note, since, href }: WorkItem) => ({
  ...{ label, child, href, since: timeOf(code, since) },
  note: noteOf(code, note),
});

function listOf({ code, title, count, items, all }: Work): object {
  const [first, note, time] = headsOf.get(code) ?? ['Case', null, 'Since'];
  const hasChild = items.some(({ child }) => child !== null);
  const hasNote = note !== null && items.some((item) => item.note !== null);
  return {
    id: code.toLowerCase().replaceAll('_', '-'),
    title: `${title} (${count})`,
    rows: items.map((item) => rowOf(code, item)),
    columns: [first, ...(hasChild ? ['Child'] : []), ...(hasNote ? [note] : []), time].map((text) => ({ text })),
    ...{ time, hasChild, hasNote },
    all: count > items.length && all ? { href: all, text: `All ${count}` } : null,
  };
}

/** "Your work" as its page prints it. In: what waits in each role. Out: what the template prints. */
export function workPage(work: readonly Work[]): object {
  const waiting = work.filter(({ count }) => count > 0);
  return {
    title: 'Your work',
    lists: waiting.map(listOf),
    nothing: work.filter(({ count }) => count === 0).map(({ title }) => title),
  };
}
