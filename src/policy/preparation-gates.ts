import { agencies } from './agencies.js';
import { arrestReasonBlockers } from './arrest-reason.js';
import { checkStanding, checkStandings } from './check-standing.js';
import { isRealDay } from './days.js';
import { behaviourBlockers } from './earlier-behaviour.js';
import { unanalysedBlockers } from './earlier-disposal-gates.js';
import { isKnownEthnicity, isNotStated } from './ethnicity.js';
import { blocker, blockersOf, casePage, gate, isWritten, type Blocker, type Gate } from './gate.js';
import { judgementGates } from './judgement-gates.js';
import { newsBlockers } from './late-news.js';
import type {
  AgencyCheckFacts,
  AttemptFacts,
  PreparationFacts,
  PreparationStage,
  VictimFacts,
  VoiceFacts,
} from './preparation-facts.js';
import { referralGates } from './referral-gates.js';
import { repeatReviewBlockers } from './repeat-review.js';

export type { PreparationFacts, PreparationStage } from './preparation-facts.js';

type Known = PreparationFacts;

const at = (rest: string) => (facts: Known) => casePage(facts, rest);
const dated = (attempts: readonly AttemptFacts[] | null | undefined): number =>
  (attempts ?? []).filter(({ on }) => isRealDay(on)).length;

/** A day that has come by the meeting; before `RECOMMEND` there is no meeting to measure it against. */
const inTime = (day: string | null | undefined, { meetingDay }: Known, stage: PreparationStage): boolean =>
  isRealDay(day) && (stage !== 'RECOMMEND' || (isRealDay(meetingDay) && day <= meetingDay));

function isHeard(voice: VoiceFacts | null | undefined, facts: Known, stage: PreparationStage): boolean {
  if (voice?.status === 'OBTAINED') return inTime(voice.heardOn, facts, stage);
  if (voice?.status !== 'NOT_OBTAINED') return false;
  const approved = isWritten(voice.approvedBy) && isWritten(voice.approvedAt);
  return dated(voice.attempts) > 0 && isWritten(voice.reason) && approved;
}

const hasNoCarer = (voice: VoiceFacts | null | undefined): boolean =>
  voice?.status === 'NO_CARER' && isWritten(voice.reason);

function isVictimHeard({ status, reason, attempts }: VictimFacts): boolean {
  if (status === 'OBTAINED' || status === 'DECLINED' || status === 'CONSENT_WITHDRAWN') return true;
  if (status === 'CONSENT_REFUSED') return isWritten(reason);
  return status === 'NOT_CONTACTABLE' && dated(attempts) >= 2;
}

const victims: Gate<Known> = (facts) => {
  if (facts.victims?.length) {
    return facts.victims
      .filter((victim) => !isVictimHeard(victim))
      .map(({ victimId }) => blocker('VICTIM_NOT_HEARD', casePage(facts, `victims/${victimId}/view`)));
  }
  const nobody = facts.victims && isWritten(facts.noIdentifiableVictimReason);
  return nobody ? [] : [blocker('VICTIM_NOT_HEARD', casePage(facts, 'victims'))];
};

const hasEthnicity = ({ ethnicity }: Known): boolean =>
  isNotStated(ethnicity?.code)
    ? isWritten(ethnicity?.notStatedReason)
    : isKnownEthnicity(ethnicity?.code) && isWritten(ethnicity?.source);

function isAnswered(check: AgencyCheckFacts | undefined): boolean {
  if (check?.status === 'INFORMATION_RECEIVED') return isWritten(check.analysis);
  if (check?.status === 'NOT_APPLICABLE') return isWritten(check.reason);
  return check?.status === 'NIL_RETURN';
}

/** Not asked, awaited or not analysed yet; whether it is late depends on the day, and the pages say so. */
const standingOf = (check: AgencyCheckFacts | undefined): string => {
  const standing = checkStanding({ status: check?.status }, '');
  return standing === 'ANSWERED' ? 'answered, not analysed' : checkStandings[standing].toLowerCase();
};

const agencyChecks: Gate<Known> = (facts) => {
  const { requiredChecks, checks } = facts;
  if (!requiredChecks) return [blocker('AGENCY_CHECK_OUTSTANDING', casePage(facts, 'agency-checks'))];
  return requiredChecks
    .filter((agency) => !isAnswered(checks?.find((check) => check.agency === agency)))
    .map((agency) => {
      const name = (agencies as Record<string, string>)[agency] ?? agency;
      const about = `${name}: ${standingOf(checks?.find((check) => check.agency === agency))}`;
      return blocker('AGENCY_CHECK_OUTSTANDING', casePage(facts, `agency-checks/${agency}`), { about });
    });
};

const gravity: Gate<Known> = (facts) => {
  if (!facts.offences?.length) return [blocker('GRAVITY_MISSING', casePage(facts, 'police-information'))];
  return facts.offences
    .filter(({ gravityFinal }) => !gravityFinal)
    .map(({ id }) => blocker('GRAVITY_MISSING', casePage(facts, `offences/${id}/gravity`)));
};

const isSubmitted = ({ assessment }: Known): boolean =>
  (assessment?.status === 'SUBMITTED' || assessment?.status === 'SIGNED_OFF') && isWritten(assessment.submittedAt);

function isSignerApart({ authors, actorId, signedOffBy }: Known, stage: PreparationStage): boolean {
  const signer = stage === 'SIGN_OFF' ? actorId : signedOffBy;
  return authors != null && isWritten(signer) && !authors.includes(signer);
}

const voiceGates = (stage: PreparationStage): Gate<Known>[] => [
  gate('CHILD_NOT_HEARD', (facts) => isHeard(facts.voices?.child, facts, stage), at('voices/child')),
  gate(
    'CARER_NOT_HEARD',
    (facts) => hasNoCarer(facts.voices?.carer) || isHeard(facts.voices?.carer, facts, stage),
    at('voices/carer'),
  ),
];

const identityGates = [
  gate<Known>('ETHNICITY_MISSING', hasEthnicity, at('identity')),
  gate<Known>('IDENTITY_NOT_CONSIDERED', (facts) => isWritten(facts.identityConsideration), at('identity')),
];

const signOffGates = (stage: PreparationStage): Gate<Known>[] => [
  gate(
    'ASSESSMENT_NOT_SIGNED_OFF',
    (facts) => stage === 'SIGN_OFF' || (isWritten(facts.signedOffBy) && inTime(facts.signedOffOn, facts, stage)),
    at('assessment/sign-off'),
  ),
  gate('SAME_PERSON_AUTHOR_AND_SIGNER', (facts) => isSignerApart(facts, stage), at('assessment/sign-off')),
];

const preparationGates = (stage: PreparationStage): Gate<Known>[] => [
  ...judgementGates,
  ...voiceGates(stage),
  victims,
  ...identityGates,
  gate('ASSESSMENT_NOT_SUBMITTED', isSubmitted, at('assessment/submission')),
  ...signOffGates(stage),
  gate('EARLIER_DISPOSALS_NOT_CHECKED', (facts) => isRealDay(facts.disposalsCheckedOn), at('earlier-disposals/check')),
  unanalysedBlockers,
  (facts) => repeatReviewBlockers({ ...facts, signer: stage === 'SIGN_OFF' ? facts.signer : facts.signedOffBy }),
  behaviourBlockers,
  agencyChecks,
  newsBlockers,
  gate('EXPLOITATION_NOT_CONSIDERED', (facts) => isWritten(facts.exploitationConsidered), at('assessment')),
  gravity,
  arrestReasonBlockers,
  ...referralGates,
];

/**
 * Everything that keeps a case from being signed off, listed or recommended on.
 * In: facts, stage. Out: every blocker at once. Source: HMIP 2021 (Leicestershire) section 3; each rule's row.
 */
export const preparationBlockers = (facts: PreparationFacts, stage: PreparationStage): Blocker[] =>
  blockersOf(preparationGates(stage), facts);
