import sql, { join } from 'sql-template-tag';
import { haveEnhancedRights } from '../policy/duties.js';
import { leftAlone } from '../policy/victim-telling.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

export type VictimsToTell = { readonly count: number; readonly enhancedRights: boolean };

/**
 * In a statement, that nobody tells the person `h` anything of the case, of which `t` is what is recorded of them: they said so
 * there, or took their agreement back, wherever that was. Who took it back and does not agree now is told nothing anew of what
 * they were told; what they ask to be told since, they are told.
 */
export const isLeftAlone = sql`(h.consent = 'WITHDRAWN' or coalesce(t.status, '') in (${join([...leftAlone])})
  or (coalesce(t.status, '') = 'TOLD' and h.consent <> 'GIVEN' and h."withdrawnOn" is not null))`;

/** In a statement, the same, or that they were told: nobody is to tell them once more. */
export const isSettled = sql`(coalesce(t.status, '') = 'TOLD' or ${isLeftAlone})`;

/** Who was harmed and is to be told: everybody but those who are left alone, and those who were told unless they are told anew. */
export async function victimsToTell(source: Source, caseId: string, isAnew = false): Promise<VictimsToTell> {
  const kinds = await rows<{ kind: string }>(
    source,
    sql`select v.kind from victims v join people_harmed h on h.id = v."harmedId"
        left join victim_tellings t on t."victimId" = v.id
        where v."caseId" = ${caseId} and not ${isAnew ? isLeftAlone : isSettled}`,
  );
  const offences = await rows<{ features: string | null }>(
    source,
    sql`select o.features from offences o where o."caseId" = ${caseId}`,
  );
  const marked = offences.map(({ features }) => ({ features: fromJson<string[] | null>(features, null) }));
  const named = kinds.map(({ kind }) => kind);
  return { count: kinds.length, enhancedRights: haveEnhancedRights(named, marked) };
}
