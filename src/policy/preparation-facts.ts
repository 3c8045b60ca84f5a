import type { CommunicationNeed } from './communication-need.js';
import type { HadBefore } from './disposal.js';
import type { BehaviourFacts } from './earlier-behaviour.js';
import type { ExploitationAnswers } from './exploitation.js';
import type { Facts } from './gate.js';
import type { ReopenedFacts } from './late-news.js';
import type { Judgement, JudgementFacts } from './judgements.js';
import type { ReviewFacts, ReviewThresholds } from './repeat-review.js';

/** When preparation is looked at: the same gates each time, some of them dated by the meeting at the last. */
export type PreparationStage = 'SIGN_OFF' | 'LIST' | 'RECOMMEND';

/** One try at reaching somebody; only a try with a real day counts. */
export type AttemptFacts = Facts<{ on: string; how: string; result: string }>;

export type VoiceFacts = Facts<{
  status: string;
  heardOn: string;
  attempts: readonly AttemptFacts[];
  reason: string;
  approvedBy: string;
  approvedAt: string;
}>;

export type VictimFacts = { readonly victimId: string } & Facts<{
  status: string;
  reason: string;
  attempts: readonly AttemptFacts[];
  obtainedOn: string;
}>;

export type ResponseFacts = Facts<{
  whatWasDone: string;
  childsResponse: string;
  differentNow: string;
  version: number;
}>;

export type EarlierDisposalFacts = { readonly id: string } & HadBefore &
  Facts<{
    givenOn: string;
    response: ResponseFacts;
    /** The case that gave it is closed to whoever asks. */
    isClosed: boolean;
  }>;

export type AgencyCheckFacts = { readonly agency: string } & Facts<{
  status: string;
  analysis: string;
  reason: string;
  dueOn: string;
}>;

/** A referral to another forum, opened by itself or by a person; without a day it has not been made yet. */
export type ReferralFacts = { readonly forum: string } & Facts<{
  because: readonly string[];
  referredOn: string;
  resultOn: string;
}>;

export type OffenceGravityFacts = { readonly id: string } & Facts<{
  homeOfficeClass: string;
  features: readonly string[];
  gravityFinal: number;
  gravityEdition: string;
}>;

/**
 * Everything the preparation gates look at, as it is stored. Lists must be given even when empty: a list that is
 * missing is not known, and leaves its gate shut.
 */
export type PreparationFacts = Facts<{
  caseId: string;
  /** Read at RECOMMEND alone: the day by which child and carer were heard and the assessment signed off. */
  meetingDay: string;
  /** Read at RECOMMEND alone: the instant by which a senior reviewer signed. */
  meetingStartsAt: string;
  judgements: Facts<Record<Judgement, JudgementFacts>>;
  voices: Facts<{ child: VoiceFacts; carer: VoiceFacts }>;
  victims: readonly VictimFacts[];
  noIdentifiableVictimReason: string;
  ethnicity: Facts<{ code: string; source: string; notStatedReason: string }>;
  identityConsideration: string;
  assessment: Facts<{ status: string; submittedAt: string }>;
  signedOffOn: string;
  signedOffBy: string;
  /** Who is about to vouch for it; nobody while somebody only reads. */
  signer: string;
  /** Everyone who wrote any part of the preparation. */
  authors: readonly string[];
  /** Who is acting: at SIGN_OFF, the signer. */
  actorId: string;
  disposalsCheckedOn: string;
  earlierDisposals: readonly EarlierDisposalFacts[];
  repeatThreshold: number;
  /** From how many of them on a senior reviewer signs, counted on which day, and what the latest review found. */
  reviewThresholds: ReviewThresholds;
  countedOn: string;
  repeatReview: ReviewFacts;
  /** What else is known of the child’s past, with what this case makes of it. */
  earlierBehaviour: readonly BehaviourFacts[];
  requiredChecks: readonly string[];
  checks: readonly AgencyCheckFacts[];
  /** What was found when exploitation was considered; "nothing" is an answer, blank is not. */
  exploitationConsidered: string;
  /** What was said of the National Referral Mechanism and the statutory defence. */
  exploitation: ExploitationAnswers;
  /** Sections that news reopened after a sign-off. */
  reopened: readonly ReopenedFacts[];
  offences: readonly OffenceGravityFacts[];
  /** What the child was arrested for; asked where the offence is possession of cannabis without a victim. */
  arrestedFor: string;
  /** Newest first. */
  referrals: readonly ReferralFacts[];
  /** What the answers say; null where nobody answered yet. */
  communicationNeed: CommunicationNeed;
}>;
