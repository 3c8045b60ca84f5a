import sql, { type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { communicationNeed } from '../policy/communication-need.js';
import { exploitationAnswered, exploitationFound } from '../policy/exploitation.js';
import type { Answers } from '../policy/questions/question-set.js';
import { type ColumnsOf, fromJson } from '../platform/database/read.js';

/** What there is at most one of. A left join that finds nothing gives nothing, and its gate stays shut. */
export type Wholes = {
  caseId: string;
  signedOffBy: string | null;
  signedOffOn: string | null;
  noIdentifiableVictimReason: string | null;
  arrestedFor: string | null;
  status: string | null;
  submittedAt: string | null;
  answers: string | null;
  consideration: string | null;
  checkedOn: string | null;
  reviewFinding: string | null;
  reviewedBy: string | null;
  reviewerWrote: string | null;
  reviewedAt: string | null;
  reviewedResponses: string | null;
  actorWrote: string | null;
  signerWrote: string | null;
} & SettingColumns<(typeof settings)[number]>;

/** What an area says of the senior review of repeats. */
export const reviewSettings = [
  'repeatReviewInformal',
  'repeatReviewResolutions',
  'repeatReviewCautions',
  'repeatReviewMonths',
] as const;
const settings = ['requiredChecks', 'repeatThreshold', ...reviewSettings] as const;

export const wholeColumns: ColumnsOf<Wholes> = {
  ...{ caseId: true, signedOffBy: true, signedOffOn: true, noIdentifiableVictimReason: true, arrestedFor: true },
  ...{ requiredChecks: true, repeatThreshold: true, status: true, submittedAt: true, answers: true },
  ...{ consideration: true, checkedOn: true, reviewFinding: true, reviewedBy: true, reviewedAt: true },
  ...{
    reviewedResponses: true,
    reviewerWrote: true,
    actorWrote: true,
    signerWrote: true,
    repeatReviewInformal: true,
    repeatReviewResolutions: true,
  },
  ...{ repeatReviewCautions: true, repeatReviewMonths: true },
};

/** One row for each case. */
export const wholesOf = (among: Sql, actorId: string, today: string): Sql => sql`
  select c.id as "caseId", c."signedOffBy", c."signedOffOn", c."noIdentifiableVictimReason", c."arrestedFor",
         s.status, s."submittedAt", coalesce(s."gateAnswers", s.answers) as answers, i.consideration, d."checkedOn",
         r.finding as "reviewFinding", r."reviewedBy", pr."personId" as "reviewerWrote", r."reviewedAt", r.responses as "reviewedResponses",
         ${settingColumns(settings, sql`c."panelAreaId"`, today)},
         pa."personId" as "actorWrote", ps."personId" as "signerWrote"
  from cases c
  left join assessments s on s."caseId" = c.id
  left join identities i on i."caseId" = c.id
  left join disposal_checks d on d."caseId" = c.id
  left join repeat_reviews r on r.id = (
    select l.id from repeat_reviews l where l."caseId" = c.id order by l.id desc limit 1)
  left join preparation_authors pa on pa."caseId" = c.id and pa."personId" = ${actorId}
  left join preparation_authors pr on pr."caseId" = c.id and pr."personId" = r."reviewedBy"
  left join preparation_authors ps on ps."caseId" = c.id and ps."personId" = c."signedOffBy"
  where c.id in (${among})`;

/** In the words of the gates. */
export function factsFrom(whole: Wholes) {
  const { signedOffBy, status } = whole;
  const answers = fromJson<Answers>(whole.answers, {});
  const isSignedOff = signedOffBy !== null && status === 'SUBMITTED';
  return {
    signedOffBy,
    signedOffOn: whole.signedOffOn,
    noIdentifiableVictimReason: whole.noIdentifiableVictimReason,
    arrestedFor: whole.arrestedFor,
    reviewThresholds: settingsIn(reviewSettings, whole),
    assessment: { status: isSignedOff ? 'SIGNED_OFF' : status, submittedAt: whole.submittedAt },
    exploitationConsidered: exploitationFound(answers),
    exploitation: exploitationAnswered(answers),
    communicationNeed: communicationNeed(answers),
    identityConsideration: whole.consideration,
    disposalsCheckedOn: whole.checkedOn,
    repeatReview: whole.reviewFinding === null ? null : reviewFrom(whole),
    // Of those who wrote, whoever may not be one: the actor, the signer and the reviewer.
    authors: [whole.actorWrote, whole.signerWrote, whole.reviewerWrote].filter((wrote) => wrote !== null),
    ...settingsIn(['requiredChecks', 'repeatThreshold'], whole),
  };
}

const reviewFrom = ({ reviewFinding, reviewedBy, reviewedAt, reviewedResponses }: Wholes) => ({
  finding: reviewFinding,
  reviewedBy,
  reviewedAt,
  responses: fromJson<Record<string, number>>(reviewedResponses, {}),
});
