import sql, { type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { communicationNeed } from '../policy/communication-need.js';
import { exploitationAnswered } from '../policy/exploitation.js';
import type { News } from '../policy/late-news.js';
import type { AttemptFacts, VoiceFacts } from '../policy/preparation-facts.js';
import { type Answers, rowsIn } from '../policy/questions/question-set.js';
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
} & PointColumns &
  VoiceColumns &
  SettingColumns<(typeof reviewSettings)[number]>;

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

type PointColumns = {
  pointKind: Point['kind'] | null;
  pointSection: string | null;
  pointNews: News | null;
  pointAbout: string | null;
  pointAt: string | null;
  pointSettledAt: string | null;
  pointReason: string | null;
};

type VoiceColumn = 'Status' | 'HeardOn' | 'Attempts' | 'TriedOn' | 'Reason' | 'ApprovedBy' | 'ApprovedAt';
type VoiceColumns = { [Column in `${'child' | 'carer'}${VoiceColumn}`]: string | null };

const reviewSettings = ['repeatReviewInformal', 'repeatReviewResolutions', 'repeatReviewMonths'] as const;

const triedOn = (who: 'CHILD' | 'CARER'): Sql =>
  sql`(select max(t."on") from voice_attempts t where t."caseId" = c.id and t.who = ${who})`;

/** One row for each case, or one for each point that is open on it: all that comes before is the same in each. */
export const wholesOf = (among: Sql, actorId: string, today: string): Sql => sql`
  select c.id as "caseId", c."signedOffBy", c."signedOffOn", c."noIdentifiableVictimReason", c."arrestedFor", a."requiredChecks", a."repeatThreshold",
         s.status, s."submittedAt", s.answers, i.consideration, d."checkedOn",
         (select r.disposals from repeat_reviews r where r."caseId" = c.id and r.finding = 'SIGNED'
          order by r.id desc limit 1) as "reviewedDisposals",
         ${settingColumns(reviewSettings, sql`c."panelAreaId"`, today)},
         one.kind as "pointKind", one.section as "pointSection", one.news as "pointNews", one.about as "pointAbout",
         one.at as "pointAt", one."settledAt" as "pointSettledAt", one.reason as "pointReason",
         pa."personId" as "actorWrote", ps."personId" as "signerWrote",
         vk.status as "childStatus", vk."heardOn" as "childHeardOn", vk.attempts as "childAttempts",
         vk.reason as "childReason", vk."approvedBy" as "childApprovedBy", vk."approvedAt" as "childApprovedAt",
         vc.status as "carerStatus", vc."heardOn" as "carerHeardOn", vc.attempts as "carerAttempts",
         vc.reason as "carerReason", vc."approvedBy" as "carerApprovedBy", vc."approvedAt" as "carerApprovedAt",
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
      const { pointKind: kind, pointSection: section, pointNews: news, pointAbout: about, pointAt: at } = row;
      if (kind === null || section === null || at === null) return [];
      return [{ kind, section, news, about, at, settledAt: row.pointSettledAt, reason: row.pointReason }];
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
    voices: { child: voiceFrom(whole, 'child'), carer: voiceFrom(whole, 'carer') },
  };
}

function voiceFrom(whole: VoiceColumns, who: 'child' | 'carer'): VoiceFacts | null {
  const status = whole[`${who}Status`];
  if (status === null) return null;
  const triedOn = whole[`${who}TriedOn`];
  // The gates ask whether anybody tried on a real day: the last try answers for the whole log.
  const logged = triedOn === null ? [] : [{ on: triedOn }];
  return {
    status,
    heardOn: whole[`${who}HeardOn`],
    attempts: [...fromJson<AttemptFacts[]>(whole[`${who}Attempts`], []), ...logged],
    reason: whole[`${who}Reason`],
    approvedBy: whole[`${who}ApprovedBy`],
    approvedAt: whole[`${who}ApprovedAt`],
  };
}

/** Considered counts only with what was found; "nothing was found", and where one looked, is an answer. */
function exploitationFound(answers: Answers): string | null {
  if (answers['exploitation-considered'] !== 'YES') return null;
  const found = answers['exploitation-found'];
  // Until December 2026 it was asked for as text, since then as rows.
  return typeof found === 'string'
    ? found
    : rowsIn(found)
        .flatMap(({ what }) => what ?? [])
        .join('\n');
}
