import { Injectable } from '@nestjs/common';
import { OpenedMeetings } from '../panels/find-meeting.js';
import { caseSubject } from '../cases/visible-cases.js';
import { disposalName } from '../policy/disposals.js';
import { divergenceReasons } from '../policy/divergence.js';
import type { Actor } from '../platform/actor.js';
import { Views } from '../platform/trail/views.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { resultInWords } from './escalations.view.js';
import {
  type DecidedSince,
  type DecidedSinceLast,
  PoliceOnPanelQueries,
  type SettledSince,
} from './police-on-panel.queries.js';

/** Opens what police decided on the panel’s recommendations: each case that is shown is on record as seen. */
@Injectable()
export class PoliceOnPanel {
  constructor(
    private readonly meetings: OpenedMeetings,
    private readonly queries: PoliceOnPanelQueries,
    private readonly views: Views,
  ) {}

  async open(actor: Actor, meetingId: string): Promise<DecidedSinceLast & { readonly startsAt: string }> {
    const meeting = await this.meetings.open(actor, meetingId);
    const found = await this.queries.before(actor, meeting);
    const { panelAreaId } = meeting;
    const event = { type: 'CASE_VIEWED', part: 'THE_POLICE_DECISION' } as const;
    await Promise.all(
      [...new Set([...found.items, ...found.settled].map(({ caseId }) => caseId))].map((id) =>
        this.views.looked(actor, caseSubject({ id, panelAreaId }), event),
      ),
    );
    return { ...found, startsAt: meeting.startsAt };
  }
}

/** The page is read by a room, as the screen of the meeting is (decision 0018). */
const inTheRoom = (one: SettledSince | DecidedSince) =>
  one.isLimited
    ? { name: 'A restricted case', reference: '' }
    : { name: `${one.givenName} ${one.familyName}`, reference: one.reference };

const rowOf = (one: DecidedSince) => ({
  href: `/cases/${one.caseId}/recommendation`,
  ...inTheRoom(one),
  recommended: `${disposalName(one.recommended, one.recommendedName)}, ${dayInWords(one.meetingDay)}`,
  decided: `${disposalName(one.decided, one.decidedName)}, ${dayInWords(one.decidedOn)}`,
  differs: one.decided !== one.recommended,
  why: one.divergenceCode ? divergenceReasons[one.divergenceCode] : '',
  reason: one.isLimited ? '' : (one.reason ?? ''),
});

const settledRow = (one: SettledSince) => ({
  href: `/cases/${one.caseId}/escalations`,
  ...inTheRoom(one),
  result: resultInWords(one),
  settled: instantInWords(one.settledAt),
  note: one.isLimited ? '' : (one.note ?? ''),
});

/** The page of it. In: what was found, the meeting. Out: what its template prints, those that differ first. */
export function policeOnPanelPage(
  { since, items, settled, startsAt }: DecidedSinceLast & { readonly startsAt: string },
  meetingId: string,
) {
  const rows = items.map(rowOf).toSorted((one, other) => Number(other.differs) - Number(one.differs));
  return {
    title: 'What police decided on the panel’s recommendations',
    caption: `Meeting on ${instantInWords(startsAt)}`,
    back: `/meetings/${meetingId}`,
    since: since ? `Since the meeting on ${instantInWords(since)}` : 'Since the first case',
    rows,
    settled: settled.map(settledRow),
    differing: rows.filter(({ differs }) => differs).length,
  };
}
