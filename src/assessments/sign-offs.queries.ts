import sql from 'sql-template-tag';
import { type CriterionAnswer, findCriteria } from '../policy/criteria/sign-off-criteria.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

/** What a manager said of one criterion, in the words in which it was asked. */
export type CriterionSaid = CriterionAnswer & { readonly ask: string };

/** A sign-off with what was said; `isStanding` while nothing has removed it. */
export type SignOffFound = {
  readonly id: string;
  readonly signedBy: string;
  readonly signedAt: string;
  readonly edition: string | null;
  readonly criteria: readonly CriterionSaid[];
  readonly overrides: Evaluation['overrides'];
  readonly isStanding: boolean;
};

type Row = Pick<SignOffFound, 'id' | 'signedBy' | 'signedAt' | 'edition'> & {
  readonly criteria: string | null;
  readonly evaluation: string;
  readonly standsSince: string | null;
};

/** Every sign-off of a case, the latest first. */
export async function signOffsOf(source: Source, caseId: string): Promise<SignOffFound[]> {
  const found = await rows<Row>(
    source,
    sql`select s.id, p.name as "signedBy", s."signedAt", s."criteriaEdition" as "edition", s.criteria, s.evaluation,
               c."signedOffAt" as "standsSince"
        from sign_offs s join cases c on c.id = s."caseId" join people p on p.id = s."signedBy"
        where s."caseId" = ${caseId} order by s."signedAt" desc, s.id desc`,
  );
  return found.map(({ id, signedBy, signedAt, edition, criteria, evaluation, standsSince }) => ({
    ...{ id, signedBy, signedAt, edition, criteria: said(edition, fromJson<CriterionAnswer[]>(criteria, [])) },
    overrides: fromJson<Partial<Evaluation>>(evaluation, {}).overrides ?? [],
    isStanding: standsSince === signedAt,
  }));
}

/** The wording is that of the edition in which it was asked. */
function said(edition: string | null, answers: readonly CriterionAnswer[]): CriterionSaid[] {
  const asked = findCriteria(edition)?.criteria ?? [];
  return answers.map((answer) => ({
    ...answer,
    ask: asked.find(({ code }) => code === answer.code)?.ask ?? answer.code,
  }));
}
