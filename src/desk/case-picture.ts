import { Injectable } from '@nestjs/common';
import type { CaseClock } from '../policy/clock-kinds.js';
import { clocksOf } from '../policy/clocks.js';
import { repeatFlags, type RepeatFlag } from '../policy/repeat-disposals.js';
import type { Blocker } from '../policy/gate.js';
import { openStates } from '../policy/lifecycle.js';
import { type RoutingFacts, routingFlags } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { ethnicityHistory } from '../children/children.queries.js';
import { type EthnicityStanding, ethnicityStanding } from '../children/ethnicity-standing.js';
import { markTask } from '../assessments/points.view.js';
import { preparationFacts, type PreparationKnown } from '../assessments/preparation-facts.js';
import { clockBasis } from '../cases/counted-by.queries.js';
import { isDecided, type OnDay, onDayOf } from '../cases/disposals-of-case.queries.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { mayAnswer } from '../checks/ways-to-checks.js';
import { type Carried, carriedOf } from '../panels/adjournments.queries.js';
import { type CaseDetails, caseDetails, type LinkShown, type OffenceShown } from './case-details.queries.js';
import { type ActionOpen, actionsOpen } from './case-actions.js';
import { laterTasks } from './later-tasks.js';
import { preparationShut } from './preparation-shut.js';
import { preparationTasks } from './preparation-tasks.js';
import type { TaskGroup } from './task.js';

/** Everything about a case that its page and the API show. */
export type CasePicture = {
  readonly found: CaseShown;
  readonly today: string;
  readonly facts: PreparationKnown;
  readonly blockers: readonly Blocker[];
  readonly details: CaseDetails;
  readonly offences: readonly OffenceShown[];
  readonly links: readonly LinkShown[];
  readonly flags: readonly RepeatFlag[];
  /** To which a score points; once police have decided, those of that day. */
  readonly disposals: OnDay;
  /**
   * What local rules say of it, while it is open; who the child may be is compared on the pages of the rules, of the
   * acceptance and of the child, and not here, where statements are counted.
   */
  readonly routing: readonly Blocker[];
  readonly actions: readonly ActionOpen[];
  readonly tasks: readonly TaskGroup[];
  /** What runs out, the nearest first. */
  readonly clocks: readonly CaseClock[];
  readonly carried: Carried;
  /** What was said of it, as far as the reader may know of the records in which that was; the gates count all of it. */
  readonly ethnicity: EthnicityStanding | null;
};

/**
 * Gathers a case in eight statements, one more where it was adjourned, one where it was decided and one where other records
 * are the same child: who opens it is recorded first, then its facts and its details side by side.
 */
@Injectable()
export class CasePictures {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, id: string): Promise<CasePicture> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_CASE');
    const today = this.clock.today();
    const { source } = this.read;
    const known = caseDetails(source, actor, id, today);
    const [facts, { details, offences, links, duties }, basis, carried, stored, said] = await Promise.all([
      preparationFacts(source, found, actor.personId, today, undefined, async () => (await known).offences),
      known,
      clockBasis(source, [found.panelAreaId], today),
      known.then(({ details: { wasAdjourned } }) => (wasAdjourned ? carriedOf(source, id) : nothingCarried)),
      isDecided(found) ? storedEditions(source) : null,
      known.then(({ details: { isJoined } }) =>
        isJoined ? ethnicityHistory(source, found.reader, found.identityId) : null,
      ),
    ]);
    const blockers = preparationShut(facts, found, actor, found.signedOffBy ? 'LIST' : 'SIGN_OFF');
    const { state, signedOffOn } = found;
    const by = basis(found.panelAreaId);
    return {
      ...{ found, today, facts, blockers, details, offences, links, carried },
      ethnicity: said ? ethnicityStanding(said) : (facts.ethnicity ?? null),
      disposals: stored ? onDayOf(stored, details, today) : { book: by.disposals, day: today },
      flags: repeatFlags(facts.earlierDisposals, today, facts.repeatThreshold ?? undefined),
      routing: openStates.includes(state) ? routingFlags(routingFactsOf(id, facts, details, offences)) : [],
      actions: actionsOpen(found, actor, details),
      clocks: clocksOf({ ...details, ...found, offences, duties }, by),
      tasks: [
        ...markedTasks(
          preparationTasks({
            ...{ caseId: id, facts, blockers: unmarked(blockers), details, offences, today },
            mayAnswer: (check) => mayAnswer(actor, found, check),
          }),
          facts,
        ),
        ...laterTasks({ state, details, blockers, signedOffOn }),
      ],
    };
  }
}

const nothingCarried: Carried = { adjournments: [], asked: [] };

const routingFactsOf = (
  caseId: string,
  { earlierDisposals, judgements }: PreparationKnown,
  { goesToPanel, borderlineScores, cpsAuthority, checkedFirst }: CaseDetails,
  offences: readonly OffenceShown[],
): RoutingFacts => ({
  ...{ caseId, goesToPanel, borderlineScores, cpsAuthority, offences, earlierDisposals },
  harmLevel: judgements?.RISK_OF_SERIOUS_HARM?.level ?? 'NOT_ASSESSED',
  checkedFirst: checkedFirst ? [checkedFirst] : [],
});

/** Late news is said of each task in its own words, so its blockers are not said of them again. */
const unmarked = (blockers: readonly Blocker[]): Blocker[] =>
  blockers.filter(({ code }) => code !== 'NEWS_NOT_CONSIDERED');

const markedTasks = (groups: readonly TaskGroup[], { points }: PreparationKnown): TaskGroup[] =>
  groups.map((group) => ({ ...group, tasks: group.tasks.map((task) => markTask(task, task.page, points)) }));
