import sql, { raw, type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { communicationNeed } from '../policy/communication-need.js';
import { exploitationAnswered, exploitationFound } from '../policy/exploitation.js';
import type { News } from '../policy/late-news.js';
import type { AttemptFacts, VoiceFacts } from '../policy/preparation-facts.js';
import type { Answers } from '../policy/questions/question-set.js';
import { parts, partsOf } from '../platform/database/parts.js';
import { fromJson } from '../platform/database/read.js';

/** What there is at most one of. A left join that finds nothing gives nothing, and its gate stays shut. */
export type Wholes = {
  caseId: string;
  signedOffBy: string | null;
  signedOffOn: string | null;
  noIdentifiableVictimReason: string | null;
  arrestedFor: string | null;
  requiredChecks: string;
  repeatThreshold: number;
  status: string | null;
  submittedAt: string | null;
  answers: string | null;
  consideration: string | null;
  checkedOn: string | null;
  reviewedDisposals: string | null;
  actorWrote: string | null;
  signerWrote: string | null;
  point: string;
  child: string;
  carer: string;
  childTriedOn: string | null;
  carerTriedOn: string | null;
} & SettingColumns<(typeof reviewSettings)[number]>;

/**
 * Something said of one section after it was written: late news that reopened it, or why the manager sent it back. The
 * news stays until the preparation is signed off again, the reason until the assessment is submitted again.
 */
export type Point = {
  readonly kind: 'NEWS' | 'RETURNED';
  readonly section: string;
  readonly news: News | null;
  readonly about: string | null;
  readonly at: string;
  /** When the news was considered, or the reason answered. */
  readonly settledAt: string | null;
  readonly reason: string | null;
};

const reviewSettings = ['repeatReviewInformal', 'repeatReviewResolutions', 'repeatReviewMonths'] as const;

const triedOn = (who: 'CHILD' | 'CARER'): Sql =>
  sql`(select max(t."on") from voice_attempts t where t."caseId" = c.id and t.who = ${who})`;

const pointParts = parts(
  ...[sql`one.kind`, sql`one.section`, sql`one.news`, sql`one.about`, sql`one.at`, sql`one."settledAt"`],
  sql`one.reason`,
);
const voiceParts = (table: 'vk' | 'vc'): Sql =>
  parts(
    ...['status', 'heardOn', 'attempts', 'reason', 'approvedBy', 'approvedAt'].map((name) => raw(`${table}."${name}"`)),
  );

/** One row for each case, or one for each point that is open on it: all that comes before is the same in each. */
export const wholesOf = (among: Sql, actorId: string, today: string): Sql => sql`
  select c.id as "caseId", c."signedOffBy", c."signedOffOn", c."noIdentifiableVictimReason", c."arrestedFor", a."requiredChecks", a."repeatThreshold",
         s.status, s."submittedAt", coalesce(s."gateAnswers", s.answers) as answers, i.consideration, d."checkedOn",
         (select r.disposals from repeat_reviews r where r."caseId" = c.id and r.finding = 'SIGNED'
          order by r.id desc limit 1) as "reviewedDisposals",
         ${settingColumns(reviewSettings, sql`c."panelAreaId"`, today)},
         ${pointParts} as "point", ${voiceParts('vk')} as "child", ${voiceParts('vc')} as "carer",
         pa."personId" as "actorWrote", ps."personId" as "signerWrote",
         ${triedOn('CHILD')} as "childTriedOn", ${triedOn('CARER')} as "carerTriedOn"
  from cases c join panel_areas a on a.id = c."panelAreaId"
  left join assessments s on s."caseId" = c.id
  left join identities i on i."caseId" = c.id
  left join disposal_checks d on d."caseId" = c.id
  left join preparation_authors pa on pa."caseId" = c.id and pa."personId" = ${actorId}
  left join preparation_authors ps on ps."caseId" = c.id and ps."personId" = c."signedOffBy"
  left join voices vk on vk."caseId" = c.id and vk.who = 'CHILD'
  left join voices vc on vc."caseId" = c.id and vc.who = 'CARER'
  left join (
    select r."caseId", 'NEWS' as kind, r.section, r.news, r.about, r."cameAt" as at, r."settledAt", null as reason
    from reopened_sections r where r."caseId" in (${among}) and (r."settledAt" is null or r."signedAt" is null)
    union all
    select q."caseId", 'RETURNED', q.section, null, null, t."returnedAt", q."answeredAt", q.reason
    from return_reasons q join assessment_returns t on t.id = q."returnId"
    where q."caseId" in (${among}) and t."submittedAgainAt" is null and q.section is not null
  ) one on one."caseId" = c.id and one.section is not null
  where c.id in (${among})`;

/** The points of each row, the earliest first. */
const pointsOf = (rows: readonly Wholes[]): Point[] =>
  rows
    .flatMap((row): Point[] => {
      const [kind, section, news, about = null, at, settledAt = null, reason = null] = partsOf(row.point);
      if (!kind || !section || !at) return [];
      return [
        { kind: kind as Point['kind'], section, news: (news ?? null) as News | null, about, at, settledAt, reason },
      ];
    })
    .toSorted((one, other) => one.at.localeCompare(other.at));

const reopenedIn = (points: readonly Point[]) =>
  points.flatMap(({ section, news, about, settledAt }) => (news ? [{ section, news, about, settledAt }] : []));

/** In the words of the gates. */
export function factsFrom(rows: readonly Wholes[], actorId: string) {
  const [whole] = rows;
  const points = pointsOf(rows);
  if (!whole) throw new Error('A case was lost while its facts were read');
  const { signedOffBy, status } = whole;
  const answers = fromJson<Answers>(whole.answers, {});
  const isSignedOff = signedOffBy !== null && status === 'SUBMITTED';
  return {
    signedOffBy,
    signedOffOn: whole.signedOffOn,
    noIdentifiableVictimReason: whole.noIdentifiableVictimReason,
    arrestedFor: whole.arrestedFor,
    requiredChecks: fromJson<string[]>(whole.requiredChecks, []),
    repeatThreshold: whole.repeatThreshold,
    reviewThresholds: settingsIn(reviewSettings, whole),
    assessment: { status: isSignedOff ? 'SIGNED_OFF' : status, submittedAt: whole.submittedAt },
    exploitationConsidered: exploitationFound(answers),
    exploitation: exploitationAnswered(answers),
    communicationNeed: communicationNeed(answers),
    identityConsideration: whole.consideration,
    points,
    reopened: reopenedIn(points),
    disposalsCheckedOn: whole.checkedOn,
    reviewedDisposals: fromJson<string[]>(whole.reviewedDisposals, []),
    authors: [...(whole.actorWrote ? [actorId] : []), ...(whole.signerWrote && signedOffBy ? [signedOffBy] : [])],
    voices: {
      child: voiceFrom(whole.child, whole.childTriedOn),
      carer: voiceFrom(whole.carer, whole.carerTriedOn),
    },
  };
}

function voiceFrom(said: string, triedOn: string | null): VoiceFacts | null {
  const [status, heardOn, attempts, reason, approvedBy, approvedAt] = partsOf(said);
  if (!status) return null;
  // The gates ask whether anybody tried on a real day: the last try answers for the whole log.
  const logged = triedOn === null ? [] : [{ on: triedOn }];
  return {
    ...{ status, heardOn, reason, approvedBy, approvedAt },
    attempts: [...fromJson<AttemptFacts[]>(attempts, []), ...logged],
  };
}
