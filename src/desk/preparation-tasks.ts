import { agencies } from '../policy/agencies.js';
import { type CheckStanding, checkStanding, checkStandings } from '../policy/check-standing.js';
import { disposalName } from '../policy/disposals.js';
import { behaviourKinds, behaviourStanding, isBehaviourKind } from '../policy/earlier-behaviour.js';
import { judgementCodes, judgements } from '../policy/judgements.js';
import { reviewNeed } from '../policy/repeat-review.js';
import type { RuleCode } from '../policy/rules.js';
import { dayInWords } from '../platform/web/words.js';
import { referralTasks } from './referral-tasks.js';
import type { Task, TaskFacts, TaskGroup } from './task.js';

type Part = Pick<Task, 'title' | 'page' | 'needs'> & {
  /** Something is stored already. */
  readonly isBegun: boolean;
  /** Its blockers, where they are not simply those that its own page mends. */
  readonly codes?: readonly RuleCode[];
  readonly attention?: string | null | undefined;
};

function taskOf({ caseId, blockers }: TaskFacts, { isBegun, attention, codes, ...part }: Part): Task {
  const own = blockers.filter(({ code, mend }) =>
    codes ? codes.includes(code) : mend === `/cases/${caseId}/${part.page}`,
  );
  const why = [...new Set(own.map(({ message }) => message))].join('. ');
  if (attention) return { ...part, status: 'NEEDS_ATTENTION', why: [attention, why].filter(Boolean).join('. ') };
  if (own.length === 0) return { ...part, status: 'COMPLETE', why: null };
  if (own.every(({ severity }) => severity === 'WARN')) return { ...part, status: 'NEEDS_ATTENTION', why };
  return { ...part, status: isBegun ? 'IN_PROGRESS' : 'NOT_STARTED', why };
}

function referral(given: TaskFacts): TaskGroup {
  const { details, offences } = given;
  const open = [
    details.responsibilityStance === 'NOT_YET_ASKED' && 'The child has not been asked yet how they stand to it',
    details.responsibilityStance === 'NOT_RECORDED' && 'How the child stands to it is not recorded',
    details.evidenceSufficient === 'NOT_KNOWN' && 'Whether the evidence is sufficient is not known yet',
    details.cpsAuthority === 'NOT_KNOWN' && 'Whether the Crown Prosecution Service gives authority is not known yet',
  ].filter((words) => words !== false);
  const needs = 'police-information.record';
  const information = { title: 'Police information', page: 'police-information', needs, isBegun: true } as const;
  const gravity = offences.map(({ id, position, gravityFinal }) => {
    const title = offences.length === 1 ? 'Gravity of the offence' : `Gravity of offence ${position}`;
    return taskOf(given, { title, page: `offences/${id}/gravity`, needs, isBegun: gravityFinal !== null });
  });
  const first = taskOf(given, { ...information, attention: open.length > 0 ? open.join('. ') : null });
  return { title: 'Police referral', tasks: [first, ...gravity] };
}

function voices(given: TaskFacts): TaskGroup {
  const { facts } = given;
  const waiting = (who: 'child' | 'carer'): string | null => {
    const voice = facts.voices?.[who];
    return voice?.status === 'NOT_OBTAINED' && !voice.approvedBy
      ? 'A manager has not agreed to go on without it'
      : null;
  };
  const voice = (who: 'child' | 'carer', title: string) =>
    taskOf(given, {
      ...{ title, page: `voices/${who}`, needs: 'case.assess' },
      ...{ isBegun: Boolean(facts.voices?.[who]), attention: waiting(who) },
    });
  const victims = (facts.victims ?? []).map(({ victimId, status }, index, all) =>
    taskOf(given, {
      title: all.length === 1 ? 'The victim’s view' : `The view of victim ${index + 1}`,
      page: `victims/${victimId}/view`,
      needs: 'victim.record',
      isBegun: Boolean(status) && status !== 'NOT_YET_SOUGHT',
    }),
  );
  const nobody = taskOf(given, { title: 'Victims', page: 'victims', needs: 'victim.record', isBegun: false });
  return {
    title: 'Hearing people',
    tasks: [
      voice('child', 'The child'),
      voice('carer', 'The parent or carer'),
      ...(victims.length ? victims : [nobody]),
    ],
  };
}

function assessment(given: TaskFacts): TaskGroup {
  const { facts, details } = given;
  const part = (title: string, page: string, isBegun: boolean, more: Partial<Part> = {}) =>
    taskOf(given, { title, page, isBegun, needs: 'case.assess', ...more });
  const codes: RuleCode[] = ['ASSESSMENT_NOT_SUBMITTED', 'EXPLOITATION_NOT_CONSIDERED'];
  const attention = details.assessmentStatus === 'RETURNED' ? 'Sent back by the manager, who says why' : null;
  return {
    title: 'Assessment',
    tasks: [
      part('Assessment', 'assessment', Boolean(details.assessmentStatus), { codes, attention, needs: 'case.read' }),
      ...judgementCodes.map((code) => part(judgements[code], `judgements/${code}`, Boolean(facts.judgements?.[code]))),
      part('Ethnicity and identity', 'identity', Boolean(facts.ethnicity ?? facts.identityConsideration)),
      ...referralTasks(given),
    ],
  };
}

/** Where the check stands comes first and in its own words; one that is overdue needs attention. */
function standingOf({ status }: Task, standing: CheckStanding, due: string): Pick<Task, 'status' | 'why'> {
  const words = `${checkStandings[standing]}${due}`;
  if (standing === 'ANSWERED' && status !== 'COMPLETE') {
    return { status, why: `${words}, but what it means is not written yet` };
  }
  return { status: standing === 'OVERDUE' ? 'NEEDS_ATTENTION' : status, why: words };
}

function checks(given: TaskFacts): TaskGroup {
  const { requiredChecks, checks: known } = given.facts;
  const tasks = (requiredChecks ?? []).map((agency) => {
    const check = known?.find((one) => one.agency === agency);
    const standing = checkStanding(check ?? {}, given.today);
    const due = check?.dueOn && standing !== 'ANSWERED' ? `, due ${dayInWords(check.dueOn)}` : '';
    const title = (agencies as Readonly<Record<string, string>>)[agency] ?? agency;
    const isBegun = standing !== 'NOT_ASKED';
    const isTheirs = given.mayAnswer({ agency, status: check?.status ?? 'NOT_REQUESTED' });
    const needs = isTheirs ? 'check.answer' : 'check.request';
    const task = taskOf(given, { title, page: `agency-checks/${agency}`, needs, isBegun });
    return { ...task, ...standingOf(task, standing, standing === 'AWAITED' || standing === 'OVERDUE' ? due : '') };
  });
  return { title: 'Agencies', tasks };
}

function earlierDisposals(given: TaskFacts): TaskGroup {
  const { facts } = given;
  const check = taskOf(given, {
    ...{ title: 'Where earlier disposals were looked for', page: 'earlier-disposals/check', needs: 'case.assess' },
    isBegun: Boolean(facts.disposalsCheckedOn),
  });
  const responses = facts.earlierDisposals.map(({ id, disposal, name, givenOn, response, isClosed }) =>
    taskOf(given, {
      title: `Response to: ${disposalName(disposal, name)}, ${dayInWords(givenOn)}`,
      page: isClosed ? 'earlier-disposals' : `earlier-disposals/${id}/response`,
      needs: 'case.assess',
      isBegun: response !== null,
    }),
  );
  return {
    title: 'Earlier disposals and behaviour',
    tasks: [check, ...responses, ...seniorReview(given), ...earlierBehaviour(given)],
  };
}

/** Only from the threshold on is there anything to review. */
const seniorReview = (given: TaskFacts): Task[] =>
  reviewNeed(given.facts).isNeeded
    ? [
        taskOf(given, {
          ...{ title: 'Senior review of repeat disposals', page: 'repeat-review', needs: 'repeat.review' },
          isBegun: given.facts.repeatReview != null,
        }),
      ]
    : [];

/** What was withdrawn asks for nothing. */
const earlierBehaviour = (given: TaskFacts): Task[] =>
  (given.facts.earlierBehaviour ?? [])
    .filter((item) => behaviourStanding(item) !== 'WITHDRAWN')
    .map(({ id, kind, happenedOn, consideration }) =>
      taskOf(given, {
        title: `${isBehaviourKind(kind) ? behaviourKinds[kind] : kind}, ${dayInWords(happenedOn ?? '')}`,
        page: `earlier-behaviour/${id}/consideration`,
        needs: 'case.assess',
        isBegun: Boolean(consideration),
      }),
    );

/** The parts of preparation with their status and why. In: facts, their blockers, what else is known. Out: groups. */
export const preparationTasks = (given: TaskFacts): TaskGroup[] => [
  referral(given),
  voices(given),
  assessment(given),
  checks(given),
  earlierDisposals(given),
];
