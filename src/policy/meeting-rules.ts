import { rule } from './rule.js';
import { sources } from './sources.js';

/**
 * What must be so of a meeting and its agenda. In: nothing. Out: rows of the rule book. Source: each row's own; only the
 * record itself stops everyone.
 */
export const meetingRules = {
  NOT_ON_AGENDA: rule('STOP', sources.record, 'The case is not on this meeting’s agenda'),
  MEETING_NOT_BEGUN: rule(
    'STOP',
    sources.record,
    'The day of the meeting has not come: a panel recommends when it sits, and what is recorded is dated by that day',
  ),
  NOT_QUORATE: rule('OVERRIDE', sources.house, 'An agency that the panel needs is not there, in person or by deputy'),
  CONFLICT_OF_INTEREST: rule('STOP', sources.record, 'Somebody taking part has a conflict of interest in this case'),
  RECORDER_NOT_PRESENT: rule('STOP', sources.record, 'Whoever records must attend or be the panel administrator'),
  MEETING_CANCELLED: rule('STOP', sources.record, 'The meeting was cancelled'),
  MEETING_HELD: rule('STOP', sources.record, 'The panel has already recorded something at this meeting'),
  MEETING_AT_SAME_TIME: rule(
    'WARN',
    sources.house,
    'The panel of this area already has a meeting at that time: say why there is another',
    { acknowledged: true },
  ),
  MEETING_ON_BANK_HOLIDAY: rule(
    'WARN',
    sources.house,
    'That day is not known to be other than a bank holiday in England and Wales: say why the panel meets on it',
    { acknowledged: true },
  ),
  MEETING_OVER: rule(
    'WARN',
    sources.house,
    'The day of the meeting has passed: say why the case is put on its agenda now',
    { acknowledged: true },
  ),
  MEETING_FULL: rule('WARN', sources.house, 'The meeting has as many cases as it is meant for: say why one more', {
    acknowledged: true,
  }),
  LISTED_LATE: rule(
    'WARN',
    sources.house,
    'The pack was issued, or the agenda closed: say why the case cannot wait for the next meeting',
    { acknowledged: true },
  ),
  LISTED_BEFORE_ITS_DAY: rule(
    'WARN',
    sources.house,
    'The panel adjourned the case until a later day: say why it is heard before',
    { acknowledged: true },
  ),
  NOTE_STANDS: rule(
    'STOP',
    sources.record,
    'The panel has recommended, or the case has ended: what agencies sent to it is neither added to nor taken back',
  ),
  NO_LATER_MEETING: rule('STOP', sources.record, 'There is no meeting to which the case could come back'),
} as const;
