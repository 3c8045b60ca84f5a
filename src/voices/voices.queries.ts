import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { fromJson, type InText, Read, rows, type Source, together } from '../platform/database/read.js';
import { type AttemptLogged, attemptsLogged } from './attempts.queries.js';
import { isSomebodyHarmed } from './person-harmed.queries.js';
import type { Attempt, Speaker, Voice } from './voice.entity.js';

export type VoiceFound = Voice & {
  readonly recordedByName: string;
  readonly approvedByName: string | null;
  /** What was tried, from the log; `attempts` are those written with the voice itself. */
  readonly attemptsLogged: readonly AttemptLogged[];
};
type VoiceRow = InText<Omit<VoiceFound, 'attemptsLogged'>, 'attempts'>;

const parts = sql`
  v.account, v.causes, v."wouldHelp", v.feelings, v.understanding, v."childView", v."familyNeeds", v."outcomeView",
  v."seenBefore", v."notSeenReason", v."seenWith", v."chosePlace", v."helpGiven", v."passedTo", v."consentToShare",
  v."consentDetails"`;

const voicesOf = (caseId: string) => sql`
  select v.id, v."caseId", v.who, v.status, v."heardOn", v."heardBy", v.how, v.words, v.influence, v.attempts,
         v.reason, ${parts}, v."recordedBy", r.name as "recordedByName", v."recordedAt", v."approvedBy",
         a.name as "approvedByName", v."approvedAt", v."approvalReason", v.version
  from voices v join people r on r.id = v."recordedBy" left join people a on a.id = v."approvedBy"
  where v."caseId" = ${caseId} order by v.who desc`;

/** The voices of a case, the child's first. `source` is `read.source`, or the `tx` of a unit. */
export async function voicesFound(source: Source, caseId: string): Promise<VoiceFound[]> {
  const [found, logged] = await together(source, [
    () => rows<VoiceRow>(source, voicesOf(caseId)),
    () => attemptsLogged(source, caseId),
  ]);
  return found.map((voice) => ({
    ...voice,
    attempts: fromJson<Attempt[]>(voice.attempts, []),
    attemptsLogged: logged.filter(({ who }) => who === voice.who),
  }));
}

/** One voice, for its own pages. */
@Injectable()
export class VoicesQueries {
  constructor(private readonly read: Read) {}

  async voice(caseId: string, who: Speaker): Promise<VoiceFound | null> {
    const found = await voicesFound(this.read.source, caseId);
    return found.find((voice) => voice.who === who) ?? null;
  }

  isSomebodyHarmed(caseId: string): Promise<boolean> {
    return isSomebodyHarmed(this.read.source, caseId);
  }

  /** Also where nothing was recorded of the voice itself yet. */
  async attempts(caseId: string, who: Speaker): Promise<AttemptLogged[]> {
    return (await attemptsLogged(this.read.source, caseId)).filter((attempt) => attempt.who === who);
  }
}
