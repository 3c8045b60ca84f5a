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

/** What was agreed, and how far it has come. */
export async function deliver({ team, today }: Context, id: string, status: string): Promise<void> {
  const { version } = await team.assessor.get(`cases/${id}/delivery`);
  const actions = [
    { description: 'Three sessions with a worker, and a letter', owner: 'The assessor', due: addDays(today, 28) },
  ];
  const ended = status === 'COMPLETED' || status === 'NOT_COMPLETED' ? { endedOn: today } : {};
  const started = status === 'NOT_NEEDED' ? {} : { startedOn: today, actions };
  const why = status === 'NOT_COMPLETED' ? { notCompletedReason: 'Came once, then moved to the other parent.' } : {};
  await team.assessor.put(`cases/${id}/delivery`, { status, ...started, ...ended, ...why, version });
}

export async function recordOutcome({ team, today }: Context, id: string, disposal: DisposalCode): Promise<void> {
  const version = await versionOf(team.manager, id);
  const isCaution = disposal === 'YOUTH_CONDITIONAL_CAUTION';
  const conditions = [{ object: 'REPARATIVE', description: 'Write to the person harmed', due: addDays(today, 42) }];
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
