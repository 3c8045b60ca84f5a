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
  VoiceFacts,
} from '../policy/preparation-facts.js';
import type { Answers } from '../policy/questions/question-set.js';
import { fromJson, rows } from '../platform/database/read.js';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';

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

/** What there is at most one of. A left join that finds nothing gives nothing, and its gate stays shut. */
type Wholes = {
  signedOffBy: string | null;
  signedOffOn: string | null;
  noIdentifiableVictimReason: string | null;
  requiredChecks: string;
  repeatThreshold: number;
  status: string | null;
  submittedAt: string | null;
  answers: string | null;
  consideration: string | null;
  checkedOn: string | null;
  referredOn: string | null;
  ethnicityCode: string | null;
  ethnicitySource: string | null;
  notStatedReason: string | null;
  actorWrote: string | null;
  signerWrote: string | null;
} & VoiceColumns;

type VoiceColumn = 'Status' | 'HeardOn' | 'Attempts' | 'Reason' | 'ApprovedBy' | 'ApprovedAt';
type VoiceColumns = { [Column in `${'child' | 'carer'}${VoiceColumn}`]: string | null };

const wholesOf = ({ id, identityId }: CaseFound, actorId: string): Sql => sql`
  select c."signedOffBy", c."signedOffOn", c."noIdentifiableVictimReason", a."requiredChecks", a."repeatThreshold",
         s.status, s."submittedAt", s.answers, i.consideration, d."checkedOn", m."referredOn",
         e.code as "ethnicityCode", e.source as "ethnicitySource", e."notStatedReason",
         pa."personId" as "actorWrote", ps."personId" as "signerWrote",
         vk.status as "childStatus", vk."heardOn" as "childHeardOn", vk.attempts as "childAttempts",
         vk.reason as "childReason", vk."approvedBy" as "childApprovedBy", vk."approvedAt" as "childApprovedAt",
         vc.status as "carerStatus", vc."heardOn" as "carerHeardOn", vc.attempts as "carerAttempts",
         vc.reason as "carerReason", vc."approvedBy" as "carerApprovedBy", vc."approvedAt" as "carerApprovedAt"
  from cases c join panel_areas a on a.id = c."panelAreaId"
  left join assessments s on s."caseId" = c.id
  left join identities i on i."caseId" = c.id
  left join disposal_checks d on d."caseId" = c.id
  left join management_referrals m on m."caseId" = c.id
  left join child_ethnicities e on e.id = (
    select ce.id from child_ethnicities ce join children k on k.id = ce."childId"
    where k."identityId" = ${identityId} order by ce."recordedAt" desc, ce.id desc limit 1)
  left join preparation_authors pa on pa."caseId" = c.id and pa."personId" = ${actorId}
  left join preparation_authors ps on ps."caseId" = c.id and ps."personId" = c."signedOffBy"
  left join voices vk on vk."caseId" = c.id and vk.who = 'CHILD'
  left join voices vc on vc."caseId" = c.id and vc.who = 'CARER'
  where c.id = ${id}`;

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

function factsFrom(whole: Wholes | undefined, actorId: string) {
  if (!whole) throw new Error('A case was lost while its facts were read');
  const { signedOffBy, status, ethnicityCode: code, notStatedReason } = whole;
  const isSignedOff = signedOffBy !== null && status === 'SUBMITTED';
  return {
    signedOffBy,
    signedOffOn: whole.signedOffOn,
    noIdentifiableVictimReason: whole.noIdentifiableVictimReason,
    requiredChecks: fromJson<string[]>(whole.requiredChecks, []),
    repeatThreshold: whole.repeatThreshold,
    assessment: { status: isSignedOff ? 'SIGNED_OFF' : status, submittedAt: whole.submittedAt },
    exploitationConsidered: exploitationFound(fromJson<Answers>(whole.answers, {})),
    identityConsideration: whole.consideration,
    disposalsCheckedOn: whole.checkedOn,
    highRiskReferredOn: whole.referredOn,
    ethnicity: code === null ? null : { code, source: whole.ethnicitySource ?? '', notStatedReason },
    authors: [...(whole.actorWrote ? [actorId] : []), ...(whole.signerWrote && signedOffBy ? [signedOffBy] : [])],
    voices: { child: voiceFrom(whole, 'child'), carer: voiceFrom(whole, 'carer') },
  };
}

function voiceFrom(whole: VoiceColumns, who: 'child' | 'carer'): VoiceFacts | null {
  const status = whole[`${who}Status`];
  if (status === null) return null;
  return {
    status,
    heardOn: whole[`${who}HeardOn`],
    attempts: fromJson<AttemptFacts[]>(whole[`${who}Attempts`], []),
    reason: whole[`${who}Reason`],
    approvedBy: whole[`${who}ApprovedBy`],
    approvedAt: whole[`${who}ApprovedAt`],
  };
}

/** Considered counts only with what was found; "nothing was found", and where one looked, is an answer. */
const exploitationFound = (answers: Answers): string | null =>
  answers['exploitation-considered'] === 'YES' ? String(answers['exploitation-found'] ?? '') : null;
