import { auditBlockers, type Involvement } from '../policy/audit-gates.js';
import { disposalName } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { marginOfError, usualPrecision } from '../policy/sampling.js';
import type { Answer, Answers, QuestionSet } from '../policy/questions/question-set.js';
import { findFramework } from '../policy/ratings.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { CaseDrawn, PlanFound, PlanListed } from './audits.queries.js';

type Involved = ReadonlyMap<string, readonly Involvement[]>;

/** The sample as the API gives it: beside each case what keeps the asker from auditing it. */
export const sampleWithBlockers = (
  plan: PlanFound,
  sample: readonly CaseDrawn[],
  involved: Involved,
): (CaseDrawn & { blockers: Blocker[] })[] =>
  sample.map((drawn) => ({
    ...drawn,
    blockers: auditBlockers(involved.get(drawn.caseId) ?? [], `/audit-plans/${plan.id}`),
  }));

export type KeyQuestionAnswer = { ref: string; judgement: string; evidence: string };

/** The judgements made so far: a key question is one that has evidence beside it. */
export const keyQuestionAnswers = ({ pages }: QuestionSet, answers: Answers): KeyQuestionAnswer[] =>
  pages.flatMap(({ questions }) =>
    questions
      .filter(({ id }) => answers[id] !== undefined && questions.some((other) => other.id === `${id}-evidence`))
      .map(({ id }) => ({
        ref: id,
        judgement: textIn(answers[id]),
        evidence: textIn(answers[`${id}-evidence`]),
      })),
  );

const textIn = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

export const frameworkTitle = (id: string): string => findFramework(id)?.title ?? id;

export const periodInWords = ({ from, to }: { from: string; to: string }): string =>
  `${dayInWords(from)} to ${dayInWords(to)}`;

const sizeRuleInWords = {
  NUMBER: 'A number chosen by whoever drew the sample',
  PRECISION: 'As many as the inspectorate’s formula asks for the precision wanted',
} as const;

/** How exactly the audits of this sample speak for all its cases, from what the reader sees of both. */
function precisionInWords(population: number, size: number): string {
  const { confidence } = usualPrecision;
  return `${marginOfError(population, size, confidence)} points, at ${confidence}% confidence`;
}

export const disposalInWords = (code: string | null, name?: string | null): string =>
  code === null ? 'Not recorded' : disposalName(code, name);

/** The list of plans. */
export const plansView = ({ items, next }: { items: readonly PlanListed[]; next: string | null }) => ({
  title: 'Audits',
  plans: items.map((plan) => ({
    href: `/audit-plans/${plan.id}`,
    area: plan.panelAreaName,
    period: periodInWords(plan),
    progress: `${plan.complete} of ${plan.size} complete`,
    of: plan.population,
    drawn: instantInWords(plan.createdAt),
    by: plan.createdByName,
  })),
  older: next && `/audit-plans?after=${next}`,
});

type Row = {
  position: number;
  reference: string;
  href: string | null;
  reason: string;
  disposal: string;
  status: string;
  state: string;
  by: string;
  conflict: string | null;
};

const statuses = { NOT_STARTED: 'Not started', DRAFT: 'Draft', COMPLETE: 'Complete' } as const;

function rowOf(plan: PlanFound, drawn: CaseDrawn, involved: readonly Involvement[], mayAudit: boolean): Row {
  const state = drawn.status ?? 'NOT_STARTED';
  const [shut] = auditBlockers(involved, `/audit-plans/${plan.id}`);
  return {
    position: drawn.position,
    reference: drawn.reference,
    href: mayAudit && !shut ? `/audit-plans/${plan.id}/cases/${drawn.caseId}` : null,
    reason: 'Drawn at random',
    disposal: disposalInWords(drawn.disposal, drawn.disposalName),
    state,
    status: statuses[state],
    by: drawn.auditedByName ?? '',
    conflict: shut?.message ?? null,
  };
}

/** A plan: how its sample was drawn, how far its audits are, and which of its cases the asker may audit. */
export function planView(plan: PlanFound, sample: readonly CaseDrawn[], involved: Involved, mayAudit: boolean) {
  const complete = sample.filter(({ status }) => status === 'COMPLETE').length;
  const begun = sample.filter(({ status }) => status !== null).length;
  return {
    title: `Audit of ${plan.panelAreaName}, ${periodInWords(plan)}`,
    back: '/audit-plans',
    ratings: `/audit-plans/${plan.id}/ratings`,
    progress: `${complete} of ${sample.length} audits complete, ${begun - complete} in draft`,
    facts: [
      { key: 'Framework', value: frameworkTitle(plan.framework) },
      { key: 'Cases decided in the period', value: String(plan.population) },
      { key: 'Cases drawn', value: String(sample.length) },
      { key: 'How many to draw', value: sizeRuleInWords[plan.sizeRule] },
      ...(sample.length === 0
        ? []
        : [{ key: 'Margin of error', value: precisionInWords(plan.population, sample.length) }]),
      { key: 'Seed', value: plan.seed },
      { key: 'Drawn', value: `${instantInWords(plan.createdAt)} by ${plan.createdByName}` },
    ],
    sample: sample.map((drawn) => rowOf(plan, drawn, involved.get(drawn.caseId) ?? [], mayAudit)),
  };
}
