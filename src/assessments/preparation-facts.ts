import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import { type EthnicityStanding, ethnicityStanding } from '../children/ethnicity-standing.js';
import type {
  AgencyCheckFacts,
  AttemptFacts,
  OffenceGravityFacts,
  PreparationFacts,
  VictimFacts,
} from '../policy/preparation-facts.js';
import { type ColumnsOf, fromJson, idsIn, listOf, type Source, together } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import {
  earlierDisposalColumns,
  type EarlierDisposalKnown,
  earlierDisposalsIn,
  type EarlierDisposalRow,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';
import {
  caseRecords,
  type Point,
  recordColumns,
  recordsOf,
  type RecordRow,
  type ReferralStanding,
} from './case-records.queries.js';
import { factsFrom, wholeColumns, type Wholes, wholesOf } from './preparation-wholes.js';

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
  meeting?: AtMeeting,
  offencesKnown?: () => Promise<readonly OffenceGravityFacts[]>,
): Promise<PreparationKnown> {
  const { id, reader } = found;
  const offences = offencesKnown && (async () => new Map([[id, await offencesKnown()]]));
  const asked = { reader, actorId, today, meeting };
  const [facts] = (await preparationFactsOf(source, [id], asked, offences)).values();
  if (!facts) throw new Error('A case was lost while its facts were read');
  return facts;
}

/** Whose facts are asked for: the actor, and for whom they are read, since a case may be closed to them (null for nobody). */
type Asked = {
  readonly reader: Reader | null;
  readonly actorId: string;
  readonly today: string;
  readonly meeting?: AtMeeting | undefined;
};

/** The meeting at which the panel recommends: by when people were heard, and by when a senior reviewer signed. */
type AtMeeting = { readonly meetingDay: string; readonly startsAt: string | null };

/**
 * The same of several cases by the id of the case, in as many statements as of one. Only for cases that were found within the
 * reader’s scope.
 */
export async function preparationFactsOf(
  source: Source,
  ids: readonly string[],
  { reader, actorId, today, meeting }: Asked,
  offencesKnown?: () => Promise<OffencesByCase>,
): Promise<Map<string, PreparationKnown>> {
  const among = idsIn(ids);
  const [wholes, records, victims, earlier, checks, offences] = await together(source, [
    () => listOf<Wholes>(source, wholeColumns, wholesOf(among, actorId, today)),
    () => byCase<RecordRow>(source, recordColumns, recordsOf(among)),
    () => byCase<VictimRow>(source, victimColumns, victimsOf(among)),
    () => byCase<EarlierDisposalRow>(source, earlierDisposalColumns, earlierDisposalsIn(among, reader)),
    () => byCase<CheckRow>(source, checkColumns, checksOf(among)),
    offencesKnown ?? (() => offencesFound(source, among)),
  ]);
  const factsOf = (whole: Wholes): PreparationKnown => {
    const id = whole.caseId;
    const { ethnicities, ...known } = caseRecords(records.get(id) ?? []);
    // Spread last, for speed: what follows a spread in a literal is added slowly, one name at a time.
    return {
      caseId: id,
      actorId,
      countedOn: today,
      meetingDay: meeting?.meetingDay ?? null,
      meetingStartsAt: meeting?.startsAt ?? null,
      reopened: reopenedIn(known.points),
      ethnicity: ethnicityStanding(ethnicities),
      victims: (victims.get(id) ?? []).map(victimFrom),
      earlierDisposals: (earlier.get(id) ?? []).map(toEarlierDisposal),
      checks: (checks.get(id) ?? []).map(({ caseId: _, ...check }) => check),
      offences: offences.get(id) ?? [],
      ...factsFrom(whole),
      ...known,
    };
  };
  return new Map(wholes.map((whole) => [whole.caseId, factsOf(whole)]));
}

const reopenedIn = (points: readonly Point[]) =>
  points.flatMap(({ section, news, about, settledAt }) => (news ? [{ section, news, about, settledAt }] : []));

/** The rows of each case, by its id, in the order in which they came. */
async function byCase<Row extends { readonly caseId: string }>(
  source: Source,
  columns: ColumnsOf<Row>,
  statement: Sql,
): Promise<Map<string, Row[]>> {
  return grouped(await listOf<Row>(source, columns, statement), ({ caseId }) => caseId);
}

type Of<Facts> = Facts & { readonly caseId: string };
type OffenceRow = Of<Omit<OffenceGravityFacts, 'features'>> & { features: string | null };
type VictimRow = Of<Omit<VictimFacts, 'attempts'>> & { attempts: string | null };
type CheckRow = Of<AgencyCheckFacts>;

const offenceColumns: ColumnsOf<OffenceRow> = {
  ...{ caseId: true, id: true, homeOfficeClass: true, features: true, gravityFinal: true, gravityEdition: true },
};
const victimColumns: ColumnsOf<VictimRow> = {
  ...{ caseId: true, victimId: true, status: true, reason: true, attempts: true, obtainedOn: true },
};
const checkColumns: ColumnsOf<CheckRow> = {
  ...{ caseId: true, agency: true, status: true, analysis: true, reason: true, dueOn: true },
};

const victimFrom = ({ caseId: _, attempts, ...victim }: VictimRow): VictimFacts => ({
  ...victim,
  attempts: fromJson<AttemptFacts[]>(attempts, []),
});

type OffencesByCase = ReadonlyMap<string, readonly OffenceGravityFacts[]>;

async function offencesFound(source: Source, among: Sql): Promise<OffencesByCase> {
  const found = await byCase<OffenceRow>(source, offenceColumns, offencesOf(among));
  return new Map([...found].map(([id, offences]) => [id, offences.map(offenceFrom)]));
}

const offenceFrom = ({ caseId: _, features, ...offence }: OffenceRow): OffenceGravityFacts => ({
  ...offence,
  features: fromJson<string[] | null>(features, null),
});

const victimsOf = (among: Sql): Sql => sql`
  select v."caseId", v.id as "victimId", w.status, w.reason, w.attempts, w."obtainedOn"
  from victims v left join victim_views w on w."victimId" = v.id
  where v."caseId" in (${among}) order by v.position`;

const checksOf = (among: Sql): Sql => sql`
  select k."caseId", k.agency, k.status, k.analysis, k.reason, k."dueOn" from agency_checks k
  where k."caseId" in (${among})`;

const offencesOf = (among: Sql): Sql => sql`
  select o."caseId", o.id, o."homeOfficeClass", o.features, o."gravityFinal", o."gravityEdition" from offences o
  where o."caseId" in (${among}) order by o.position`;
