import { endedStatuses } from '../policy/delivery.js';
import { disposalName } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { beforeDecision, type CaseState } from '../policy/lifecycle.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseDetails } from './case-details.queries.js';
import type { Task, TaskGroup, TaskStatus } from './task.js';

type Given = {
  readonly state: CaseState;
  readonly details: CaseDetails;
  /** What keeps the preparation from being signed off. */
  readonly blockers: readonly Blocker[];
  readonly signedOffOn: string | null;
};

type Standing = readonly [TaskStatus, string | null];

const order: readonly CaseState[] = [...beforeDecision, 'DECIDED', 'OUTCOME_RECORDED', 'CLOSED'];
const hasReached = (state: CaseState, wanted: CaseState): boolean => order.indexOf(state) >= order.indexOf(wanted);

function signOff({ state, blockers, details, signedOffOn }: Given): Standing {
  if (signedOffOn) return ['COMPLETE', `${details.signedOffByName ?? 'A manager'}, ${dayInWords(signedOffOn)}`];
  if (state === 'REFERRED') return ['CANNOT_START', 'The case has not been accepted for the panel'];
  const missing = blockers.filter(({ severity }) => severity === 'STOP' || severity === 'OVERRIDE');
  if (missing.length === 0) return ['NOT_STARTED', 'Everything is there for a manager to sign it off'];
  const things = missing.length === 1 ? 'One thing is' : `${missing.length} things are`;
  return ['CANNOT_START', `${things} missing`];
}

function listing({ state, details }: Given): Standing {
  if (state === 'READY') return ['NOT_STARTED', 'Ready to be listed'];
  if (!hasReached(state, 'LISTED')) return ['CANNOT_START', 'The preparation is not signed off'];
  return ['COMPLETE', details.meetingDay ? `Meeting of ${dayInWords(details.meetingDay)}` : null];
}

function recommendation({ state, details }: Given): Standing {
  if (state === 'ESCALATED') return ['NEEDS_ATTENTION', 'The case was escalated'];
  if (hasReached(state, 'RECOMMENDED'))
    return ['COMPLETE', disposalName(details.recommended ?? '', details.recommendedName)];
  return state === 'LISTED' ? ['NOT_STARTED', 'To be heard'] : ['CANNOT_START', 'The case is not listed'];
}

function decision({ state, details }: Given): Standing {
  if (hasReached(state, 'DECIDED')) return ['COMPLETE', disposalName(details.decided ?? '', details.decidedName)];
  return state === 'RECOMMENDED' ? ['NOT_STARTED', 'Police decide'] : ['CANNOT_START', 'The panel has not recommended'];
}

function outcome({ state, details }: Given): Standing {
  if (hasReached(state, 'OUTCOME_RECORDED'))
    return ['COMPLETE', disposalName(details.outcome ?? '', details.outcomeName)];
  return state === 'DECIDED' ? ['NOT_STARTED', 'To be recorded'] : ['CANNOT_START', 'Police have not decided'];
}

const ended: readonly string[] = endedStatuses;

function delivery({ state, details }: Given): Standing {
  const { deliveryStatus } = details;
  if (deliveryStatus && ended.includes(deliveryStatus)) return ['COMPLETE', null];
  if (deliveryStatus) return ['IN_PROGRESS', 'What was agreed is still being delivered'];
  return hasReached(state, 'DECIDED') ? ['NOT_STARTED', null] : ['CANNOT_START', 'Police have not decided'];
}

const task = (title: string, page: string, needs: Task['needs'], [status, why]: Standing): Task => ({
  ...{ title, page, needs, status, why },
});

/** What the panel asked for stands among the tasks as soon as it asked for anything. */
function asked({ details: { panelActions, openPanelActions } }: Given): Task[] {
  if (panelActions === 0) return [];
  const open = openPanelActions === 1 ? 'One thing is not done' : `${openPanelActions} things are not done`;
  const standing: Standing = openPanelActions === 0 ? ['COMPLETE', null] : ['IN_PROGRESS', open];
  return [task('What the panel asked for', 'panel-actions', 'case.read', standing)];
}

/** Sign-off, panel and outcome with their status and why. In: state, what is known. Out: groups. Source: the lifecycle. */
export const laterTasks = (given: Given): TaskGroup[] => [
  {
    title: 'Sign-off',
    tasks: [task('Sign off the preparation', 'assessment/sign-off', 'case.sign-off', signOff(given))],
  },
  {
    title: 'Panel',
    tasks: [
      task('List for a meeting', 'listing', 'meeting.arrange', listing(given)),
      task('Recommendation', 'recommendation', 'recommendation.record', recommendation(given)),
      ...asked(given),
      task('Police decision', 'police-decision', 'police-decision.record', decision(given)),
    ],
  },
  {
    title: 'Outcome',
    tasks: [
      task('Outcome', 'outcome', 'outcome.record', outcome(given)),
      task('Delivery', 'delivery', 'delivery.record', delivery(given)),
    ],
  },
];
