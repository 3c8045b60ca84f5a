import type { Adjournment } from './adjournments.queries.js';
import { adjournmentBody } from './adjournments.view.js';
import { heardWith, saidAt } from './agenda-item.view.js';
import { closingOf } from './find-meeting.js';
import type { MeetingScreen, ScreenCase } from './meeting-screens.js';
import { quorumOf } from './meeting.view.js';

/** The same for a client of the API. */
export function meetingAnswer(screen: MeetingScreen) {
  const { meeting, seats, seatsBefore, cases, apologies, changes } = screen;
  const quorum = quorumOf(screen);
  return {
    ...meeting,
    closesAt: closingOf(meeting),
    quorum: quorum.map(({ agency, isThere, apology }) => ({
      ...{ agency, present: isThere },
      ...(apology === null ? {} : { apology }),
    })),
    quorate: quorum.every(({ isThere }) => isThere),
    attendances: seats,
    attendancesBefore: seatsBefore,
    apologies,
    changes,
    agenda: cases.map((item) => ({
      ...{ position: item.position, recused: item.closed === 'RECUSED', restricted: item.closed === 'RESTRICTED' },
      ...(item.closed ? {} : detailOf(item, cases)),
    })),
  };
}

const bodyOf = (one: Adjournment | undefined) => (one ? adjournmentBody(one) : null);

const detailOf = (item: ScreenCase, all: readonly ScreenCase[]) => ({
  ...{ caseId: item.id, itemId: item.itemId, reference: item.reference, state: item.state, version: item.version },
  standing: item.standing,
  withSeniors: item.withSeniors === 1,
  limitedToNamed: item.isLimited === 1,
  adjournment: bodyOf(item.carried.adjournments.find(({ itemId }) => itemId === item.itemId)),
  carriedOverFrom: item.carried.adjournments.filter(({ itemId }) => itemId < item.itemId).map(adjournmentBody),
  panelActions: item.carried.asked.map(({ caseId: _, ...asked }) => asked),
  heardTogetherWith: heardWith(item, all).map(({ id }) => id),
  child: { givenName: item.givenName, familyName: item.familyName, dateOfBirth: item.dateOfBirth },
  leftOn: item.leftOn && { news: item.leftOn.news, about: item.leftOn.about, cameAt: item.leftOn.cameAt },
  flags: item.flags,
  blockers: item.missing,
  clocks: item.clocks,
  quorumMissing: item.quorumMissing,
  conflicts: item.conflicts.map(({ personId, name, reason }) => ({ personId, name, reason })),
  carriedOver: item.carriedOver,
  late: saidAt(item, 'LISTED_LATE') || null,
  overCapacity: saidAt(item, 'MEETING_FULL') || null,
  beforeItsDay: saidAt(item, 'LISTED_BEFORE_ITS_DAY') || null,
  notes: item.notes.map(({ caseId: _, ...note }) => note),
});
