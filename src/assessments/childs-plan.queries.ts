import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { type ChildLook, childLook } from '../policy/child-look.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { childsPlan, type ChildsPlan } from './childs-plan.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';

/** The child's own plan as the child reads it. */
@Injectable()
export class ChildsPlanQueries {
  constructor(
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
  ) {}

  async plan(found: CaseFound): Promise<ChildsPlan & { readonly look: ChildLook }> {
    const kept = await this.queries.assessment(found);
    const answers = kept?.answers ?? {};
    const look = childLook(answers);
    return { ...childsPlan(await this.sets.asked(found, kept), answers, look), look };
  }
}
