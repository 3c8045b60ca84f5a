import { considerNews, prepareCase, signOff } from './assessments-story.js';
import { done } from './clients.js';
import { dayFromNow, decide, listCase, recommend } from './panels-story.js';
import type { Team } from './people.js';
import { referCase, type ReferredCase } from './referrals-story.js';

/** A case from referral to police decision on the disposal named. */
export async function decidedCase(
  team: Team,
  disposal = 'COMMUNITY_RESOLUTION',
  overrides: Record<string, unknown> = {},
): Promise<ReferredCase> {
  const referred = await referCase(team, overrides);
  await prepareCase(team, referred.caseId);
  await hearAgain(team, referred.caseId, disposal);
  return referred;
}

/** A prepared case is signed off, heard and decided on, for the first time or anew, once its author looked at what is news. */
export async function hearAgain(team: Team, caseId: string, disposal: string): Promise<void> {
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, disposal);
  await decide(team, caseId, disposal);
}

/** The version of a case as it is now. */
export async function versionOf(team: Team, caseId: string): Promise<number> {
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  return done('The case', await api.get(`/api/cases/${caseId}`)).body.version;
}

const inPerson = {
  givenBy: 'Sergeant Hollis Ferrant',
  place: 'At home, with a parent',
  appropriateAdult: { name: 'Jo Marchbank', relationship: 'Parent' },
};

const needed: Record<string, object> = {
  NO_FURTHER_ACTION: { nfaReason: 'NOT_IN_PUBLIC_INTEREST_POLICE' },
  COMMUNITY_RESOLUTION: { ...inPerson, consent: 'GIVEN' },
  YOUTH_CAUTION: { ...inPerson, explained: true },
  YOUTH_CONDITIONAL_CAUTION: { ...inPerson, explained: true, consent: { status: 'SIGNED' } },
};

/** Everything that a disposal needs to be recorded, as whoever gave it would send it. */
export const outcomeOf = (disposal: string, version: number, more: object = {}): Record<string, unknown> => ({
  ...{ disposal, givenOn: dayFromNow(0), overrides: [], version },
  ...needed[disposal],
  ...(disposal === 'OUTCOME_20' || disposal === 'OUTCOME_21' ? { victimInformedOn: dayFromNow(0) } : {}),
  ...(disposal === 'YOUTH_CONDITIONAL_CAUTION' ? { conditions: [condition()] } : {}),
  ...more,
});

export const condition = (more: object = {}): object => ({
  object: 'REPARATIVE',
  description: 'Write to the person harmed and repair the shelter with a worker',
  due: dayFromNow(60),
  ...more,
});

export const delivery = (status: string, more: object = {}): Record<string, unknown> => ({
  status,
  startedOn: dayFromNow(0),
  actions: [{ description: 'Two sessions about consequences', owner: 'The assessor', due: dayFromNow(14) }],
  ...more,
});

export const endings: Record<string, object> = {
  COMPLETED: { completed: 'YES', reasonCode: 'COMPLETED' },
  NOT_COMPLETED: {
    ...{ completed: 'NO', reasonCode: 'DISENGAGED' },
    reason: 'Came once, then moved to an aunt’s in another town.',
  },
  NOT_RECORDED: { completed: 'NOT_RECORDED', reasonCode: 'NOT_KNOWN', reason: 'The worker left and wrote nothing.' },
};

/** Writes down how delivery went, from the version that is there; what ended was under way before. */
export async function deliver(team: Team, caseId: string, status: string, more: object = {}): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}/delivery`;
  const { status: before, version, completion } = done('The delivery', await api.get(at)).body;
  const why = completion ? { changedBecause: 'It was said of another child.' } : {};
  const ending = endings[status];
  if (!ending) {
    done('The delivery', await api.put(at, { ...delivery(status, more), ...why, version }));
    return;
  }
  if (before === null) await deliver(team, caseId, 'UNDER_WAY', more);
  const ended = { ...ending, ...why, endedOn: dayFromNow(0), version: before === null ? 1 : version };
  done('The end', await api.put(`${at}/completion`, ended));
}

/** Records the outcome of a decided case as decided; an activity is completed first. Gives the service's answer. */
export async function recordOutcome(team: Team, caseId: string, disposal: string, more: object = {}): Promise<any> {
  if (disposal === 'OUTCOME_22' || disposal === 'OUTCOME_23') await deliver(team, caseId, 'COMPLETED');
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const sent = outcomeOf(disposal, await versionOf(team, caseId), more);
  return done('The outcome', await api.post(`/api/cases/${caseId}/outcome`, sent)).body;
}
