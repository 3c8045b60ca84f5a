import { agencies } from '../policy/agencies.js';
import { disposalName } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { judgements } from '../policy/judgements.js';
import type { Permission } from '../policy/permissions.js';
import type { RuleCode } from '../policy/rules.js';
import { dayInWords } from '../platform/web/words.js';
import type { PreparationKnown } from '../assessments/preparation-facts.js';
import type { CaseDetails, OffenceShown } from './case-details.queries.js';

export type TaskStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'CANNOT_START' | 'NEEDS_ATTENTION' | 'COMPLETE';

/** One part of the work on a case: where it stands and why. `needs` is what its page asks of whoever opens it. */
export type Task = {
  readonly title: string;
  readonly page: string;
  readonly status: TaskStatus;
  readonly why: string | null;
  readonly needs: Permission;
};

export type TaskGroup = { readonly title: string; readonly tasks: readonly Task[] };

export type TaskFacts = {
  readonly caseId: string;
  readonly facts: PreparationKnown;
  readonly blockers: readonly Blocker[];
  readonly details: CaseDetails;
  readonly offences: readonly OffenceShown[];
};

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
  const { SAFETY_AND_WELLBEING: safety, RISK_OF_SERIOUS_HARM: harm } = facts.judgements ?? {};
  return {
    title: 'Assessment',
    tasks: [
      part('Assessment', 'assessment', Boolean(details.assessmentStatus), { codes, attention, needs: 'case.read' }),
      part(judgements.SAFETY_AND_WELLBEING, 'judgements/SAFETY_AND_WELLBEING', Boolean(safety)),
      part(judgements.RISK_OF_SERIOUS_HARM, 'judgements/RISK_OF_SERIOUS_HARM', Boolean(harm)),
      part('Ethnicity and identity', 'identity', Boolean(facts.ethnicity ?? facts.identityConsideration)),
      managementPanel(given),
    ],
  };
}

/** Asked only of what is high or very high, so it waits until the levels are known. */
function managementPanel(given: TaskFacts): Task {
  const { facts, blockers } = given;
  const title = 'Case management panel';
  const part = { title, page: 'case-management-referral', needs: 'case.assess' } as const;
  const isWaiting = blockers.some(({ code }) => code === 'SAFETY_NOT_RATED' || code === 'HARM_NOT_RATED');
  if (isWaiting) return { ...part, status: 'CANNOT_START', why: 'The levels are not known yet' };
  return taskOf(given, { ...part, isBegun: Boolean(facts.highRiskReferredOn) });
}

function checks(given: TaskFacts): TaskGroup {
  const { requiredChecks, checks: known } = given.facts;
  const tasks = (requiredChecks ?? []).map((agency) => {
    const status = known?.find((check) => check.agency === agency)?.status;
    const title = (agencies as Readonly<Record<string, string>>)[agency] ?? agency;
    const isBegun = Boolean(status) && status !== 'NOT_REQUESTED';
    return taskOf(given, { title, page: `agency-checks/${agency}`, needs: 'check.answer', isBegun });
  });
  return { title: 'Agencies', tasks };
}

function earlierDisposals(given: TaskFacts): TaskGroup {
  const { facts } = given;
  const check = taskOf(given, {
    ...{ title: 'Where earlier disposals were looked for', page: 'earlier-disposals/check', needs: 'case.assess' },
    isBegun: Boolean(facts.disposalsCheckedOn),
  });
  const responses = facts.earlierDisposals.map(({ id, disposal, givenOn, response }) =>
    taskOf(given, {
      title: `Response to: ${disposalName(disposal)}, ${dayInWords(givenOn)}`,
      page: `earlier-disposals/${id}/response`,
      needs: 'case.assess',
      isBegun: response !== null,
    }),
  );
  return { title: 'Earlier disposals', tasks: [check, ...responses] };
}

/** The parts of preparation with their status and why. In: facts, their blockers, what else is known. Out: groups. */
export const preparationTasks = (given: TaskFacts): TaskGroup[] => [
  referral(given),
  voices(given),
  assessment(given),
  checks(given),
  earlierDisposals(given),
];
