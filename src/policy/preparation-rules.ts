import { rule } from './rule.js';
import { sources } from './sources.js';

/**
 * What must be known before a panel meets. The first six groups are what this service exists for and stop everyone.
 * In: nothing. Out: rows of the rule book. Source: HMIP 2021 (Leicestershire) and the rows' own.
 */
export const preparationRules = {
  SAFETY_NOT_RATED: rule('STOP', sources.hmipAssessment, 'The child’s safety and wellbeing has no level'),
  SAFETY_NOT_ANALYSED: rule(
    'STOP',
    sources.hmipAssessment,
    'The child’s safety and wellbeing needs the reasoning for its level and the controls in place',
  ),
  HARM_NOT_RATED: rule('STOP', sources.hmipAssessment, 'The risk of serious harm to others has no level'),
  HARM_NOT_ANALYSED: rule(
    'STOP',
    sources.hmipAssessment,
    'The risk of serious harm needs who is at risk, of what and when, the reasoning and what to do if it changes',
  ),
  LIKELIHOOD_NOT_RATED: rule('OVERRIDE', sources.riskLevels, 'The likelihood of reoffending has no level'),
  LIKELIHOOD_NOT_ANALYSED: rule(
    'OVERRIDE',
    sources.riskLevels,
    'The likelihood of reoffending needs the reasoning for its level and what already helps the child',
  ),
  JUDGEMENT_NOT_WHOLE: rule('WARN', sources.riskLevels, 'A judgement leaves open what it should say'),
  CHILD_NOT_HEARD: rule(
    'STOP',
    sources.hmipAssessment,
    'The child has not been heard before the panel, nor is there an approved reason why not with what was tried',
  ),
  CARER_NOT_HEARD: rule(
    'STOP',
    sources.hmipAssessment,
    'The parent or carer has not been heard before the panel, nor is there an approved reason why not with what was tried',
  ),
  VICTIM_NOT_HEARD: rule(
    'STOP',
    sources.hmipVictims,
    'The victim’s view is not recorded, nor why there is none: declined, consent refused and why, or two dated attempts',
  ),
  ETHNICITY_MISSING: rule('STOP', sources.hmipDiversity, 'The child’s ethnicity is not recorded with its source'),
  IDENTITY_NOT_CONSIDERED: rule(
    'STOP',
    sources.hmipDiversity,
    'What the child’s ethnicity and identity mean in this case is not written',
  ),
  ASSESSMENT_NOT_SUBMITTED: rule('STOP', sources.hmipPanel, 'The assessment has not been submitted'),
  ASSESSMENT_NOT_SIGNED_OFF: rule('STOP', sources.hmipPanel, 'The assessment was not signed off by the meeting day'),
  SAME_PERSON_AUTHOR_AND_SIGNER: rule(
    'STOP',
    sources.leicesterPlan,
    'Whoever signs off the preparation must have written no part of it',
  ),
  EARLIER_DISPOSALS_NOT_CHECKED: rule(
    'OVERRIDE',
    sources.hmipAssessment,
    'Nobody has recorded where earlier disposals were looked for, and when',
  ),
  EARLIER_DISPOSAL_NOT_ANALYSED: rule(
    'OVERRIDE',
    sources.hmipAssessment,
    'An earlier disposal needs what was done, how the child responded and what is different now',
    {
      harder: {
        severity: 'STOP',
        when: 'from the panel area’s threshold of earlier informal disposals on, and while earlier disposals are not known',
      },
    },
  ),
  REPEAT_NOT_REVIEWED: rule(
    'OVERRIDE',
    sources.house,
    'From this many earlier disposals on, a senior reviewer reads the responses to them and signs before the meeting',
  ),
  EARLIER_BEHAVIOUR_NOT_CONSIDERED: rule(
    'OVERRIDE',
    sources.hmipEarlierBehaviour,
    'Something known of the child’s earlier behaviour is neither used in the analysis nor set aside with a reason',
  ),
  AGENCY_CHECK_OUTSTANDING: rule(
    'OVERRIDE',
    sources.hmipAssessment,
    'A required agency check has no analysed reply, nil return or reason why it does not apply',
  ),
  EXPLOITATION_NOT_CONSIDERED: rule(
    'OVERRIDE',
    sources.exploitation,
    'Whether the child is being exploited, and what was found, is not recorded',
  ),
  NEWS_NOT_CONSIDERED: rule(
    'OVERRIDE',
    sources.hmipLateNews,
    'News came after the sign-off, and nobody has looked at this section since',
  ),
  ARREST_REASON_UNKNOWN: rule(
    'OVERRIDE',
    sources.hmipArrestReason,
    'The offence is possession of cannabis without a victim, and what the child was arrested for is not recorded',
  ),
  GRAVITY_MISSING: rule('OVERRIDE', sources.gravity, 'An offence has no gravity score'),
  HIGH_RISK_NOT_REFERRED: rule(
    'WARN',
    sources.leicesterPlan,
    'A level that is or was high or very high, or is not known yet, needs a referral to the case management and diversity panel',
  ),
  COMMUNICATION_NEED_NOT_REFERRED: rule(
    'WARN',
    sources.speechAndLanguage,
    'A speech, language or communication need, found or not checked, has no referral to the SEND panel or a therapist',
  ),
} as const;
