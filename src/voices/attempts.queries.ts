import sql from 'sql-template-tag';
import { rows, type Source } from '../platform/database/read.js';
import type { VoiceAttempt } from './voice-attempt.entity.js';

export type AttemptLogged = Omit<VoiceAttempt, 'caseId'> & { readonly recordedByName: string };

/** Every try at hearing child or carer, the earliest first. `source` is `read.source`, or the `tx` of a unit. */
export const attemptsLogged = (source: Source, caseId: string): Promise<AttemptLogged[]> =>
  rows(
    source,
    sql`select t.id, t.who, t."on", t.way, t.result, t.words, t."recordedBy", p.name as "recordedByName", t."recordedAt"
        from voice_attempts t join people p on p.id = t."recordedBy"
        where t."caseId" = ${caseId} order by t."on", t.id`,
  );
