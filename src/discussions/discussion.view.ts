import type { Agency } from '../policy/agencies.js';
import type { CaseState } from '../policy/lifecycle.js';
import {
  agenciesPresent,
  agencyOf,
  givingBlockers,
  mayReadOthers,
  notingBlockers,
  openingBlockers,
  stillToAnswer,
} from '../policy/discussion-gates.js';
import type { Blocker } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { type Hearing, type HearingFound, ownView, type PointFound, saidAt, type ViewFound } from './hearing.js';

/** What one agency said, with what it had said before, the latest first. */
export type ViewShown = Omit<ViewFound, 'itemId' | 'givenBy'> & {
  readonly earlier: readonly Omit<ViewFound, 'itemId' | 'givenBy' | 'agency'>[];
};

type HearingShown = {
  readonly meetingId: string;
  readonly startsAt: string;
  readonly opened: { readonly at: string; readonly by: string } | null;
  readonly views: readonly ViewShown[];
  readonly points: readonly Omit<PointFound, 'itemId'>[];
};

/**
 * What somebody may read of the discussion of a case. Before it is open: how many agencies have answered and which have
 * not, and of the answers their own alone. `null` where the case was never listed.
 */
export type DiscussionShown = {
  readonly caseId: string;
  readonly viewsBefore: string;
  /** The agency for which the reader sits on this case. */
  readonly agency: Agency | null;
  readonly own: ViewShown | null;
  readonly present: number;
  readonly answered: number;
  readonly stillToAnswer: readonly string[];
  /** Others have answered, and the reader may not read it yet. */
  readonly withheld: boolean;
  readonly current: HearingShown | null;
  readonly earlier: readonly HearingShown[];
  readonly mayGive: boolean;
  readonly mayOpen: boolean;
  readonly mayNote: boolean;
  /** Seniors are asked about the case: nothing is recommended until they have settled it. */
  readonly withSeniors: boolean;
};

const concluded: readonly CaseState[] = [
  ...(['RECOMMENDED', 'DECIDED', 'OUTCOME_RECORDED', 'CLOSED', 'RETURNED_TO_POLICE', 'WITHDRAWN'] as const),
];

/** What is shut for a person apart from what they are asked to give a reason for. */
const stops = (blockers: readonly Blocker[]): boolean => blockers.some(({ severity }) => severity === 'STOP');

export function discussionShown(hearing: Hearing, actor: Actor): DiscussionShown {
  const { found, facts, hearings } = hearing;
  const agency = agencyOf(facts, actor.personId) as Agency | null;
  const sits = agency !== null || facts.actorIsPanelAdministrator === true;
  const isOver = concluded.includes(found.state);
  const shown = (one: HearingFound): HearingShown => {
    const reads = mayReadOthers({ isOpened: one.openedAt !== null, isOver, sits });
    return hearingShown(hearing, one, reads);
  };
  const [latest, ...before] = hearings;
  const ofLatest = latest ? viewsOf(hearing, latest) : [];
  const own = ownView(hearing) && (ofLatest.find((one) => one.agency === agency) ?? null);
  const current = latest ? shown(latest) : null;
  const mayDo = (permission: Parameters<typeof may>[1]) => may(actor, permission, found.panelAreaId);
  return {
    ...{ caseId: found.id, viewsBefore: facts.viewsBefore ?? 'OFF', agency, current },
    own,
    present: agenciesPresent(facts).length,
    answered: agenciesPresent(facts).length - stillToAnswer(facts).length,
    stillToAnswer: stillToAnswer(facts),
    withheld: current !== null && current.views.length < ofLatest.filter((one) => one !== own).length,
    earlier: before.map(shown).filter(({ views, points }) => views.length > 0 || points.length > 0),
    mayGive: mayDo('agency-view.give') && givingBlockers(facts).length === 0,
    mayOpen: mayDo('discussion.open') && !stops(openingBlockers(facts)),
    withSeniors: latest?.withSeniors === 1,
    mayNote: mayDo('discussion.note') && notingBlockers(facts).length === 0,
  };
}

const hearingShown = (hearing: Hearing, one: HearingFound, reads: boolean): HearingShown => ({
  ...{ meetingId: one.meetingId, startsAt: one.startsAt },
  opened: one.openedAt === null ? null : { at: one.openedAt, by: one.openedByName ?? '' },
  views: reads ? viewsOf(hearing, one) : [],
  points: reads
    ? hearing.points.filter(({ itemId }) => itemId === one.itemId).map(({ itemId: _, ...point }) => point)
    : [],
});

/** The latest version of each agency at a hearing, in the order in which they answered, with the versions before it. */
function viewsOf({ views }: Hearing, hearing: HearingFound): ViewShown[] {
  return saidAt(views, hearing)
    .toReversed()
    .map(({ itemId, givenBy: _, ...latest }) => {
      const before = views.filter(
        (one) => one.itemId === itemId && one.agency === latest.agency && one.number < latest.number,
      );
      const earlier = before.map(({ itemId: __, givenBy: ___, agency: ____, ...version }) => version);
      return { ...latest, earlier };
    });
}
