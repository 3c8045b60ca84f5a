import sql, { type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../../access/area-settings.queries.js';
import type { CaseFound } from '../../cases/find-case.js';
import type { GravityFactor } from '../../cases/offence.entity.js';
import { type CheckFound, checksOfCase } from '../../checks/checks.queries.js';
import { ethnicityHistory } from '../../children/children.queries.js';
import { type EthnicityStanding, ethnicityStanding } from '../../children/ethnicity-standing.js';
import { findQuestionSet } from '../../policy/questions/published-sets.js';
import type { OffenceFeature } from '../../policy/offence-classes.js';
import type { Answers, QuestionSet } from '../../policy/questions/question-set.js';
import { type RepeatFlag, repeatFlags } from '../../policy/repeat-disposals.js';
import { fromJson, type InText, rows, type Source, together } from '../../platform/database/read.js';
import { type VictimSummary, victimSummaries } from '../../victims/victims.queries.js';
import { asShared } from '../../voices/as-shared.js';
import { type VoiceFound, voicesFound } from '../../voices/voices.queries.js';
import { type BehaviourFound, pastOf } from '../earlier-behaviour.queries.js';
import { type CheckMade, disposalCheckOf, type EarlierDisposalKnown } from '../earlier-disposals.queries.js';
import { type ReferralFound, referralsFound } from '../forum-referrals.queries.js';
import { type JudgementFound, judgementsFound } from '../judgements.queries.js';
import { repeatReviews, type ReviewFound } from '../repeats/repeat-reviews.queries.js';
import { type SignOffFound, signOffsOf } from '../sign-offs.queries.js';
import { type DecidedBefore, decidedBefore } from './decided-before.queries.js';

type Nullable<Row> = { readonly [Name in keyof Row]: Row[Name] | null };

export type OffenceRead = {
  readonly id: string;
  readonly date: string;
  readonly homeOfficeClass: string;
  readonly description: string;
  readonly indictableOnly: number | null;
  readonly features: readonly OffenceFeature[] | null;
  readonly gravityFactors: readonly GravityFactor[];
} & Nullable<{ gravityEdition: string; gravityStart: number; gravityFinal: number }>;

type Whole = {
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly policeInformation: string;
  readonly repeatThreshold: number;
} & Nullable<{
  arrestedFor: string;
  noIdentifiableVictimReason: string;
  consideration: string;
  setId: string;
  setVersion: string;
}>;

/**
 * What people read of one child before they sign, recommend or audit: the same for the manager, the panel and the pack.
 * Of a victim it holds what the panel may read, and never who they are.
 */
export type CaseRead = Whole & {
  readonly answers: Answers;
  readonly voices: readonly VoiceFound[];
  readonly victims: readonly VictimSummary[];
  readonly judgements: readonly JudgementFound[];
  readonly referrals: readonly ReferralFound[];
  /** As said and as an officer saw it, side by side: never left out (HMIP 2021 section 3.4). */
  readonly ethnicity: EthnicityStanding | null;
  /** Decisions of this case from which it went back to the panel; the earliest first. */
  readonly before: readonly DecidedBefore[];
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  /** What else is known of what came before; without what was withdrawn as wrong. */
  readonly earlierBehaviour: readonly BehaviourFound[];
  /** Where earlier disposals were looked for. */
  readonly disposalCheck: CheckMade | null;
  readonly flags: readonly RepeatFlag[];
  /** What senior reviewers found of the responses to them, the latest first. */
  readonly reviews: readonly ReviewFound[];
  readonly checks: readonly CheckFound[];
  /** The day on which it is read. */
  readonly readOn: string;
  /** The sign-off that stands, with what the manager said of each criterion. */
  readonly signOff: SignOffFound | null;
  readonly offences: readonly OffenceRead[];
};

/**
 * A dozen statements by index, side by side on `read.source` and one after another within a unit. `today` is the day for
 * what is due or overdue.
 */
export async function readCase(source: Source, found: CaseFound, today: string): Promise<CaseRead> {
  const { id } = found;
  const [
    whole,
    voices,
    victims,
    judgements,
    referrals,
    said,
    checks,
    offences,
    signOffs,
    [past, disposalCheck, reviews, before],
  ] = await together(source, [
    () => wholeRead(source, id, today),
    () => voicesFound(source, id),
    () => victimSummaries(source, id),
    () => judgementsFound(source, id),
    () => referralsFound(source, id),
    () => ethnicityHistory(source, found.reader, found.identityId),
    () => checksOfCase(source, id, today),
    () => offencesRead(source, id),
    () => signOffsOf(source, id),
    () => cameBefore(source, found),
  ]);
  const earlierDisposals = past.disposals;
  return {
    ...whole,
    ...{ voices, victims, judgements, referrals, earlierDisposals, disposalCheck, checks, offences, reviews, before },
    earlierBehaviour: past.behaviour.filter(({ withdrawnAt }) => withdrawnAt === null),
    ethnicity: ethnicityStanding(said),
    readOn: today,
    signOff: signOffs.find(({ isStanding }) => isStanding) ?? null,
    flags: repeatFlags(earlierDisposals, today, whole.repeatThreshold),
  };
}

/** What the child had before, where it was looked for, what was found of it, and what this case was decided before. */
const cameBefore = (source: Source, found: CaseFound) =>
  together(source, [
    () => pastOf(source, found),
    () => disposalCheckOf(source, found.id),
    () => repeatReviews(source, found),
    () => decidedBefore(source, found.id),
  ]);

/** The same as the panel reads it, in the room and in the pack: what was said not to be shared is not there. */
export const forPanel = (read: CaseRead): CaseRead => ({ ...read, voices: read.voices.map(asShared) });

/** The set that was asked, or null where nothing is answered yet. */
export const setRead = ({ setId, setVersion }: Pick<CaseRead, 'setId' | 'setVersion'>): QuestionSet | null =>
  setId && setVersion ? findQuestionSet(setId, setVersion) : null;

const settings = ['repeatThreshold'] as const;

type WholeRow = Omit<Whole, 'repeatThreshold'> & { answers: string | null } & SettingColumns<(typeof settings)[number]>;

async function wholeRead(source: Source, id: string, today: string): Promise<Whole & Pick<CaseRead, 'answers'>> {
  const [whole] = await rows<WholeRow>(source, wholeOf(id, today));
  if (!whole) throw new Error('A case was lost while it was read');
  return { ...whole, ...settingsIn(settings, whole), answers: fromJson<Answers>(whole.answers, {}) };
}

async function offencesRead(source: Source, caseId: string): Promise<OffenceRead[]> {
  const found = await rows<InText<OffenceRead, 'features' | 'gravityFactors'>>(source, offencesOf(caseId));
  return found.map((offence) => ({
    ...offence,
    features: fromJson<OffenceFeature[] | null>(offence.features, null),
    gravityFactors: fromJson<GravityFactor[]>(offence.gravityFactors, []),
  }));
}

const wholeOf = (id: string, today: string): Sql => sql`
  select c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority", c."policeInformation",
         c."noIdentifiableVictimReason", c."arrestedFor", i.consideration, s."setId", s."setVersion", s.answers,
         ${settingColumns(settings, sql`c."panelAreaId"`, today)}
  from cases c
  left join identities i on i."caseId" = c.id
  left join assessments s on s."caseId" = c.id
  where c.id = ${id}`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features, o."gravityEdition",
         o."gravityStart", o."gravityFinal", o."gravityFactors"
  from offences o where o."caseId" = ${caseId} order by o.position`;
