import { caseHead } from '../cases/case-head.view.js';
import { omissionsOn } from '../policy/questions/checking-answers.js';
import { pageStatus } from '../policy/questions/progress.js';
import type { Answers, Page, QuestionSet } from '../policy/questions/question-set.js';
import { codeInWords, dayInWords } from '../platform/web/words.js';
import { disposalInWords, periodInWords } from './audit-plan.view.js';
import type { OpenedAudit } from './open-audit.js';
import type { Papers } from './papers.queries.js';

export const auditPage = ({ plan, drawn }: OpenedAudit, rest = ''): string =>
  `/audit-plans/${plan.id}/cases/${drawn.caseId}${rest}`;

const on = (words: string, day: string | null): string => (day === null ? words : `${words}, ${dayInWords(day)}`);

const papersRows = (papers: Papers) => [
  ...papers.offences.map(({ description, date, gravityFinal }) => ({
    key: `Offence of ${dayInWords(date)}`,
    value: gravityFinal === null ? description : `${description}\nGravity score ${gravityFinal}`,
  })),
  { key: 'Referred', value: dayInWords(papers.referredOn) },
  { key: 'Stance on responsibility', value: codeInWords(papers.responsibilityStance) },
  {
    key: 'Panel recommended',
    value: on(disposalInWords(papers.recommended, papers.recommendedName), papers.meetingDay),
  },
  { key: 'Police decided', value: on(disposalInWords(papers.decided, papers.decidedName), papers.decidedOn) },
  { key: 'Outcome', value: on(disposalInWords(papers.outcome, papers.outcomeName), papers.givenOn) },
  { key: 'Delivery', value: papers.delivery === null ? 'Not recorded' : codeInWords(papers.delivery) },
];

function taskOf(page: Page, answers: Answers, opened: OpenedAudit) {
  const left = omissionsOn(page, answers).length;
  const status = pageStatus(page, answers);
  const why = status === 'IN_PROGRESS' ? `${left} ${left === 1 ? 'answer is' : 'answers are'} missing` : undefined;
  return { title: page.title, href: auditPage(opened, `/${page.slug}`), status, why };
}

const missingIn = (set: QuestionSet, answers: Answers, opened: OpenedAudit) =>
  set.pages.flatMap((page) =>
    omissionsOn(page, answers).map(({ question, message }) => ({
      text: message,
      href: auditPage(opened, `/${page.slug}#answers-${question.replaceAll('.', '-')}`),
    })),
  );

/** The audit of one case: its papers in short, how far each page of questions is, and what is missing. */
export function auditCaseView(opened: OpenedAudit, papers: Papers, today: string) {
  const { plan, drawn, found, set, audit } = opened;
  const answers = audit?.answers ?? {};
  const offenceDay = papers.offences[0]?.date;
  return {
    child: caseHead(found, today, offenceDay === undefined ? {} : { offenceDay }),
    plan: periodInWords(plan),
    casePage: `/cases/${found.id}`,
    state: audit?.status ?? 'NOT_STARTED',
    status: audit === null ? 'Not started' : codeInWords(audit.status),
    by: drawn.auditedByName,
    updatedAt: audit?.updatedAt,
    papers: papersRows(papers),
    tasks: set.pages.map((page) => taskOf(page, answers, opened)),
    missing: missingIn(set, answers, opened),
  };
}
