import { rule } from './rule.js';
import { sources } from './sources.js';

const eitherCaution = { YOUTH_CAUTION: 'STOP', YOUTH_CONDITIONAL_CAUTION: 'STOP' } as const;

/**
 * What must be so at the meeting, for each disposal, for its outcome, and for a move at all.
 * In: nothing. Out: rows of the rule book. Source: each row's own; only statute and the record itself stop everyone.
 */
export const decisionRules = {
  NOT_ON_AGENDA: rule('STOP', sources.record, 'The case is not on this meeting’s agenda'),
  NOT_QUORATE: rule('OVERRIDE', sources.house, 'An agency that the panel needs is not there, in person or by deputy'),
  CONFLICT_OF_INTEREST: rule('STOP', sources.record, 'Somebody taking part has a conflict of interest in this case'),
  RECORDER_NOT_PRESENT: rule('STOP', sources.record, 'Whoever records must attend or be the panel administrator'),
  REASONS_MISSING: rule(
    'STOP',
    sources.hmipPanel,
    'The options considered, and how each voice, safety, harm, identity and earlier disposals bore on it, are not written',
  ),
  REPEAT_NOT_EXPLAINED: rule(
    'STOP',
    sources.hmipPanel,
    'The child has had as many earlier informal disposals as need a senior review, and why another will work now is not written',
  ),
  GRAVITY_DEPARTURE_UNEXPLAINED: rule(
    'OVERRIDE',
    sources.gravity,
    'The recommendation is not among those the final gravity score points to, and the reason is not written',
  ),
  LEAST_CRIMINALISING_NOT_EXPLAINED: rule(
    'OVERRIDE',
    sources.leastCriminalising,
    'A caution or a charge is recommended, and why nothing less criminalising was enough is not written',
  ),
  MISSING_INFORMATION_NOT_EXPLAINED: rule(
    'OVERRIDE',
    sources.hmipPanel,
    'Information was missing, and why the panel went on without it is not written',
  ),
  VIEWS_NOT_GIVEN: rule(
    'OVERRIDE',
    sources.panelPractice,
    'An agency that is here has neither given its view before the discussion nor said that it has none',
  ),
  VIEWS_NOT_ASKED: rule(
    'STOP',
    sources.record,
    'This panel area does not ask agencies for their views before the discussion',
  ),
  AGENCY_NOT_PRESENT: rule('STOP', sources.record, 'Only somebody who sits at this meeting gives their agency’s view'),
  DISCUSSION_OPENED: rule('STOP', sources.record, 'The discussion is open: views given before it can no longer change'),
  DISCUSSION_NOT_OPENED: rule('STOP', sources.record, 'The discussion of this case has not been opened'),

  EXPLOITATION_DEFENCE_NOT_RAISED: rule(
    'WARN',
    sources.exploitation,
    'Before any disposal for a child who may be exploited, the National Referral Mechanism and the section 45 defence are raised: say what was considered',
    { acknowledged: true },
  ),
  DISPOSAL_NOT_IN_FORCE: rule('STOP', sources.dated, 'This disposal was not in force on that day'),
  AGE_UNDER_10: rule('STOP', sources.tenYears, 'The child was not shown to be 10 or over on the day of each offence'),
  AGE_18_OR_OVER: rule('OVERRIDE', sources.cautionAge, 'The child was not shown to be under 18 on that day', {
    severityFor: eitherCaution,
  }),
  EVIDENCE_INSUFFICIENT: rule('OVERRIDE', sources.cautionEvidence, 'There is not recorded to be sufficient evidence', {
    severityFor: eitherCaution,
  }),
  RESPONSIBILITY_NOT_ACCEPTED: rule(
    'OVERRIDE',
    sources.communityResolution,
    'The child has neither accepted responsibility nor made a full admission',
  ),
  ADMISSION_REQUIRED: rule('STOP', sources.cautionAdmission, 'A caution needs the child’s full admission'),
  CPS_AUTHORITY_REQUIRED: rule(
    'OVERRIDE',
    sources.prosecutor,
    'An offence triable only on indictment needs the authority of the Crown Prosecution Service',
  ),
  NOTIFICATION_OFFENCE: rule(
    'WARN',
    sources.notification,
    'A sexual offence can bring notification requirements: say that this was considered',
    { acknowledged: true },
  ),
  DOMESTIC_OR_HATE_OFFENCE: rule(
    'WARN',
    sources.domesticHate,
    'A domestic or hate offence has guidance of its own: say that it was considered',
    { acknowledged: true },
  ),
  POLICE_ONLY_RESOLUTION_LIMIT: rule(
    'WARN',
    sources.localRepeats,
    'The child has had a community resolution before: police may issue one without the panel',
  ),
  CANNABIS_TO_PANEL: rule('WARN', sources.localRepeats, 'Cannabis offences go to the panel'),
  YCC_CONDITIONS_REQUIRED: rule(
    'STOP',
    sources.conditionalObjects,
    'A youth conditional caution needs a condition that rehabilitates, repairs or punishes',
  ),
  YCC_PENALTY_CAP: rule('STOP', sources.conditionalPenalty, 'The financial penalty is above the most the law allows'),
  YCC_ATTENDANCE_CAP: rule('WARN', sources.conditionalHours, 'Attendance is more than 20 hours in total'),
  YCC_DEADLINE: rule('WARN', sources.conditionalWeeks, 'A condition has no end day, or ends after 16 weeks'),
  TURNS_18_BEFORE_DEADLINE: rule('WARN', sources.adultScheme, 'The child turns 18 before the conditions would end'),
  LIMITATION_DATE_NEAR: rule(
    'WARN',
    sources.limitation,
    'Proceedings for a summary offence must begin within six months, which end before the conditions would',
  ),
  WOULD_BE_FIRST_TIME_ENTRANT: rule(
    'INFORM',
    sources.firstTimeEntrant,
    'No earlier caution or conviction is known: this would make the child a first-time entrant',
  ),

  POLICE_DECISION_MISSING: rule('STOP', sources.policeDecide, 'The police have not recorded their decision'),
  OUTCOME_DIFFERS_FROM_DECISION: rule('STOP', sources.record, 'The outcome is not the disposal the police decided'),
  GIVEN_BY_MISSING: rule('STOP', sources.record, 'Who gave the disposal, when and where is not recorded'),
  APPROPRIATE_ADULT_MISSING: rule('OVERRIDE', sources.cautionAdult, 'No appropriate adult is recorded as present', {
    severityFor: eitherCaution,
  }),
  CONSENT_MISSING: rule(
    'OVERRIDE',
    sources.conditionalConsent,
    'The child’s agreement is not recorded (for a youth conditional caution, signed)',
    { severityFor: { YOUTH_CONDITIONAL_CAUTION: 'STOP' } },
  ),
  EXPLANATION_MISSING: rule(
    'STOP',
    sources.cautionExplained,
    'It is not recorded that the effect was explained in ordinary words',
  ),
  ACTIVITY_NOT_COMPLETED: rule('STOP', sources.outcome22, 'The activity has not been completed'),
  VICTIM_NOT_INFORMED: rule('OVERRIDE', sources.outcome21, 'The victim is not recorded as told'),
  NFA_REASON_MISSING: rule('STOP', sources.nfaReason, 'The reason for no further action is not recorded'),

  REVIEWER_NOT_APART: rule(
    'STOP',
    sources.record,
    'Whoever reviews a repeat must have written no part of the preparation and not have signed it off',
  ),
  WRONG_STATE: rule('STOP', sources.record, 'The case is not at a stage where this can be done'),
  DIFFERENCE_UNEXPLAINED: rule(
    'STOP',
    sources.record,
    'The decision differs from the recommendation and the reason is not written',
  ),
  CONDITIONS_CHANGED_WITHOUT_VARIATION: rule(
    'STOP',
    sources.record,
    'What was agreed as a condition is changed by a variation, which says who agreed and why',
  ),
  VARIATION_NOT_AGREED: rule(
    'WARN',
    sources.conditionalVariation,
    'Conditions of a caution are varied with the child’s consent and by police or the prosecutor: say what was agreed',
    { acknowledged: true },
  ),
  DIFFERENCE_NOT_CODED: rule(
    'STOP',
    sources.record,
    'The decision differs from the recommendation and no reason is chosen from the list',
  ),
  CIF_REQUIRED_FOR_CPS: rule(
    'OVERRIDE',
    sources.childInformationForm,
    'A child’s case goes to the Crown Prosecution Service with the Child Information Form',
  ),
  PROSECUTOR_NOT_ANSWERED: rule(
    'WARN',
    sources.record,
    'A referral to the Crown Prosecution Service has not been answered',
  ),
  ESCALATION_NOT_YOURS: rule(
    'STOP',
    sources.record,
    'This step is for the named senior of police and the named senior of youth justice, each once',
  ),
  UNDO_NOT_YOURS: rule('STOP', sources.record, 'Only whoever recorded it can take it back'),
  UNDO_TOO_LATE: rule(
    'STOP',
    sources.record,
    'The time in which a slip can be taken back has passed; a correction or a review can still put it right',
  ),
  BUILT_UPON: rule('STOP', sources.record, 'Something was done since that rests on it'),
  REVIEWER_NOT_INDEPENDENT: rule('STOP', sources.leicesterPlan, 'Somebody who recorded none of it must review it'),
  DELIVERY_NOT_ENDED: rule('STOP', sources.record, 'What was agreed is still being delivered'),

  LETTER_MATTER_MISSING: rule('STOP', sources.record, 'What the letter is about is not on record yet'),
  LETTER_MATTER_CHANGED: rule(
    'STOP',
    sources.record,
    'What the letter is about was recorded anew after it was written: write it again',
  ),
  VICTIM_NOT_TO_BE_WRITTEN: rule('STOP', sources.record, 'The victim has not agreed to be contacted, or took it back'),
  VICTIM_LETTER_NOT_WANTED: rule('STOP', sources.record, 'By what is on record this letter is not to be sent'),
} as const;
