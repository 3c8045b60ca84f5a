import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isOpenTo } from '../access/open-cases.js';
import { countPrompts, type PromptCount } from '../policy/prompt-counts.js';
import type { Answers } from '../policy/questions/question-set.js';
import {
  countJudgements,
  type Framework,
  type KeyQuestionJudgement,
  type RatedStandard,
  rateFramework,
} from '../policy/ratings.js';
import type { Actor } from '../platform/actor.js';
import { ReportRead } from '../platform/database/read.js';
import { answersIn, findPlan, type PlanFound } from './audits.queries.js';
import { askedUnder } from './asked-under.js';

export type PlanRatings = {
  readonly plan: PlanFound;
  readonly audits: { readonly sample: number; readonly begun: number; readonly complete: number };
  readonly standards: readonly RatedStandard[];
  readonly prompts: readonly PromptCount[];
};

const judgements: readonly string[] = ['YES', 'NO', 'NOT_APPLICABLE'];

/** The judgements in one case's answers: those to the questions named as the key questions are. */
const judgementsIn = ({ standards }: Framework, answers: Answers): KeyQuestionJudgement[] =>
  standards
    .flatMap(({ keyQuestions }) => keyQuestions)
    .filter((ref) => judgements.includes(answers[ref] as string))
    .map((ref) => ({ ref, judgement: answers[ref] as KeyQuestionJudgement['judgement'] }));

/** Ratings are worked out at each reading from the answers alone, so no stored number can disagree with them. */
@Injectable()
export class AuditRatingsReport {
  constructor(private readonly read: ReportRead) {}

  async of(actor: Actor, planId: string): Promise<PlanRatings> {
    const plan = await findPlan(this.read.source, actor, 'audit.read', planId);
    const audits = await answersIn(this.read.source, actor, planId);
    const { framework, set } = askedUnder(plan.framework);
    const answers = audits.map((audit) => audit.answers);
    const counts = countJudgements(
      framework,
      answers.map((each) => judgementsIn(framework, each)),
    );
    const drawn = await this.read.row<{ size: number }>(
      sql`select cast(count(*) as integer) as "size" from audit_cases ac
          where ac."planId" = ${planId} and ${isOpenTo(actor, sql`ac."caseId"`)}`,
    );
    const complete = audits.filter(({ status }) => status === 'COMPLETE').length;
    return {
      plan,
      audits: { sample: drawn?.size ?? 0, begun: audits.length, complete },
      standards: rateFramework(framework, counts),
      prompts: countPrompts(set, answers),
    };
  }
}
