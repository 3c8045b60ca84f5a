import { describe, expect, test } from '@jest/globals';
import { areaSettingNames, settingRow } from './area-settings.js';
import { reviewBlockers, undoBlockers, type UndoFacts } from './amendments.js';
import { disposalBlockers, type DisposalFacts, type DisposalStage } from './disposal-gates.js';
import { type DiscussionFacts, givingBlockers, notingBlockers, openingBlockers } from './discussion-gates.js';
import { disposalCodes, disposals } from './disposals.js';
import { differsBlockers, seniorBlockers, type SeniorFacts, underWayBlockers } from './escalation.js';
import { exploitationBlockers } from './exploitation.js';
import type { Blocker } from './gate.js';
import { type VictimLetterFacts, victimLetterBlockers } from './letter-gates.js';
import { stateBlockers } from './lifecycle.js';
import {
  arrangingBlockers,
  changingBlockers,
  type ListingFacts,
  listingBlockers,
  noteBlockers,
  returnBlockers,
} from './listing-gates.js';
import { meetingBlockers, type MeetingFacts } from './meeting-gates.js';
import { closingBlockers, differenceBlockers, outcomeBlockers, type OutcomeFacts } from './outcome-gates.js';
import { preparationBlockers, type PreparationFacts, type PreparationStage } from './preparation-gates.js';
import { adviceBlockers } from './prosecutor-advice.js';
import { prosecutorBlockers, unansweredBlockers } from './prosecutor.js';
import { repeatExplainedBlockers, reviewerBlockers } from './repeat-review.js';
import { registerBlockers } from './register-gates.js';
import { resolutionBlockers, type ResolutionFacts, routingFlags, type RoutingFacts } from './routing.js';
import { isRuleCode, ruleCodes, rules, severityOf, sourceOf, type RuleCode } from './rules.js';
import { sources } from './sources.js';
import { changeBlockers, variationBlockers } from './variation-gates.js';

const caseId = 'c1';
const offence = {
  id: 'o1',
  date: '2026-09-01',
  homeOfficeClass: '8N',
  indictableOnly: 0,
  features: [] as string[],
  gravityFinal: 3,
  gravityEdition: 'NPCC-CGM-2025-02',
};
const parts = { who: 'w', what: 'w', when: 'w', reasoning: 'r', controls: 'c', contingency: 'c' };
const [safety, harm, likelihood] = [
  { level: 'MEDIUM', ...parts },
  { level: 'LOW', ...parts },
  { level: 'LOW', ...parts },
];
const heard = { status: 'OBTAINED', heardOn: '2026-10-01' };
const analysed = { whatWasDone: 'w', childsResponse: 'c', differentNow: 'd' };
const earlier = {
  id: 'd1',
  disposal: 'COMMUNITY_RESOLUTION',
  givenOn: '2026-01-05',
  response: { ...analysed, version: 1 },
};
const thrice = ['d1', 'd2', 'd3'].map((id) => ({ ...earlier, id }));

const prepared: PreparationFacts = {
  caseId,
  meetingDay: '2026-10-20',
  judgements: { SAFETY_AND_WELLBEING: safety, RISK_OF_SERIOUS_HARM: harm, LIKELIHOOD_OF_REOFFENDING: likelihood },
  voices: { child: heard, carer: heard },
  victims: [{ victimId: 'v1', status: 'OBTAINED' }],
  ethnicity: { code: 'W1', source: 'SELF' },
  identityConsideration: 'written',
  assessment: { status: 'SUBMITTED', submittedAt: '2026-10-02T09:00:00.000Z' },
  signedOffOn: '2026-10-05',
  signedOffBy: 'manager',
  authors: ['assessor'],
  actorId: 'manager',
  disposalsCheckedOn: '2026-10-01',
  earlierDisposals: [earlier],
  repeatThreshold: 2,
  earlierBehaviour: [{ id: 'b1', kind: 'ARREST', version: 1, consideration: { standing: 'USED', itemVersion: 1 } }],
  requiredChecks: ['POLICE'],
  checks: [{ agency: 'POLICE', status: 'INFORMATION_RECEIVED', analysis: 'a' }],
  exploitationConsidered: 'nothing found',
  reopened: [{ section: 'behaviour', news: 'POLICE_INFORMATION', settledAt: '2026-10-04T09:00:00.000Z' }],
  offences: [offence],
  referrals: [],
  exploitation: { referral: 'NOT_INDICATED', defence: 'NOT_INDICATED' },
  communicationNeed: 'NO_NEED_FOUND',
};

const met: MeetingFacts = {
  caseId,
  meetingId: 'm1',
  meetingDay: '2026-10-20',
  today: '2026-10-20',
  onAgenda: true,
  quorumAgencies: ['POLICE', 'YOUTH_JUSTICE_SERVICE'],
  attendances: [
    { personId: 'chair', agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: 'sergeant', agency: 'POLICE' },
  ],
  conflicts: [],
  takingPart: ['chair', 'sergeant'],
  actorId: 'chair',
  disposal: 'YOUTH_CAUTION',
  optionsConsidered: [
    { disposal: 'YOUTH_CAUTION', reason: 'answers the harm' },
    { disposal: 'COMMUNITY_RESOLUTION', reason: 'tried before' },
  ],
  reasons: { child: 'x', carer: 'x', victim: 'x', safety: 'x', harm: 'x', identity: 'x', earlierDisposals: 'x' },
  victims: [{ victimId: 'v1' }],
  missing: [],
  viewsBefore: 'OFFERED',
  viewsGivenBy: [],
  offences: [offence],
};

const discussed: DiscussionFacts = {
  ...met,
  viewsBefore: 'REQUIRED',
  viewsGivenBy: ['YOUTH_JUSTICE_SERVICE', 'POLICE'],
};

const condition = { object: 'REPARATIVE', description: 'Mend the fence', due: '2026-12-01' };
const disposed: DisposalFacts = {
  caseId,
  disposal: 'YOUTH_CONDITIONAL_CAUTION',
  day: '2026-10-20',
  dateOfBirth: '2011-05-05',
  offences: [offence],
  evidenceSufficient: 'YES',
  responsibilityStance: 'FULL_ADMISSION',
  cpsAuthority: 'NOT_NEEDED',
  conditions: [condition],
  earlierDisposals: [{ disposal: 'YOUTH_CAUTION' }],
};

const outcome: OutcomeFacts = {
  caseId,
  disposal: 'YOUTH_CONDITIONAL_CAUTION',
  decidedDisposal: 'YOUTH_CONDITIONAL_CAUTION',
  givenOn: '2026-10-28',
  givenBy: 'sergeant',
  place: 'Mansfield House',
  appropriateAdult: 'mother',
  consent: 'SIGNED',
  explained: 1,
  deliveryStatus: 'COMPLETED',
  victimInformedOn: '2026-10-29',
  nfaReason: 'NOT_IN_PUBLIC_INTEREST_POLICE',
};

type Met = { open: Blocker[]; shut: Blocker[] };
const preparation = (change: PreparationFacts, stage: PreparationStage = 'RECOMMEND'): Met => ({
  open: preparationBlockers(prepared, stage),
  shut: preparationBlockers({ ...prepared, ...change }, stage),
});
const meeting = (change: MeetingFacts): Met => ({
  open: meetingBlockers(met),
  shut: meetingBlockers({ ...met, ...change }),
});
const disposal = (change: DisposalFacts, code = 'YOUTH_CONDITIONAL_CAUTION', stage: DisposalStage = 'DECIDE'): Met => ({
  open: disposalBlockers({ ...disposed, disposal: code }, stage),
  shut: disposalBlockers({ ...disposed, disposal: code, ...change }, stage),
});
const recorded = (change: OutcomeFacts, code = 'YOUTH_CONDITIONAL_CAUTION'): Met => ({
  open: outcomeBlockers({ ...outcome, disposal: code, decidedDisposal: code }),
  shut: outcomeBlockers({ ...outcome, disposal: code, decidedDisposal: code, ...change }),
});
const issued: ResolutionFacts = { earlier: [{ disposal: 'OUTCOME_22' }], features: ['TRAFFIC'], mend: '/children/x' };
const registered = (change: ResolutionFacts): Met => ({
  open: resolutionBlockers(issued),
  shut: resolutionBlockers({ ...issued, ...change }),
});
const onRegister = {
  ...{ disposal: 'COMMUNITY_RESOLUTION', dateOfBirth: '2011-03-09', givenOn: '2026-06-01' },
  ...{ earlier: [{ disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-05-01' }], mend: '/children/x' },
};
const sent: RoutingFacts = { caseId, offences: [offence], earlierDisposals: [], harmLevel: 'LOW' };
const routed = (change: RoutingFacts): Met => ({
  open: routingFlags(sent),
  shut: routingFlags({ ...sent, ...change }),
});
const judged = (
  SAFETY_AND_WELLBEING: object,
  RISK_OF_SERIOUS_HARM: object,
  LIKELIHOOD_OF_REOFFENDING: object = likelihood,
): PreparationFacts => ({ judgements: { SAFETY_AND_WELLBEING, RISK_OF_SERIOUS_HARM, LIKELIHOOD_OF_REOFFENDING } });
const varied = { caseId, disposal: 'YOUTH_CONDITIONAL_CAUTION' };
const variedFacts: DisposalFacts = { ...disposed, disposal: 'YOUTH_CONDITIONAL_CAUTION' };
const marked = (...features: string[]): DisposalFacts => ({ offences: [{ ...offence, features }] });

const written: VictimLetterFacts = {
  ...{ caseId, kind: 'VICTIM_OUTCOME', matterId: 'o1', draftedOf: 'o1', victimId: 'v1' },
  ...{ harmed: 'PERSON', consent: 'GIVEN', telling: 'WANTS_TO_BE_TOLD' },
};
const letter = (change: VictimLetterFacts): Met => ({
  open: victimLetterBlockers(written),
  shut: victimLetterBlockers({ ...written, ...change }),
});
const slip: UndoFacts = {
  caseId,
  ...{ actorId: 'chair', recordedBy: 'chair', minutes: 10, builtUpon: '' },
  ...{ recordedAt: '2026-11-23T10:00:00.000Z', now: '2026-11-23T10:10:00.000Z' },
};
const asked: SeniorFacts = { caseId, actorId: 'senior', policeId: 'senior', given: [], keptOut: ['chair'] };
const settled = { caseId, isUnderWay: false, agreed: 'OUTCOME_22', leftWithPolice: false };
const onTime: ListingFacts = {
  ...{ meetingId: 'm1', isCancelled: false, isOver: false, capacity: 8, listed: 7, packsIssued: 0 },
  ...{ closesAt: '2026-10-18T09:00:00.000Z', now: '2026-10-17T09:00:00.000Z' },
};
const listing = (change: ListingFacts): Met => ({
  open: listingBlockers(onTime),
  shut: listingBlockers({ ...onTime, ...change }),
});

/** Every code of the rule book, shut by one change to facts that otherwise leave every gate open. */
// prettier-ignore
const table: Record<RuleCode, Met> = {
  SAFETY_NOT_RATED: preparation(judged({ ...safety, level: 'NOT_ASSESSED' }, harm)),
  SAFETY_NOT_ANALYSED: preparation(judged({ ...safety, controls: ' ' }, harm)),
  HARM_NOT_RATED: preparation(judged(safety, { ...harm, level: null })),
  HARM_NOT_ANALYSED: preparation(judged(safety, { ...harm, when: '' })),
  LIKELIHOOD_NOT_RATED: preparation(judged(safety, harm, { ...likelihood, level: 'NOT_ASSESSED' })),
  LIKELIHOOD_NOT_ANALYSED: preparation(judged(safety, harm, { ...likelihood, reasoning: ' ' })),
  JUDGEMENT_NOT_WHOLE: preparation(judged({ ...safety, who: ' ' }, harm)),
  CHILD_NOT_HEARD: preparation({ voices: { child: { ...heard, heardOn: '2026-10-21' }, carer: heard } }),
  CARER_NOT_HEARD: preparation({ voices: { child: heard, carer: { status: 'NO_CARER' } } }),
  VICTIM_NOT_HEARD: preparation({ victims: [{ victimId: 'v1', status: 'CONSENT_REFUSED' }] }),
  ETHNICITY_MISSING: preparation({ ethnicity: { code: 'W1' } }),
  IDENTITY_NOT_CONSIDERED: preparation({ identityConsideration: '' }),
  ASSESSMENT_NOT_SUBMITTED: preparation({ assessment: { status: 'DRAFT' } }),
  ASSESSMENT_NOT_SIGNED_OFF: preparation({ signedOffOn: '2026-10-21' }),
  SAME_PERSON_AUTHOR_AND_SIGNER: preparation({ authors: ['manager'] }, 'SIGN_OFF'),
  EARLIER_DISPOSALS_NOT_CHECKED: preparation({ disposalsCheckedOn: null }),
  EARLIER_DISPOSAL_NOT_ANALYSED: preparation({ earlierDisposals: [{ ...earlier, response: null }] }),
  REPEAT_NOT_REVIEWED: preparation({ earlierDisposals: thrice, repeatReview: { finding: 'SIGNED', reviewedBy: 'senior', responses: { d1: 1, d2: 1 } } }),
  EARLIER_BEHAVIOUR_NOT_CONSIDERED: preparation({ earlierBehaviour: [{ id: 'b1', kind: 'ARREST', version: 1 }] }),
  AGENCY_CHECK_OUTSTANDING: preparation({ checks: [{ agency: 'POLICE', status: 'INFORMATION_RECEIVED' }] }),
  EXPLOITATION_NOT_CONSIDERED: preparation({ exploitationConsidered: null }),
  NEWS_NOT_CONSIDERED: preparation({ reopened: [{ section: 'behaviour', news: 'POLICE_INFORMATION' }] }),
  ARREST_REASON_UNKNOWN: preparation({ victims: [], noIdentifiableVictimReason: 'x', offences: [{ ...offence, homeOfficeClass: '92E' }] }),
  GRAVITY_MISSING: preparation({ offences: [{ id: 'o1', gravityFinal: null }] }),
  HIGH_RISK_NOT_REFERRED: preparation(judged({ ...safety, level: 'HIGH' }, harm)),
  COMMUNICATION_NEED_NOT_REFERRED: preparation({ communicationNeed: 'NOT_CHECKED' }),
  NOT_ON_AGENDA: meeting({ onAgenda: false }),
  MEETING_NOT_BEGUN: meeting({ today: '2026-10-19' }),
  NOT_QUORATE: meeting({ attendances: [{ personId: 'chair', agency: 'YOUTH_JUSTICE_SERVICE' }] }),
  CONFLICT_OF_INTEREST: meeting({ conflicts: [{ personId: 'chair' }] }),
  RECORDER_NOT_PRESENT: meeting({ actorId: 'absent' }),
  MEETING_CANCELLED: listing({ isCancelled: true }),
  MEETING_HELD: {
    open: changingBlockers({ meetingId: 'm1', isCancelled: false, isHeld: false }),
    shut: changingBlockers({ meetingId: 'm1', isCancelled: false, isHeld: true }),
  },
  MEETING_AT_SAME_TIME: { open: arrangingBlockers({ sameTime: 0, isBankHoliday: false }), shut: arrangingBlockers({ sameTime: 1, isBankHoliday: false }) },
  MEETING_ON_BANK_HOLIDAY: { open: arrangingBlockers({ sameTime: 0, isBankHoliday: false }), shut: arrangingBlockers({ sameTime: 0, isBankHoliday: null }) },
  MEETING_OVER: listing({ isOver: true }),
  MEETING_FULL: listing({ listed: 8 }),
  LISTED_LATE: listing({ packsIssued: 1 }),
  LISTED_BEFORE_ITS_DAY: listing({ adjournedUntil: '2027-01-01' }),
  NOTE_STANDS: { open: noteBlockers({ meetingId: 'm1', state: 'LISTED' }), shut: noteBlockers({ meetingId: 'm1', state: 'RECOMMENDED' }) },
  NO_LATER_MEETING: { open: returnBlockers({ caseId, meetingId: 'm1' }), shut: returnBlockers({ caseId }) },
  REASONS_MISSING: meeting({ reasons: { ...met.reasons, identity: '' } }),
  REPEAT_NOT_EXPLAINED: {
    open: repeatExplainedBlockers({ ...prepared, earlierDisposals: thrice }, { disposal: 'OUTCOME_22', whyNow: 'w' }),
    shut: repeatExplainedBlockers({ ...prepared, earlierDisposals: thrice }, { disposal: 'OUTCOME_22', whyNow: ' ' }),
  },
  REVIEWER_NOT_APART: {
    open: reviewerBlockers({ ...prepared, actorId: 'reviewer' }),
    shut: reviewerBlockers({ ...prepared, actorId: 'manager' }),
  },
  GRAVITY_DEPARTURE_UNEXPLAINED: meeting({ disposal: 'COMMUNITY_RESOLUTION' }),
  LEAST_CRIMINALISING_NOT_EXPLAINED: meeting({ optionsConsidered: [{ disposal: 'YOUTH_CAUTION', reason: 'too heavy' }] }),
  MISSING_INFORMATION_NOT_EXPLAINED: meeting({ missing: ['A required agency check'] }),
  VIEWS_NOT_GIVEN: meeting({ viewsBefore: 'REQUIRED', viewsGivenBy: ['POLICE'] }),
  VIEWS_NOT_ASKED: { open: givingBlockers(discussed), shut: givingBlockers({ ...discussed, viewsBefore: 'OFF' }) },
  AGENCY_NOT_PRESENT: { open: givingBlockers(discussed), shut: givingBlockers({ ...discussed, actorId: 'absent' }) },
  VIEW_GIVEN_BY_ANOTHER: {
    open: givingBlockers(discussed),
    shut: givingBlockers({ ...discussed, actorId: 'deputy', attendances: [{ personId: 'deputy', agency: 'SCHOOL', deputyFor: 'POLICE' }], ownViewBy: 'sergeant' }),
  },
  DISCUSSION_OPENED: { open: openingBlockers(discussed), shut: openingBlockers({ ...discussed, openedAt: '2026-10-20T10:00:00.000Z' }) },
  DISCUSSION_NOT_OPENED: { open: notingBlockers({ ...discussed, openedAt: '2026-10-20T10:00:00.000Z' }), shut: notingBlockers(discussed) },
  ESCALATION_UNDER_WAY: { open: underWayBlockers(settled), shut: underWayBlockers({ ...settled, isUnderWay: true }) },
  DIFFERS_FROM_ESCALATION: { open: differsBlockers(settled, 'OUTCOME_22'), shut: differsBlockers(settled, 'OUTCOME_21') },
  EXPLOITATION_DEFENCE_NOT_RAISED: {
    open: exploitationBlockers(prepared),
    shut: exploitationBlockers({ ...prepared, exploitation: { referral: 'REFERRED', defence: 'NOT_CONSIDERED' } }),
  },
  DISPOSAL_NOT_IN_FORCE: disposal({ day: '2026-01-31' }, 'OUTCOME_23'),
  AGE_UNDER_10: disposal({ offences: [{ ...offence, date: '2021-05-04' }] }, 'OUTCOME_20'),
  AGE_18_OR_OVER: disposal({ dateOfBirth: '2008-10-20' }),
  EVIDENCE_INSUFFICIENT: disposal({ evidenceSufficient: 'NOT_KNOWN' }),
  RESPONSIBILITY_NOT_ACCEPTED: disposal({ responsibilityStance: 'PARTIAL_ADMISSION' }, 'COMMUNITY_RESOLUTION'),
  ADMISSION_REQUIRED: disposal({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY' }),
  CPS_AUTHORITY_REQUIRED: disposal({ offences: [{ ...offence, indictableOnly: 1 }] }),
  NOTIFICATION_OFFENCE: disposal(marked('SEXUAL')),
  DOMESTIC_OR_HATE_OFFENCE: disposal(marked('KNIFE', 'HATE')),
  POLICE_ONLY_RESOLUTION_LIMIT: registered({ earlier: [earlier] }),
  SAME_DISPOSAL_SAME_DAY: {
    open: registerBlockers(onRegister),
    shut: registerBlockers({ ...onRegister, earlier: [{ disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-06-01' }] }),
  },
  CANNABIS_TO_PANEL: registered({ features: ['CANNABIS'] }),
  KNIFE_TO_PANEL: registered({ features: ['KNIFE'], goesToPanel: ['KNIFE'] }),
  BORDERLINE_TO_PANEL: routed({ offences: [{ ...offence, gravityFinal: 4 }] }),
  CPS_AUTHORITY_FIRST: routed({ offences: [{ ...offence, features: ['HATE'] }] }),
  TRAINED_ASSESSOR_NEEDED: routed({ harmLevel: 'VERY_HIGH' }),
  YCC_CONDITIONS_REQUIRED: disposal({ conditions: [{ ...condition, object: 'RESTRICTIVE' }] }),
  YCC_PENALTY_CAP: disposal({ conditions: [{ ...condition, penaltyPence: 5001 }] }),
  YCC_ATTENDANCE_CAP: disposal({ conditions: [{ ...condition, attendanceHours: 20.5 }] }),
  YCC_DEADLINE: disposal({ conditions: [{ ...condition, due: '2027-02-10' }] }),
  TURNS_18_BEFORE_DEADLINE: disposal({ dateOfBirth: '2008-11-30' }),
  LIMITATION_DATE_NEAR: disposal({ offences: [{ ...offence, homeOfficeClass: '105A', date: '2026-05-01' }] }),
  WOULD_BE_FIRST_TIME_ENTRANT: disposal({ earlierDisposals: [{ disposal: 'OUTCOME_22' }] }),
  POLICE_DECISION_MISSING: recorded({ decidedDisposal: null }),
  OUTCOME_DIFFERS_FROM_DECISION: recorded({ decidedDisposal: 'YOUTH_CAUTION' }),
  GIVEN_BY_MISSING: recorded({ place: '' }),
  APPROPRIATE_ADULT_MISSING: recorded({ appropriateAdult: null }),
  CONSENT_MISSING: recorded({ consent: 'GIVEN' }),
  EXPLANATION_MISSING: recorded({ explained: 0 }),
  ACTIVITY_NOT_COMPLETED: recorded({ deliveryStatus: 'UNDER_WAY' }, 'OUTCOME_22'),
  VICTIM_NOT_INFORMED: recorded({ victimInformedOn: null }, 'OUTCOME_21'),
  NFA_REASON_MISSING: recorded({ nfaReason: 'BECAUSE' }, 'NO_FURTHER_ACTION'),
  WRONG_STATE: { open: stateBlockers('ACCEPT', 'REFERRED', caseId), shut: stateBlockers('DECIDE', 'REFERRED', caseId) },
  DIFFERENCE_UNEXPLAINED: {
    open: differenceBlockers({ caseId, recommended: 'CHARGE', disposal: 'CHARGE' }),
    shut: differenceBlockers({ caseId, recommended: 'CHARGE', disposal: 'YOUTH_CAUTION', reason: ' ', reasonCode: 'OTHER' }),
  },
  DIFFERENCE_NOT_CODED: {
    open: differenceBlockers({ caseId, recommended: 'CHARGE', disposal: 'OUTCOME_20', reason: 'r', reasonCode: 'GRAVITY' }),
    shut: differenceBlockers({ caseId, recommended: 'CHARGE', disposal: 'OUTCOME_20', reason: 'r', reasonCode: 'toString' }),
  },
  CIF_REQUIRED_FOR_CPS: {
    open: prosecutorBlockers({ caseId, checklist: [{ code: 'CHILD_INFORMATION_FORM', answer: 'YES', comment: null }], isOpen: false }),
    shut: prosecutorBlockers({ caseId, checklist: [{ code: 'CHILD_INFORMATION_FORM', answer: 'NO', comment: 'c' }], isOpen: false }),
  },
  PROSECUTOR_NOT_ANSWERED: { open: unansweredBlockers({ caseId }), shut: unansweredBlockers({ caseId, openSince: '2026-11-20' }) },
  PROSECUTOR_ADVISED_OTHERWISE: {
    open: adviceBlockers({ caseId, disposal: 'OUTCOME_22', advised: 'AUTHORISED' }),
    shut: adviceBlockers({ caseId, disposal: 'OUTCOME_22', advised: 'REFUSED' }),
  },
  SENIOR_NOT_APART: { open: seniorBlockers(asked), shut: seniorBlockers({ ...asked, keptOut: [asked.actorId ?? ''] }) },
  ESCALATION_NOT_YOURS: { open: seniorBlockers(asked), shut: seniorBlockers({ ...asked, policeId: 'another' }) },
  UNDO_NOT_YOURS: { open: undoBlockers(slip), shut: undoBlockers({ ...slip, actorId: 'another' }) },
  UNDO_TOO_LATE: { open: undoBlockers(slip), shut: undoBlockers({ ...slip, now: '2026-11-23T10:10:00.001Z' }) },
  BUILT_UPON: { open: undoBlockers(slip), shut: undoBlockers({ ...slip, builtUpon: 'delivery was recorded' }) },
  REVIEWER_NOT_INDEPENDENT: {
    open: reviewBlockers({ caseId, actorId: 'senior', recordedBy: ['chair', 'inspector'] }),
    shut: reviewBlockers({ caseId, actorId: 'inspector', recordedBy: ['chair', 'inspector'] }),
  },
  CONDITIONS_CHANGED_WITHOUT_VARIATION: {
    open: changeBlockers({ caseId }, [condition], [{ ...condition }]),
    shut: changeBlockers({ caseId }, [condition], [{ ...condition, due: '2027-01-01' }]),
  },
  VARIATION_NOT_AGREED: {
    open: variationBlockers({ ...varied, agreedBy: ['CHILD', 'POLICE'] }, variedFacts),
    shut: variationBlockers({ ...varied, agreedBy: ['CHILD'] }, variedFacts),
  },
  DELIVERY_NOT_ENDED: {
    open: closingBlockers({ caseId, deliveryStatus: 'NOT_NEEDED' }),
    shut: closingBlockers({ caseId, deliveryStatus: 'UNDER_WAY' }),
  },
  LETTER_MATTER_MISSING: letter({ matterId: null, draftedOf: null }),
  LETTER_MATTER_CHANGED: letter({ draftedOf: 'o0' }),
  VICTIM_NOT_TO_BE_WRITTEN: letter({ consent: 'WITHDRAWN' }),
  VICTIM_AGE_NOT_KNOWN: letter({ harmed: 'AGE_NOT_KNOWN' }),
  VICTIM_LETTER_NOT_WANTED: letter({ telling: null }),
};

/** What shuts along with it, because the same fact is asked about twice. */
const together: Partial<Record<RuleCode, RuleCode[]>> = {
  SAFETY_NOT_RATED: ['HIGH_RISK_NOT_REFERRED'],
  HARM_NOT_RATED: ['HIGH_RISK_NOT_REFERRED'],
  LIKELIHOOD_NOT_RATED: ['HIGH_RISK_NOT_REFERRED'],
  AGE_18_OR_OVER: ['TURNS_18_BEFORE_DEADLINE'],
  POLICE_DECISION_MISSING: ['OUTCOME_DIFFERS_FROM_DECISION'],
  CONFLICT_OF_INTEREST: ['NOT_QUORATE'],
};

// prettier-ignore
const severities: Record<string, RuleCode[]> = {
  STOP: ['SAFETY_NOT_RATED', 'SAFETY_NOT_ANALYSED', 'HARM_NOT_RATED', 'HARM_NOT_ANALYSED', 'CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'VICTIM_NOT_HEARD',
    'ETHNICITY_MISSING', 'IDENTITY_NOT_CONSIDERED', 'ASSESSMENT_NOT_SUBMITTED', 'ASSESSMENT_NOT_SIGNED_OFF', 'SAME_PERSON_AUTHOR_AND_SIGNER',
    'NOT_ON_AGENDA', 'MEETING_NOT_BEGUN', 'CONFLICT_OF_INTEREST', 'RECORDER_NOT_PRESENT', 'MEETING_CANCELLED', 'MEETING_HELD', 'NO_LATER_MEETING', 'REASONS_MISSING', 'REPEAT_NOT_EXPLAINED', 'REVIEWER_NOT_APART', 'VIEWS_NOT_ASKED', 'AGENCY_NOT_PRESENT', 'DISCUSSION_OPENED', 'DISCUSSION_NOT_OPENED', 'DISPOSAL_NOT_IN_FORCE', 'AGE_UNDER_10', 'ADMISSION_REQUIRED', 'NOTE_STANDS', 'VIEW_GIVEN_BY_ANOTHER',
    'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP', 'POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION', 'GIVEN_BY_MISSING',
    'EXPLANATION_MISSING', 'ACTIVITY_NOT_COMPLETED', 'NFA_REASON_MISSING', 'WRONG_STATE', 'DIFFERENCE_UNEXPLAINED', 'DELIVERY_NOT_ENDED', 'CONDITIONS_CHANGED_WITHOUT_VARIATION',
    'ESCALATION_NOT_YOURS', 'SENIOR_NOT_APART', 'UNDO_NOT_YOURS', 'UNDO_TOO_LATE', 'BUILT_UPON', 'REVIEWER_NOT_INDEPENDENT',
    'LETTER_MATTER_MISSING', 'LETTER_MATTER_CHANGED', 'VICTIM_NOT_TO_BE_WRITTEN', 'VICTIM_AGE_NOT_KNOWN', 'VICTIM_LETTER_NOT_WANTED'],
  OVERRIDE: ['LIKELIHOOD_NOT_RATED', 'LIKELIHOOD_NOT_ANALYSED', 'EARLIER_DISPOSALS_NOT_CHECKED', 'EARLIER_DISPOSAL_NOT_ANALYSED', 'REPEAT_NOT_REVIEWED', 'EARLIER_BEHAVIOUR_NOT_CONSIDERED', 'AGENCY_CHECK_OUTSTANDING', 'EXPLOITATION_NOT_CONSIDERED', 'NEWS_NOT_CONSIDERED', 'ARREST_REASON_UNKNOWN', 'GRAVITY_MISSING',
    'NOT_QUORATE', 'GRAVITY_DEPARTURE_UNEXPLAINED', 'LEAST_CRIMINALISING_NOT_EXPLAINED', 'MISSING_INFORMATION_NOT_EXPLAINED', 'VIEWS_NOT_GIVEN', 'AGE_18_OR_OVER', 'EVIDENCE_INSUFFICIENT', 'RESPONSIBILITY_NOT_ACCEPTED', 'CPS_AUTHORITY_REQUIRED',
    'APPROPRIATE_ADULT_MISSING', 'CONSENT_MISSING', 'VICTIM_NOT_INFORMED', 'CIF_REQUIRED_FOR_CPS'],
  WARN: ['MEETING_FULL', 'LISTED_LATE', 'JUDGEMENT_NOT_WHOLE', 'HIGH_RISK_NOT_REFERRED', 'COMMUNICATION_NEED_NOT_REFERRED', 'EXPLOITATION_DEFENCE_NOT_RAISED', 'NOTIFICATION_OFFENCE', 'DOMESTIC_OR_HATE_OFFENCE', 'POLICE_ONLY_RESOLUTION_LIMIT', 'SAME_DISPOSAL_SAME_DAY', 'CANNABIS_TO_PANEL', 'KNIFE_TO_PANEL', 'BORDERLINE_TO_PANEL', 'CPS_AUTHORITY_FIRST', 'TRAINED_ASSESSOR_NEEDED', 'LISTED_BEFORE_ITS_DAY', 'ESCALATION_UNDER_WAY', 'DIFFERS_FROM_ESCALATION', 'MEETING_AT_SAME_TIME', 'MEETING_ON_BANK_HOLIDAY', 'MEETING_OVER',
    'YCC_ATTENDANCE_CAP', 'YCC_DEADLINE', 'TURNS_18_BEFORE_DEADLINE', 'LIMITATION_DATE_NEAR', 'PROSECUTOR_NOT_ANSWERED', 'PROSECUTOR_ADVISED_OTHERWISE', 'DIFFERENCE_NOT_CODED', 'VARIATION_NOT_AGREED'],
  INFORM: ['WOULD_BE_FIRST_TIME_ENTRANT'],
};

const codesOf = (blockers: Blocker[]) => blockers.map(({ code }) => code);

describe('the rule book', () => {
  test('is met whole: every code stands in the table, and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...ruleCodes].sort());
    expect(Object.values(severities).flat().sort()).toEqual([...ruleCodes].sort());
  });

  test.each(ruleCodes)('%s is open when what it asks for is there', (code) => {
    expect(codesOf(table[code].open)).toEqual([]);
  });

  test.each(ruleCodes)('%s is shut, alone, when that is missing, and says where to mend it', (code) => {
    const { shut } = table[code];
    expect(codesOf(shut).sort()).toEqual([code, ...(together[code] ?? [])].sort());
    const [found] = shut.filter((one) => one.code === code);
    expect(found?.message).toBeTruthy();
    expect(found?.mend).toMatch(/^\/(cases\/c1|meetings(\/m1|$)|children\/x)/);
  });

  test.each(Object.entries(severities))('%s is the severity of the rules agreed to have it', (severity, codes) => {
    expect(codes.map((code) => [code, rules[code].severity])).toEqual(codes.map((code) => [code, severity]));
  });

  test('stops nobody on what has not been held against its text', () => {
    const stops = ruleCodes.filter((code) => rules[code].severity === 'STOP' || rules[code].severityFor);
    expect(stops.filter((code) => rules[code].checkedOn === null)).toEqual([]);
  });

  test('stops nobody for any disposal on what has not been held against its text', () => {
    const unchecked = ruleCodes.flatMap((code) =>
      disposalCodes.filter((one) => severityOf(code, one) === 'STOP' && sourceOf(code, one).checkedOn === null),
    );
    expect(unchecked).toEqual([]);
  });

  test.each([
    ['VICTIM_NOT_INFORMED', 'OUTCOME_20', sources.outcome20],
    ['VICTIM_NOT_INFORMED', 'OUTCOME_21', sources.outcome21],
    ['EVIDENCE_INSUFFICIENT', 'COMMUNITY_RESOLUTION', sources.communityResolution],
    ['EVIDENCE_INSUFFICIENT', 'CHARGE', sources.chargeEvidence],
    ['EVIDENCE_INSUFFICIENT', 'YOUTH_CAUTION', sources.cautionEvidence],
    ['APPROPRIATE_ADULT_MISSING', 'COMMUNITY_RESOLUTION', sources.communityResolution],
    ['CONSENT_MISSING', 'COMMUNITY_RESOLUTION', sources.communityResolution],
    ['AGE_18_OR_OVER', 'OUTCOME_22', sources.adultScheme],
    ['REPEAT_NOT_REVIEWED', 'COMMUNITY_RESOLUTION', sources.house],
  ] as const)('%s for %s cites what says it', (code, given, source) => {
    expect(sourceOf(code, given)).toEqual(source);
  });

  test('cites the panel’s local policy for what it is known to say, and for nothing else', () => {
    const { citation } = sources.localRepeats;
    expect(ruleCodes.filter((code) => rules[code].source === citation)).toEqual([
      'POLICE_ONLY_RESOLUTION_LIMIT',
      'CANNABIS_TO_PANEL',
    ]);
    expect(areaSettingNames.filter((name) => settingRow(name).source.citation === citation)).toEqual(['goesToPanel']);
  });

  test('asks for words only where a warning is to be acknowledged', () => {
    expect(ruleCodes.filter((code) => rules[code].acknowledged)).toEqual([
      'MEETING_AT_SAME_TIME',
      'MEETING_ON_BANK_HOLIDAY',
      'MEETING_OVER',
      'MEETING_FULL',
      'LISTED_LATE',
      'LISTED_BEFORE_ITS_DAY',
      'ESCALATION_UNDER_WAY',
      'DIFFERS_FROM_ESCALATION',
      'EXPLOITATION_DEFENCE_NOT_RAISED',
      'NOTIFICATION_OFFENCE',
      'DOMESTIC_OR_HATE_OFFENCE',
      'POLICE_ONLY_RESOLUTION_LIMIT',
      'SAME_DISPOSAL_SAME_DAY',
      'VARIATION_NOT_AGREED',
      'PROSECUTOR_ADVISED_OTHERWISE',
    ]);
  });

  test('knows its own codes', () => {
    expect(isRuleCode('NOT_QUORATE')).toBe(true);
    expect(isRuleCode('toString')).toBe(false);
  });
});

describe('with no fact at all', () => {
  test('every preparation gate is shut', () => {
    const expected = ruleCodes.slice(0, ruleCodes.indexOf('NOT_ON_AGENDA'));
    expect([...new Set(codesOf(preparationBlockers({}, 'RECOMMEND')))].sort()).toEqual([...expected].sort());
  });

  test('every meeting gate is shut', () => {
    expect(codesOf(meetingBlockers({}))).toHaveLength(10);
  });

  test('no case is listed, and no meeting moved', () => {
    expect(codesOf(listingBlockers({}))).toEqual(['MEETING_CANCELLED', 'MEETING_OVER', 'LISTED_LATE']);
    expect(codesOf(listingBlockers({ capacity: 8 }))).toContain('MEETING_FULL');
    expect(codesOf(changingBlockers({}))).toEqual(['MEETING_CANCELLED', 'MEETING_HELD']);
  });

  test('every gate of a conditional caution is shut', () => {
    const unknown = { disposal: 'YOUTH_CONDITIONAL_CAUTION' };
    const shut = [...disposalBlockers(unknown, 'DECIDE'), ...disposalBlockers(unknown, 'RECORD_OUTCOME')];
    expect([...new Set(codesOf(shut))].sort()).toEqual([...disposals.YOUTH_CONDITIONAL_CAUTION.rules].sort());
    expect(codesOf(disposalBlockers({}, 'DECIDE'))).toEqual(['DISPOSAL_NOT_IN_FORCE']);
  });

  test('nothing is taken back, nothing reviewed, nothing sent to the prosecutor, and nobody speaks for a side', () => {
    expect(codesOf(undoBlockers({}))).toEqual(['UNDO_NOT_YOURS', 'UNDO_TOO_LATE', 'BUILT_UPON']);
    expect(codesOf(reviewBlockers({ actorId: 'senior', recordedBy: [] }))).toEqual(['REVIEWER_NOT_INDEPENDENT']);
    expect(codesOf(prosecutorBlockers({}))).toEqual(['CIF_REQUIRED_FOR_CPS', 'PROSECUTOR_NOT_ANSWERED']);
    expect(codesOf(seniorBlockers({}))).toEqual(['ESCALATION_NOT_YOURS']);
    expect(codesOf([...underWayBlockers({}), ...differsBlockers({})])).toHaveLength(2);
    expect(codesOf(differenceBlockers({}))).toEqual(['DIFFERENCE_UNEXPLAINED', 'DIFFERENCE_NOT_CODED']);
  });

  test('every gate of its outcome is shut', () => {
    const shut = codesOf(outcomeBlockers({ disposal: 'YOUTH_CONDITIONAL_CAUTION' }));
    expect(shut).toEqual(disposals.YOUTH_CONDITIONAL_CAUTION.outcomeRules);
    expect(codesOf(outcomeBlockers({}))).toEqual(['POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION']);
  });
});
