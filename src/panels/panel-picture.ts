import sql, { type Sql } from 'sql-template-tag';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from '../assessments/earlier-disposals.queries.js';
import { judgementsOf } from '../assessments/preparation-facts.js';
import type { Speaker, VoiceStatus } from '../assessments/voice.entity.js';
import type { CaseFound } from '../cases/find-case.js';
import type { Judgement, Level } from '../policy/judgements.js';
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

export type Judged = { readonly judgement: Judgement; readonly level: Level } & Nullable<{
  reasoning: string;
  who: string;
  what: string;
  when: string;
  controls: string;
  contingency: string;
}>;

export type CheckShown = { readonly agency: string; readonly status: string } & Nullable<{
  content: string;
  analysis: string;
  reason: string;
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
  ethnicity: string;
  ethnicitySource: string;
  notStatedReason: string;
  setId: string;
  setVersion: string;
  answers: string;
}>;

/** What a panel reads about one child, voices first. */
export type PanelPicture = Omit<Whole, 'answers'> & {
  readonly answers: Answers;
  readonly voices: readonly VoiceHeard[];
  readonly victims: readonly VictimSummary[];
  readonly judgements: readonly Judged[];
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  readonly flags: readonly RepeatFlag[];
  readonly checks: readonly CheckShown[];
  readonly offences: readonly OffenceShown[];
};

/** Seven statements by index, for the pack and for the page on which the panel decides. */
export async function panelPicture(source: Source, found: CaseFound, today: string): Promise<PanelPicture> {
  const [wholes, voices, victims, judgements, earlier, checks, offences] = await Promise.all([
    rows<Whole>(source, wholeOf(found)),
    rows<VoiceHeard>(source, voicesOf(found.id)),
    rows<VictimSummary>(source, victimsOf(found.id)),
    rows<Judged>(source, judgementsOf(found.id)),
    rows<EarlierDisposalRow>(source, earlierDisposalsOf(found)),
    rows<CheckShown>(source, checksOf(found.id)),
    rows<OffenceRow>(source, offencesOf(found.id)),
  ]);
  const [whole] = wholes;
  if (!whole) throw new Error('A case was lost while it was read');
  const earlierDisposals = earlier.map(toEarlierDisposal);
  return {
    ...whole,
    answers: fromJson<Answers>(whole.answers, {}),
    ...{ voices, victims, judgements, earlierDisposals, checks },
    flags: repeatFlags(earlierDisposals, today, whole.repeatThreshold),
    offences: offences.map((offence) => ({ ...offence, features: fromJson<string[]>(offence.features, []) })),
  };
}

const wholeOf = ({ id, identityId }: CaseFound): Sql => sql`
  select c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority", c."policeInformation",
         c."noIdentifiableVictimReason", a."repeatThreshold", i.consideration, e.code as "ethnicity",
         e.source as "ethnicitySource", e."notStatedReason", s."setId", s."setVersion", s.answers
  from cases c join panel_areas a on a.id = c."panelAreaId"
  left join identities i on i."caseId" = c.id
  left join assessments s on s."caseId" = c.id
  left join child_ethnicities e on e.id = (
    select ce.id from child_ethnicities ce join children k on k.id = ce."childId"
    where k."identityId" = ${identityId} order by ce."recordedAt" desc, ce.id desc limit 1)
  where c.id = ${id}`;

const voicesOf = (caseId: string): Sql => sql`
  select v.who, v.status, v."heardOn", v."heardBy", v.how, v.words, v.influence, v.reason, v."approvalReason"
  from voices v where v."caseId" = ${caseId} order by v.who desc`;

const victimsOf = (caseId: string): Sql => sql`
  select v.position, v.kind, v."sameSchoolOrHome", w.status, w."obtainedOn", w.view, w."safetyNeeds",
         w."restorativeWish"
  from victims v left join victim_views w on w."victimId" = v.id where v."caseId" = ${caseId} order by v.position`;

const checksOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k.content, k.analysis, k.reason from agency_checks k
  where k."caseId" = ${caseId} order by k.agency`;

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features, o."gravityEdition",
         o."gravityStart", o."gravityFinal"
  from offences o where o."caseId" = ${caseId} order by o.position`;
