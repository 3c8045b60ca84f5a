import sql from 'sql-template-tag';
import type { ChecklistItem, ProsecutorResult, ReferralPurpose } from '../policy/prosecutor.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, rows, type Source, together } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';

export type AnswerFound = {
  readonly id: string;
  readonly receivedOn: string;
  readonly result: ProsecutorResult;
  readonly advice: string;
  readonly recordedBy: Named;
  readonly recordedAt: string;
};

export type ProsecutorReferralFound = {
  readonly id: string;
  readonly purpose: ReferralPurpose;
  readonly sentOn: string;
  readonly dueOn: string | null;
  readonly checklist: readonly ChecklistItem[];
  readonly checklistEdition: string;
  readonly note: string | null;
  readonly overrides: Evaluation['overrides'];
  readonly referredBy: Named;
  readonly referredAt: string;
  readonly isAnswered: boolean;
  readonly answers: readonly AnswerFound[];
};

type Row = Pick<
  ProsecutorReferralFound,
  'id' | 'purpose' | 'sentOn' | 'dueOn' | 'checklistEdition' | 'note' | 'referredAt'
> & { readonly checklist: string; readonly evaluation: string; readonly by: string; readonly byName: string };
type AnswerRow = Omit<AnswerFound, 'recordedBy'> & {
  readonly referralId: string;
  readonly ends: number;
  readonly by: string;
  readonly byName: string;
};

/** Every referral of a case to the prosecutor with its answers, the latest first. Two statements. */
export async function prosecutorReferralsOf(source: Source, caseId: string): Promise<ProsecutorReferralFound[]> {
  const [referrals, answers] = await together(source, [
    () =>
      rows<Row>(
        source,
        sql`select f.id, f.purpose, f."sentOn", f."dueOn", f.checklist, f."checklistEdition", f.note, f.evaluation,
                   f."referredBy" as "by", p.name as "byName", f."referredAt"
            from prosecutor_referrals f join people p on p.id = f."referredBy"
            where f."caseId" = ${caseId} order by f.id desc`,
      ),
    () =>
      rows<AnswerRow>(
        source,
        sql`select a."referralId", a.id, a."receivedOn", a.result, a.ends, a.advice, a."recordedBy" as "by",
                   p.name as "byName", a."recordedAt"
            from prosecutor_referrals f join prosecutor_answers a on a."referralId" = f.id
            join people p on p.id = a."recordedBy" where f."caseId" = ${caseId} order by a.id`,
      ),
  ]);
  return referrals.map(({ by, byName, checklist, evaluation, ...one }) => {
    const own = answers.filter(({ referralId }) => referralId === one.id);
    return {
      ...one,
      checklist: fromJson<ChecklistItem[]>(checklist, []),
      overrides: (JSON.parse(evaluation) as Evaluation).overrides,
      referredBy: { id: by, name: byName },
      isAnswered: own.some(({ ends }) => ends === 1),
      answers: own.map(toAnswer),
    };
  });
}

const toAnswer = ({ referralId: _, ends: __, by, byName, ...answer }: AnswerRow): AnswerFound => ({
  ...answer,
  recordedBy: { id: by, name: byName },
});
