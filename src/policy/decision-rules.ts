import { rule } from './rule.js';
import { sources } from './sources.js';

const eitherCaution = { YOUTH_CAUTION: 'STOP', YOUTH_CONDITIONAL_CAUTION: 'STOP' } as const;
/** No Act says of these that they end at 18. */
const diverted = {
  COMMUNITY_RESOLUTION: sources.adultScheme,
  OUTCOME_22: sources.adultScheme,
  OUTCOME_22_DEFERRED: sources.adultScheme,
  OUTCOME_23: sources.adultScheme,
} as const;

/**
 * What must be so for a recommendation, for each disposal, for its outcome, and for a move at all.
 * In: nothing. Out: rows of the rule book. Source: each row's own; only statute and the record itself stop everyone.
 */
export const decisionRules = {
  REASONS_MISSING: rule(
    'STOP',
    sources.hmipPanel,
    'The options considered, and how each voice, safety, harm, identity and earlier disposals bore on it, are not all written',
  ),
  REPEAT_NOT_EXPLAINED: rule(
    'STOP',
    sources.hmipPanel,
    'The child has had as many earlier informal disposals, or cautions, as need a senior review, and why another will work now is not written',
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
  VIEW_GIVEN_BY_ANOTHER: rule(
    'STOP',
    sources.record,
    'Somebody has given the view of this agency: a deputy for it reads it once the discussion is open',
  ),
  DISCUSSION_OPENED: rule(
    'STOP',
    sources.record,
    'The discussion is open, or the panel recommended: views given before it can no longer change',
  ),
  DISCUSSION_NOT_OPENED: rule('STOP', sources.record, 'The discussion of this case has not been opened'),

  ESCALATION_UNDER_WAY: rule(
    'WARN',
    sources.house,
    'Two seniors are asked about a disagreement in this case: say why the panel does not wait for them',
    { acknowledged: true },
  ),
  DIFFERS_FROM_ESCALATION: rule(
    'WARN',
    sources.house,
    'The seniors who settled the disagreement agreed on another disposal: say why it is not followed',
    { acknowledged: true },
  ),

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
    sourceFor: diverted,
  }),
  EVIDENCE_INSUFFICIENT: rule('OVERRIDE', sources.cautionEvidence, 'There is not recorded to be sufficient evidence', {
    severityFor: eitherCaution,
    sourceFor: { COMMUNITY_RESOLUTION: sources.communityResolution, CHARGE: sources.chargeEvidence },
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
    { softer: { severity: 'WARN', when: 'while the panel recommends and it may still be being sought' } },
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
    'The child has had a community resolution before: police may issue one without the panel, and a second goes to the panel',
    { acknowledged: true },
  ),
  SAME_DISPOSAL_SAME_DAY: rule('WARN', sources.house, 'The same disposal on the same day was recorded already', {
    acknowledged: true,
  }),
  CANNABIS_TO_PANEL: rule('WARN', sources.localRepeats, 'Cannabis offences go to the panel'),
  KNIFE_TO_PANEL: rule('WARN', sources.house, 'In this panel area knife and other weapon offences go to the panel'),
  BORDERLINE_TO_PANEL: rule(
    'WARN',
    sources.borderline,
    'The final gravity score borders on a charge: police and the youth justice service decide jointly',
  ),
  CPS_AUTHORITY_FIRST: rule(
    'WARN',
    sources.domesticHate,
    'A sexual, domestic, hate or indictable-only offence: find out first whether the Crown Prosecution Service has to agree',
  ),
  TRAINED_ASSESSOR_NEEDED: rule(
    'WARN',
    sources.trainedStaff,
    'A sexual offence or a high risk of serious harm is assessed by somebody trained for it: say who that is',
  ),
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
    'No earlier caution or conviction is known: without one this would make the child a first-time entrant',
  ),
} as const;
