import sql, { join } from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { Duty } from '../outcomes/outcome.entity.js';
import { keepDuties } from '../outcomes/set-outcome-aside.js';
import { dutiesAfterReview, haveEnhancedRights, reviewDuties } from '../policy/duties.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

type Victims = { readonly count: number; readonly enhancedRights: boolean };

/** Who was harmed and is to be told, those told of the first outcome among them; not those who want to be left alone. */
export async function victimsToTellOf(source: Source, caseId: string): Promise<Victims> {
  const kinds = await rows<{ kind: string }>(
    source,
    sql`select v.kind from victims v left join victim_tellings t on t."victimId" = v.id
        where v."caseId" = ${caseId}
          and (t.status is null or t.status not in ('DECLINED', 'CONSENT_WITHDRAWN'))`,
  );
  const offences = await rows<{ features: string | null }>(
    source,
    sql`select o.features from offences o where o."caseId" = ${caseId}`,
  );
  const marked = offences.map(({ features }) => ({ features: fromJson<string[] | null>(features, null) }));
  const named = kinds.map(({ kind }) => kind);
  return { count: kinds.length, enhancedRights: haveEnhancedRights(named, marked) };
}

/** Opens the duties after a review; those of an earlier review, done or not, are kept to be read: this one says it all. */
export async function openReviewDuties(
  work: Work,
  caseId: string,
  { count, enhancedRights }: Victims,
): Promise<{ code: string; dueOn: string | null }[]> {
  const { tx, today } = work;
  await keepDuties(work, caseId, sql`code in (${join([...reviewDuties])})`);
  const owed = dutiesAfterReview(today, count, enhancedRights, await calendarOf(tx));
  const blank = { doneOn: null, doneBy: null, note: null };
  await tx.insert(
    Duty,
    owed.map((duty) => ({ id: newId(), caseId, ...duty, ...blank })),
  );
  return owed;
}
