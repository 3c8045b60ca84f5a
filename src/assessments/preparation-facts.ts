import sql, { type Sql } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { Judgement, JudgementFacts } from '../policy/judgements.js';
import type {
  AgencyCheckFacts,
  AttemptFacts,
  OffenceGravityFacts,
  PreparationFacts,
  VictimFacts,
} from '../policy/preparation-facts.js';
import { fromJson, rows, type Source, together } from '../platform/database/read.js';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';
import { factsFrom, type Wholes, wholesOf } from './preparation-wholes.js';

/** The facts of the gates, and what pages show beside them, so that they need not ask again. */
export type PreparationKnown = Omit<PreparationFacts, 'earlierDisposals' | 'ethnicity'> & {
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  readonly ethnicity: {
    readonly code: string;
    readonly source: string;
    readonly notStatedReason: string | null;
  } | null;
};

/**
 * Everything the gates of preparation look at, as it is stored now: six statements by index, side by side on `read` and
 * one after another within a unit. Of the authors it names those who could be the signer: the actor and who signed.
 */
export async function preparationFacts(
  source: Source,
  found: CaseFound,
  actorId: string,
  meetingDay?: string,
): Promise<PreparationKnown> {
  const [wholes, judged, victims, earlier, checks, offences] = await together(source, [
    () => rows<Wholes>(source, wholesOf(found, actorId)),
    () => rows<JudgementRow>(source, judgementsOf(found.id)),
    () => rows<VictimRow>(source, victimsOf(found.id)),
    () => rows<EarlierDisposalRow>(source, earlierDisposalsOf(found)),
    () => rows<AgencyCheckFacts>(source, checksOf(found.id)),
    () => rows<OffenceGravityFacts>(source, offencesOf(found.id)),
  ]);
  return {
    ...factsFrom(wholes[0], actorId),
    caseId: found.id,
    actorId,
    meetingDay: meetingDay ?? null,
    judgements: Object.fromEntries(judged.map(({ judgement, ...rest }) => [judgement, rest])),
    victims: victims.map(({ attempts, ...victim }) => ({
      ...victim,
      attempts: fromJson<AttemptFacts[]>(attempts, []),
    })),
    earlierDisposals: earlier.map(toEarlierDisposal),
    checks,
    offences,
  };
}

type JudgementRow = JudgementFacts & { judgement: Judgement };
type VictimRow = Omit<VictimFacts, 'attempts'> & { attempts: string | null };

/** The levels given to a case and what each rests on. */
export const judgementsOf = (caseId: string): Sql => sql`
  select j.judgement, j.level, j.reasoning, j.who, j.what, j."when", j.controls, j.contingency
  from judgements j where j."caseId" = ${caseId}`;

const victimsOf = (caseId: string): Sql => sql`
  select v.id as "victimId", w.status, w.reason, w.attempts, w."obtainedOn"
  from victims v left join victim_views w on w."victimId" = v.id where v."caseId" = ${caseId} order by v.position`;

const checksOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k.analysis, k.reason from agency_checks k where k."caseId" = ${caseId}`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o."gravityFinal", o."gravityEdition" from offences o where o."caseId" = ${caseId} order by o.position`;
