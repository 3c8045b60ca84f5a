import sql, { join } from 'sql-template-tag';
import { haveEnhancedRights } from '../policy/duties.js';
import type { Telling } from '../policy/victim-telling.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

export type VictimsToTell = { readonly count: number; readonly enhancedRights: boolean };

/** Who was harmed and is to be told: everybody but those of whom one of these is recorded, or who took their agreement back. */
export async function victimsToTell(source: Source, caseId: string, but: readonly Telling[]): Promise<VictimsToTell> {
  const kinds = await rows<{ kind: string }>(
    source,
    sql`select v.kind from victims v join people_harmed h on h.id = v."harmedId" left join victim_tellings t on t."victimId" = v.id
        where v."caseId" = ${caseId} and h.consent <> 'WITHDRAWN' and (t.status is null or t.status not in (${join([...but])}))`,
  );
  const offences = await rows<{ features: string | null }>(
    source,
    sql`select o.features from offences o where o."caseId" = ${caseId}`,
  );
  const marked = offences.map(({ features }) => ({ features: fromJson<string[] | null>(features, null) }));
  const named = kinds.map(({ kind }) => kind);
  return { count: kinds.length, enhancedRights: haveEnhancedRights(named, marked) };
}
