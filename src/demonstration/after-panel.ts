import type { DisposalCode } from '../policy/disposals.js';
import { addDays } from '../policy/days.js';
import { type Context, versionOf } from './case-work.js';

/** As the panel recommends, or otherwise and with the reason. */
export async function decide({ team, today }: Context, id: string, disposal: DisposalCode, differs: boolean) {
  const version = await versionOf(team.decisionMaker, id);
  const reason = differs ? 'The camera shows more than the panel had before it.' : 'As the panel recommends.';
  const why = differs ? { reasonCode: 'EVIDENCE_CHANGED', reason } : { reason };
  const decision = { disposal, decidedOn: today, ...why, version };
  await team.decisionMaker.postWithReasons(`cases/${id}/police-decision`, decision);
}

const sessions = (today: string) => ({
  ...{ description: 'Three sessions with a worker, and a letter', object: 'REHABILITATIVE', due: addDays(today, 28) },
});

/** What was agreed, or that nothing has to be. */
export async function deliver({ team, today }: Context, id: string, status: 'UNDER_WAY' | 'NOT_NEEDED'): Promise<void> {
  const { version } = await team.assessor.get(`cases/${id}/delivery`);
  const actions = [{ ...sessions(today), owner: 'The assessor' }];
  const started = status === 'NOT_NEEDED' ? {} : { startedOn: today, actions };
  await team.assessor.put(`cases/${id}/delivery`, { status, ...started, version });
}

/** How it ended, with the reason. */
export async function endDelivery({ team, today }: Context, id: string, completed: 'YES' | 'NO'): Promise<void> {
  const { version } = await team.assessor.get(`cases/${id}/delivery`);
  const reason = { reasonCode: 'DISENGAGED', reason: 'Came once, then moved to the other parent.' };
  const why = completed === 'NO' ? reason : { reasonCode: 'COMPLETED' };
  await team.assessor.put(`cases/${id}/delivery/completion`, { completed, endedOn: today, ...why, version });
}

export async function recordOutcome({ team, today }: Context, id: string, disposal: DisposalCode): Promise<void> {
  const version = await versionOf(team.manager, id);
  const isCaution = disposal === 'YOUTH_CONDITIONAL_CAUTION';
  const repair = { object: 'REPARATIVE', description: 'Write to the person harmed', due: addDays(today, 42) };
  const conditions = [sessions(today), repair];
  const nfa = disposal === 'NO_FURTHER_ACTION' ? { nfaReason: 'NOT_IN_PUBLIC_INTEREST_POLICE' } : {};
  await team.manager.postWithReasons(`cases/${id}/outcome`, {
    ...{ disposal, givenOn: today, givenBy: 'PC Idris Coldwell', place: 'Town Hall', appropriateAdult: 'A parent' },
    ...{
      consent: 'SIGNED',
      explained: true,
      victimInformedOn: today,
      ...nfa,
      ...(isCaution ? { conditions } : {}),
      version,
    },
  });
}
