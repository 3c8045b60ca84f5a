import { type Judgement, judgementCodes, judgements } from '../policy/judgements.js';
import type { Blocker } from '../policy/gate.js';
import { factsNotAnalysed } from '../policy/questions/analysis.js';
import { judgementRules } from '../policy/judgement-gates.js';
import { pageStatus, type Unanswered } from '../policy/questions/progress.js';
import type { Answers, Page, QuestionSet } from '../policy/questions/question-set.js';
import type { RuleCode } from '../policy/rules.js';

export type Task = {
  readonly title: string;
  readonly href: string;
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'CANNOT_START' | 'NEEDS_ATTENTION' | 'COMPLETE';
  readonly why?: string;
};

/** What is known is written, and what it means is not: the fault that inspectors found (HMIP 2021, section 3.1). */
export const isNotAnalysed = (page: Page, answers: Answers): boolean => factsNotAnalysed(page, answers).length > 0;

/** The pages of the set as tasks, each with what is still to be answered. */
export const questionTasks = (at: string, set: QuestionSet, answers: Answers, open: readonly Unanswered[]): Task[] =>
  set.pages.map((page) => {
    const task = { title: page.title, href: `${at}/assessment/${page.slug}` };
    if (isNotAnalysed(page, answers)) {
      const why = 'Not analysed: what is known is written, what it means is not';
      return { ...task, status: 'NEEDS_ATTENTION', why };
    }
    const status = pageStatus(page, answers);
    const left = open.filter(({ page: slug }) => slug === page.slug).length;
    if (status !== 'IN_PROGRESS' || left === 0) return { ...task, status };
    return { ...task, status, why: left === 1 ? '1 question is open' : `${left} questions are open` };
  });

/** A part that has a page of its own: complete when none of its gates is shut. */
export function partTask(
  { title, href }: Pick<Task, 'title' | 'href'>,
  codes: readonly RuleCode[],
  blockers: readonly Blocker[],
  isBegun: boolean,
): Task {
  const shut = blockers.filter(({ code }) => codes.includes(code)).map(({ message }) => message);
  if (shut.length === 0) return { title, href, status: isBegun || codes.length > 0 ? 'COMPLETE' : 'NOT_STARTED' };
  return { title, href, status: isBegun ? 'NEEDS_ATTENTION' : 'NOT_STARTED', why: [...new Set(shut)].join('. ') };
}

export const judgementTasks = (at: string, judged: readonly Judgement[], blockers: readonly Blocker[]): Task[] =>
  judgementCodes.map((code) => {
    const href = `${at}/judgements/${code}`;
    const own = blockers.filter(({ mend }) => mend === href);
    return partTask({ title: judgements[code], href }, judgementRules(code), own, judged.includes(code));
  });

/** What stands beside the questions: who the child is, and what the child had before. */
export const otherTasks = (
  at: string,
  begun: { readonly child: boolean; readonly carer: boolean; readonly identity: boolean; readonly check: boolean },
  blockers: readonly Blocker[],
): Task[] => {
  const part = (title: string, rest: string, codes: readonly RuleCode[], isBegun: boolean): Task =>
    partTask({ title, href: `${at}/${rest}` }, codes, blockers, isBegun);
  return [
    part('The child’s voice', 'voices/child', ['CHILD_NOT_HEARD'], begun.child),
    part('The parent or carer’s voice', 'voices/carer', ['CARER_NOT_HEARD'], begun.carer),
    part('Ethnicity and identity', 'identity', ['ETHNICITY_MISSING', 'IDENTITY_NOT_CONSIDERED'], begun.identity),
    part(
      'Earlier disposals and the response to each',
      'earlier-disposals',
      ['EARLIER_DISPOSALS_NOT_CHECKED', 'EARLIER_DISPOSAL_NOT_ANALYSED'],
      begun.check,
    ),
    part('Earlier behaviour', 'earlier-behaviour', ['EARLIER_BEHAVIOUR_NOT_CONSIDERED'], true),
  ];
};

/** Where "Save and continue" leads: the next page with something open, the one just saved apart; else to check it all. */
export function pageAfter(set: QuestionSet, slug: string, open: readonly Unanswered[]): string {
  const place = set.pages.findIndex((page) => page.slug === slug);
  const others = [...set.pages.slice(place + 1), ...set.pages.slice(0, place)];
  return others.find((page) => open.some((one) => one.page === page.slug))?.slug ?? 'check';
}
