import sql, { type Sql } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { type EthnicityStanding, ethnicityStanding } from '../children/ethnicity-standing.js';
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
import { caseRecords, type ReferralStanding } from './case-records.queries.js';
import { factsFrom, type Point, type Wholes, wholesOf } from './preparation-wholes.js';

/** The facts of the gates, and what pages show beside them, so that they need not ask again. */
export type PreparationKnown = Omit<PreparationFacts, 'earlierDisposals' | 'ethnicity' | 'referrals'> & {
  readonly points: readonly Point[];
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  readonly ethnicity: EthnicityStanding | null;
  readonly referrals: readonly ReferralStanding[];
};

/**
 * Everything the gates of preparation look at, as it is stored now: six statements by index, side by side on `read` and
 * one after another within a unit; five where the offences are known already. Of the authors it names those who could be
 * the signer: the actor and who signed.
 */
export async function preparationFacts(
  source: Source,
  found: CaseFound,
  actorId: string,
  today: string,
  meetingDay?: string,
  offencesKnown?: () => Promise<readonly OffenceGravityFacts[]>,
): Promise<PreparationKnown> {
  const [wholes, records, victims, earlier, checks, offences] = await together(source, [
    () => rows<Wholes>(source, wholesOf(found, actorId, today)),
    () => caseRecords(source, found),
    () => rows<VictimRow>(source, victimsOf(found.id)),
    () => rows<EarlierDisposalRow>(source, earlierDisposalsOf(found)),
    () => rows<AgencyCheckFacts>(source, checksOf(found.id)),
    offencesKnown ?? (() => offencesFound(source, found.id)),
  ]);
  return {
    ...factsFrom(wholes, actorId),
    caseId: found.id,
    actorId,
    meetingDay: meetingDay ?? null,
    countedOn: today,
    judgements: records.judgements,
    referrals: records.referrals,
    earlierBehaviour: records.earlierBehaviour,
    ethnicity: ethnicityStanding(records.ethnicities),
    victims: victims.map(({ attempts, ...victim }) => ({
      ...victim,
      attempts: fromJson<AttemptFacts[]>(attempts, []),
    })),
    earlierDisposals: earlier.map(toEarlierDisposal),
    checks,
    offences,
  };
}

type OffenceRow = Omit<OffenceGravityFacts, 'features'> & { features: string | null };

async function offencesFound(source: Source, caseId: string): Promise<OffenceGravityFacts[]> {
  const found = await rows<OffenceRow>(source, offencesOf(caseId));
  return found.map(({ features, ...offence }) => ({ ...offence, features: fromJson<string[]>(features, []) }));
}

type VictimRow = Omit<VictimFacts, 'attempts'> & { attempts: string | null };

const victimsOf = (caseId: string): Sql => sql`
  select v.id as "victimId", w.status, w.reason, w.attempts, w."obtainedOn"
  from victims v left join victim_views w on w."victimId" = v.id where v."caseId" = ${caseId} order by v.position`;

const checksOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k.analysis, k.reason, k."dueOn" from agency_checks k where k."caseId" = ${caseId}`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o."homeOfficeClass", o.features, o."gravityFinal", o."gravityEdition" from offences o where o."caseId" = ${caseId} order by o.position`;
