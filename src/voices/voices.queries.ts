import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { fromJson, type InText, Read, rows, type Source } from '../platform/database/read.js';
import type { Attempt, Speaker, Voice } from './voice.entity.js';

export type VoiceFound = Voice & { readonly recordedByName: string; readonly approvedByName: string | null };

/** The voices of a case, the child's first. `source` is `read.source`, or the `tx` of a unit. */
export async function voicesFound(source: Source, caseId: string): Promise<VoiceFound[]> {
  const found = await rows<InText<VoiceFound, 'attempts'>>(
    source,
    sql`select v.id, v."caseId", v.who, v.status, v."heardOn", v."heardBy", v.how, v.words, v.influence, v.attempts,
               v.reason, v."recordedBy", r.name as "recordedByName", v."recordedAt", v."approvedBy",
               a.name as "approvedByName", v."approvedAt", v."approvalReason", v.version
        from voices v join people r on r.id = v."recordedBy" left join people a on a.id = v."approvedBy"
        where v."caseId" = ${caseId} order by v.who desc`,
  );
  return found.map((voice) => ({ ...voice, attempts: fromJson<Attempt[]>(voice.attempts, []) }));
}

/** One voice, for its own pages. */
@Injectable()
export class VoicesQueries {
  constructor(private readonly read: Read) {}

  async voice(caseId: string, who: Speaker): Promise<VoiceFound | null> {
    const found = await voicesFound(this.read.source, caseId);
    return found.find((voice) => voice.who === who) ?? null;
  }
}
