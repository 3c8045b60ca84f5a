import sql, { type Sql } from 'sql-template-tag';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from '../assessments/earlier-disposals.queries.js';
import { type ReferralFound, referralsFound } from '../assessments/forum-referrals.queries.js';
import { type JudgementFound, judgementsFound } from '../assessments/judgements.queries.js';
import type { Speaker, VoiceStatus } from '../assessments/voice.entity.js';
import { type SignOffFound, signOffsOf } from '../assessments/sign-offs.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { ethnicityHistory } from '../children/children.queries.js';
import { type EthnicityStanding, ethnicityStanding } from '../children/ethnicity-standing.js';
import type { Answers } from '../policy/questions/question-set.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

type Nullable<Row> = { readonly [Name in keyof Row]: Row[Name] | null };

export type VoiceHeard = { readonly who: Speaker; readonly status: VoiceStatus } & Nullable<{
  heardOn: string;
  heardBy: string;
  how: string;
  words: string;
  influence: string;
  reason: string;
  approvalReason: string;
}>;

/** What a panel is told of a victim: never who they are or how to reach them. */
export type VictimSummary = {
  readonly position: number;
  readonly kind: string;
  readonly sameSchoolOrHome: string;
} & Nullable<{
  status: string;
  obtainedOn: string;
  view: string;
  safetyNeeds: string;
  restorativeWish: string;
}>;

export type CheckShown = { readonly agency: string; readonly status: string } & Nullable<{
  content: string;
  analysis: string;
  reason: string;
  dueOn: string;
}>;

export type OffenceShown = {
  readonly id: string;
  readonly date: string;
  readonly homeOfficeClass: string;
  readonly description: string;
  readonly indictableOnly: number;
  readonly features: readonly string[];
} & Nullable<{ gravityEdition: string; gravityStart: number; gravityFinal: number }>;

type OffenceRow = Omit<OffenceShown, 'features'> & { readonly features: string };

type Whole = {
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly policeInformation: string;
  readonly repeatThreshold: number;
} & Nullable<{
  noIdentifiableVictimReason: string;
  consideration: string;
  setId: string;
  setVersion: string;
  answers: string;
}>;

/** What a panel reads about one child, voices first. */
export type PanelPicture = Omit<Whole, 'answers'> & {
  readonly answers: Answers;
  readonly voices: readonly VoiceHeard[];
  readonly victims: readonly VictimSummary[];
  readonly judgements: readonly JudgementFound[];
  readonly referrals: readonly ReferralFound[];
  /** As said and as an officer saw it, side by side: never left out (HMIP 2021 section 3.4). */
  readonly ethnicity: EthnicityStanding | null;
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  readonly flags: readonly RepeatFlag[];
  readonly checks: readonly CheckShown[];
  /** The day on which the panel reads it. */
  readonly readOn: string;
  /** The sign-off that stands, with what the manager said of each criterion. */
  readonly signOff: SignOffFound | null;
  readonly offences: readonly OffenceShown[];
};

/** Ten statements by index, for the pack and for the page on which the panel decides. */
export async function panelPicture(source: Source, found: CaseFound, today: string): Promise<PanelPicture> {
  const [wholes, voices, victims, judgements, referrals, said, earlier, checks, offences, signOffs] = await Promise.all(
    [
      rows<Whole>(source, wholeOf(found.id)),
      rows<VoiceHeard>(source, voicesOf(found.id)),
      rows<VictimSummary>(source, victimsOf(found.id)),
      judgementsFound(source, found.id),
      referralsFound(source, found.id),
      ethnicityHistory(source, found.identityId),
      rows<EarlierDisposalRow>(source, earlierDisposalsOf(found)),
      rows<CheckShown>(source, checksOf(found.id)),
      rows<OffenceRow>(source, offencesOf(found.id)),
      signOffsOf(source, found.id),
    ],
  );
  const [whole] = wholes;
  if (!whole) throw new Error('A case was lost while it was read');
  const earlierDisposals = earlier.map(toEarlierDisposal);
  return {
    ...whole,
    answers: fromJson<Answers>(whole.answers, {}),
    ...{ voices, victims, judgements, referrals, earlierDisposals, checks },
    ethnicity: ethnicityStanding(said),
    readOn: today,
    signOff: signOffs.find(({ isStanding }) => isStanding) ?? null,
    flags: repeatFlags(earlierDisposals, today, whole.repeatThreshold),
    offences: offences.map((offence) => ({ ...offence, features: fromJson<string[]>(offence.features, []) })),
  };
}

const wholeOf = (id: string): Sql => sql`
  select c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority", c."policeInformation",
         c."noIdentifiableVictimReason", a."repeatThreshold", i.consideration, s."setId", s."setVersion", s.answers
  from cases c join panel_areas a on a.id = c."panelAreaId"
  left join identities i on i."caseId" = c.id
  left join assessments s on s."caseId" = c.id
  where c.id = ${id}`;

const voicesOf = (caseId: string): Sql => sql`
  select v.who, v.status, v."heardOn", v."heardBy", v.how, v.words, v.influence, v.reason, v."approvalReason"
  from voices v where v."caseId" = ${caseId} order by v.who desc`;

const victimsOf = (caseId: string): Sql => sql`
  select v.position, v.kind, v."sameSchoolOrHome", w.status, w."obtainedOn", w.view, w."safetyNeeds",
         w."restorativeWish"
  from victims v left join victim_views w on w."victimId" = v.id where v."caseId" = ${caseId} order by v.position`;

const checksOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k."dueOn", k.content, k.analysis, k.reason from agency_checks k
  where k."caseId" = ${caseId} order by k.agency`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features, o."gravityEdition",
         o."gravityStart", o."gravityFinal"
  from offences o where o."caseId" = ${caseId} order by o.position`;
