import sql from 'sql-template-tag';
import { fromJson, rows, type Source } from '../platform/database/read.js';
import type { Attempt, Voice } from './voice.entity.js';

export type VoiceFound = Voice & { readonly recordedByName: string; readonly approvedByName: string | null };

/** What was heard of the child and of the parent or carer, the child first. */
export async function voicesFound(source: Source, caseId: string): Promise<VoiceFound[]> {
  const found = await rows<Omit<VoiceFound, 'attempts'> & { attempts: string }>(
    source,
    sql`select v.id, v."caseId", v.who, v.status, v."heardOn", v."heardBy", v.how, v.words, v.influence, v.attempts,
               v.reason, v."recordedBy", r.name as "recordedByName", v."recordedAt", v."approvedBy",
               a.name as "approvedByName", v."approvedAt", v."approvalReason", v.version
        from voices v join people r on r.id = v."recordedBy" left join people a on a.id = v."approvedBy"
        where v."caseId" = ${caseId} order by v.who desc`,
  );
  return found.map((voice) => ({ ...voice, attempts: fromJson<Attempt[]>(voice.attempts, []) }));
}
