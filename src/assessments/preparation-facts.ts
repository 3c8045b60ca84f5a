import sql, { type Sql } from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { CaseFound } from '../cases/find-case.js';
import type { Judgement, JudgementFacts } from '../policy/judgements.js';
import type {
  AgencyCheckFacts,
  AttemptFacts,
  OffenceGravityFacts,
  PreparationFacts,
  VictimFacts,
} from '../policy/preparation-facts.js';
import { fromJson, rows } from '../platform/database/read.js';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';
import { factsFrom, type Wholes, wholesOf } from './preparation-wholes.js';

type Source = Pick<EntityManager, 'query'>;

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
  const [wholes, judged, victims, earlier, checks, offences] = await readAll(source, [
    wholesOf(found, actorId),
    judgementsOf(found.id),
    victimsOf(found.id),
    earlierDisposalsOf(found),
    checksOf(found.id),
    offencesOf(found.id),
  ]);
  return {
    ...factsFrom((wholes as Wholes[])[0], actorId),
    caseId: found.id,
    actorId,
    meetingDay: meetingDay ?? null,
    judgements: Object.fromEntries((judged as JudgementRow[]).map(({ judgement, ...rest }) => [judgement, rest])),
    victims: (victims as VictimRow[]).map(({ attempts, ...victim }) => ({
      ...victim,
      attempts: fromJson<AttemptFacts[]>(attempts, []),
    })),
    earlierDisposals: (earlier as EarlierDisposalRow[]).map(toEarlierDisposal),
    checks: checks as AgencyCheckFacts[],
    offences: offences as OffenceGravityFacts[],
  };
}

type JudgementRow = JudgementFacts & { judgement: Judgement };
type VictimRow = Omit<VictimFacts, 'attempts'> & { attempts: string | null };

async function readAll(source: Source, statements: readonly Sql[]): Promise<unknown[][]> {
  if (source instanceof DataSource) return Promise.all(statements.map((statement) => rows(source, statement)));
  const found: unknown[][] = [];
  for (const statement of statements) found.push(await rows(source, statement));
  return found;
}

const judgementsOf = (caseId: string): Sql => sql`
  select j.judgement, j.level, j.reasoning, j.who, j.what, j."when", j.controls, j.contingency
  from judgements j where j."caseId" = ${caseId}`;

const victimsOf = (caseId: string): Sql => sql`
  select v.id as "victimId", w.status, w.reason, w.attempts, w."obtainedOn"
  from victims v left join victim_views w on w."victimId" = v.id where v."caseId" = ${caseId} order by v.position`;

const checksOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k.analysis, k.reason from agency_checks k where k."caseId" = ${caseId}`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o."gravityFinal", o."gravityEdition" from offences o where o."caseId" = ${caseId} order by o.position`;
