import { rule } from './rule.js';
import { sources } from './sources.js';

const eitherCaution = { YOUTH_CAUTION: 'STOP', YOUTH_CONDITIONAL_CAUTION: 'STOP' } as const;

/**
 * What must be so for the police decision and the outcome, and for what comes after them: delivery, letters, taking back.
 * In: nothing. Out: rows of the rule book. Source: each row’s own; only statute and the record itself stop everyone.
 */
export const outcomeRules = {
  POLICE_DECISION_MISSING: rule('STOP', sources.policeDecide, 'The police have not recorded their decision'),
  OUTCOME_DIFFERS_FROM_DECISION: rule('STOP', sources.record, 'The outcome is not the disposal the police decided'),
  GIVEN_BY_MISSING: rule('STOP', sources.record, 'Who gave the disposal, when and where is not recorded'),
  APPROPRIATE_ADULT_MISSING: rule('OVERRIDE', sources.cautionAdult, 'No appropriate adult is recorded as present', {
    severityFor: eitherCaution,
    sourceFor: { COMMUNITY_RESOLUTION: sources.communityResolution },
  }),
  CONSENT_MISSING: rule(
    'OVERRIDE',
    sources.conditionalConsent,
    'The child’s agreement is not recorded (for a youth conditional caution, signed)',
    {
      severityFor: { YOUTH_CONDITIONAL_CAUTION: 'STOP' },
      sourceFor: { COMMUNITY_RESOLUTION: sources.communityResolution },
    },
  ),
  EXPLANATION_MISSING: rule(
    'STOP',
    sources.cautionExplained,
    'It is not recorded that the effect was explained in ordinary words',
  ),
  ACTIVITY_NOT_COMPLETED: rule('STOP', sources.outcome22, 'The activity has not been completed'),
  VICTIM_NOT_INFORMED: rule('OVERRIDE', sources.outcome21, 'The victim is not recorded as told', {
    sourceFor: { OUTCOME_20: sources.outcome20 },
  }),
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
    'WARN',
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
    { harder: { severity: 'STOP', when: 'when another referral is to be recorded' } },
  ),
  PROSECUTOR_ADVISED_OTHERWISE: rule(
    'WARN',
    sources.prosecutorAdvises,
    'The prosecutor refused authority or advised otherwise: say why this is chosen all the same',
    { acknowledged: true },
  ),
  ESCALATION_NOT_YOURS: rule(
    'STOP',
    sources.record,
    'This step is for the named senior of police and the named senior of youth justice, each once',
  ),
  SENIOR_NOT_APART: rule(
    'STOP',
    sources.record,
    'Whoever escalated the case, recorded the recommendation, answered an earlier step or has a conflict of interest does not settle it',
  ),
  UNDO_NOT_YOURS: rule('STOP', sources.record, 'Only whoever recorded it can take it back'),
  UNDO_TOO_LATE: rule(
    'STOP',
    sources.record,
    'The time in which a slip can be taken back has passed; a correction or a review can still put it right',
  ),
  BUILT_UPON: rule('STOP', sources.record, 'Something was done since that rests on it'),
  REVIEWER_NOT_INDEPENDENT: rule(
    'STOP',
    sources.leicesterPlan,
    'Somebody who recorded none of it, and settled no disagreement about it, must review it',
  ),
  DELIVERY_NOT_ENDED: rule('STOP', sources.record, 'What was agreed is still being delivered'),

  LETTER_MATTER_MISSING: rule('STOP', sources.record, 'What the letter is about is not on record yet'),
  LETTER_MATTER_CHANGED: rule(
    'STOP',
    sources.record,
    'What the letter is about changed after it was written: write it again',
  ),
  VICTIM_NOT_TO_BE_WRITTEN: rule('STOP', sources.record, 'The victim has not agreed to be contacted, or took it back'),
  VICTIM_AGE_NOT_KNOWN: rule(
    'STOP',
    sources.record,
    'Nobody recorded whether the victim is a child, who is written to in other words',
  ),
  VICTIM_LETTER_NOT_WANTED: rule('STOP', sources.record, 'By what is on record this letter is not to be sent'),
} as const;
