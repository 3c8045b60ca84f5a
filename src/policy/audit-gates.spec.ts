import { describe, expect, it } from '@jest/globals';
import { apartFromWork, auditBlockers, type Involvement, involvements } from './audit-gates.js';
import { type EventType, events } from './events.js';

const page = '/audit-plans/1';

describe('the audit of a case', () => {
  it('is open to somebody who had nothing to do with it', () => {
    expect(auditBlockers([], page)).toEqual([]);
  });

  it.each(Object.keys(involvements) as Involvement[])('is shut to whoever had to do with it by %s', (involved) => {
    expect(auditBlockers([involved], page)).toEqual([
      {
        code: 'CONFLICT_OF_INTEREST',
        severity: 'STOP',
        message: `Somebody else must audit this case: you ${involvements[involved]}`,
        mend: page,
      },
    ]);
  });

  it('names everything somebody did, once each and in one order', () => {
    const [shut] = auditBlockers(['OUTCOME', 'REFERRAL', 'OUTCOME'], page);
    expect(shut?.message).toBe('Somebody else must audit this case: you referred it, you recorded its outcome');
  });

  it('says in general that somebody worked on the record only where nothing more exact is known', () => {
    const [shut] = auditBlockers(['RECORD', 'REFERRAL'], page);
    expect(shut?.message).toBe('Somebody else must audit this case: you referred it');
  });

  it('says in general both that somebody worked on the record of the case and on that of its child', () => {
    const [shut] = auditBlockers(['RECORD', 'CHILD'], page);
    expect(shut?.message).toBe(
      'Somebody else must audit this case: you worked on the child’s record, you worked on its record',
    );
    expect(auditBlockers(['CHILD', 'OUTCOME'], page)[0]?.message).not.toContain('child');
  });
});

/** Everything that is on record of a case or a child because somebody worked on it, written out. */
// prettier-ignore
const work: EventType[] = [
  'CHILD_ADDED', 'CHILD_REMOVED', 'CHILD_MATCH_DECIDED', 'CHILD_MATCH_UNDONE', 'ETHNICITY_RECORDED',
  'EARLIER_DISPOSAL_RECORDED', 'EARLIER_DISPOSAL_SET_ASIDE', 'EARLIER_DISPOSAL_COUNTED_AGAIN',
  'BEHAVIOUR_RECORDED', 'BEHAVIOUR_CORRECTED', 'BEHAVIOUR_WITHDRAWN', 'RESOLUTION_REGISTERED', 'RESOLUTION_REMOVED',

  'CASE_REFERRED', 'CASE_MOVED', 'CASE_ALLOCATED', 'CASE_REMOVED', 'POLICE_INFORMATION_CHANGED', 'FIRST_CHECK_RECORDED',
  'GRAVITY_SCORED', 'SIGN_OFF_REMOVED', 'CASES_LINKED', 'CASES_UNLINKED',
  'CASE_RESTRICTED', 'RESTRICTION_PERSON_ADDED', 'RESTRICTION_PERSON_REMOVED', 'RESTRICTION_REVIEWED', 'RESTRICTION_LIFTED',

  'AGENCY_ASKED', 'AGENCY_ANSWERED', 'AGENCY_CHASED', 'VICTIM_ADDED', 'VICTIM_CHANGED', 'NO_VICTIM_RECORDED',
  'VICTIM_VIEW_RECORDED', 'VICTIM_CONSENT_RECORDED', 'VICTIM_CONSENT_WITHDRAWN', 'VICTIM_CONTACT_CHANGED',
  'VICTIM_SAFETY_RECORDED', 'VICTIM_OFFER_RECORDED', 'VICTIM_TELLING_RECORDED', 'VICTIM_NEEDS_RECORDED',
  'ASSESSMENT_SAVED', 'ASSESSMENT_SET_CHANGED', 'ASSESSMENT_SUBMITTED', 'ASSESSMENT_RETURNED', 'ASSESSMENT_SIGNED_OFF',
  'RETURN_ANSWERED', 'LATE_NEWS_CAME', 'LATE_NEWS_CONSIDERED', 'JUDGEMENT_RECORDED', 'VOICE_RECORDED', 'VOICE_ATTEMPTED',
  'VOICE_APPROVED', 'IDENTITY_CONSIDERED', 'DISPOSALS_CHECKED', 'REPEAT_REVIEWED', 'RESPONSE_ANALYSED',
  'BEHAVIOUR_CONSIDERED', 'MANAGEMENT_REFERRAL_RECORDED', 'FORUM_REFERRAL_OPENED', 'FORUM_REFERRAL_RECORDED',

  'CASE_LISTED', 'CASE_RETURNED_TO_AGENDA', 'RETURN_TO_AGENDA_SHUT', 'CONTRIBUTOR_NOTE_RECORDED',
  'CONTRIBUTOR_NOTE_TAKEN_BACK', 'PANEL_ACTION_ADDED', 'PANEL_ACTION_DONE', 'AGENCY_VIEW_GIVEN', 'DISCUSSION_OPENED',
  'DISCUSSION_POINT_NOTED', 'DISCUSSION_POINT_WITHDRAWN', 'RECOMMENDATION_RECORDED', 'GATE_OVERRIDDEN',

  'CASE_ESCALATED', 'ESCALATION_STEP_BEGUN', 'ESCALATION_SENIOR_NAMED', 'ESCALATION_VIEW_GIVEN', 'ESCALATION_SETTLED',
  'ESCALATION_ACKNOWLEDGED', 'PROSECUTOR_REFERRED', 'PROSECUTOR_ANSWERED', 'POLICE_DECISION_RECORDED',
  'RECORD_UNDONE', 'RECORD_CORRECTED', 'RECORD_REVIEWED',

  'OUTCOME_RECORDED', 'DELIVERY_RECORDED', 'DELIVERY_ENDED', 'DELIVERY_CONTACT_ADDED', 'DELIVERY_VARIED',
  'ENGAGEMENT_STEP_ADDED', 'DUTY_DONE', 'DUTY_OPENED', 'LETTER_WRITTEN', 'LETTER_SENT',
];

/** What is on record of people, areas, meetings, files and the service alone. */
// prettier-ignore
const ofNoCase: EventType[] = [
  'ADMINISTRATOR_SET_UP', 'DEMONSTRATION_MADE', 'PANEL_AREA_ADDED', 'PANEL_AREA_CHANGED', 'AREA_SETTING_CHOSEN',
  'QUESTION_SETS_CHOSEN', 'DISPOSAL_ADDED', 'DISPOSAL_CHANGED', 'DISPOSAL_ENDED', 'PERSON_ADDED', 'PERSON_CHANGED',
  'LETTER_TEMPLATE_WRITTEN', 'PASSWORD_LINK_SENT', 'PASSWORD_SET', 'SIGNED_IN', 'SIGNED_OUT', 'SESSIONS_ENDED',
  'SIGN_IN_REFUSED', 'ACCESS_TOKEN_MADE', 'ACCESS_TOKEN_REVOKED', 'CALENDAR_FEED_MADE', 'CALENDAR_FEED_REVOKED',
  'TRAIL_VIEWED', 'MEETING_VIEWED', 'PACK_VERSION_ISSUED', 'COVER_ARRANGED', 'DRAFT_REFERRAL_SAVED',
  'DRAFT_REFERRAL_DELETED', 'REFERRALS_CHECKED', 'REFERRALS_IMPORTED', 'REFERRAL_IMPORT_UNDONE', 'RESOLUTIONS_CHECKED',
  'RESOLUTIONS_IMPORTED', 'RESOLUTION_IMPORT_UNDONE', 'RESTRICTED_CASE_NOT_OPENED', 'MEETING_ARRANGED',
  'MEETING_SERIES_ARRANGED', 'MEETING_SERIES_ENDED', 'MEETING_MOVED', 'MEETING_CANCELLED', 'AGENDA_ORDERED',
  'APOLOGIES_RECORDED', 'OBSERVER_INVITED', 'OBSERVER_WINDOW_MOVED', 'OBSERVER_INVITATION_ENDED', 'MEETING_OBSERVED',
  'CALENDAR_TAKEN', 'ATTENDANCE_RECORDED', 'HEARD_TOGETHER', 'HEARD_APART', 'INTERVENTION_ADDED', 'INTERVENTION_CHANGED',
  'BANK_HOLIDAYS_RECORDED', 'MEASURE_VIEWED', 'ESCALATION_LADDER_WRITTEN', 'AUDIT_PLANNED', 'RESOLUTIONS_SAMPLED',
];

describe('an event', () => {
  it('is work on a case, apart from it, or of no case: each is one of these', () => {
    expect([...work, ...apartFromWork, ...ofNoCase].toSorted()).toEqual(Object.keys(events).toSorted());
  });
});
