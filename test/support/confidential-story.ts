import { done } from './clients.js';
import { dayFromNow } from './panels-story.js';
import type { Colleague, Team } from './people.js';

/** The manager limits a case to themselves and whoever else is named. */
export async function restrictCase(team: Team, caseId: string, others: readonly Colleague[] = []): Promise<void> {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const people = [manager, ...others].map(({ id }) => id);
  const sent = { reason: 'The child of somebody who works here.', reviewOn: dayFromNow(30), people };
  done('The restriction', await manager.api.post(`/api/cases/${caseId}/restriction`, sent));
}

/** Somebody steps out of a case, on the case itself. */
export async function stepOut(caseId: string, { api, id: personId }: Colleague): Promise<void> {
  const sent = { personId, reason: 'Knows the family.' };
  done('The conflict', await api.post(`/api/cases/${caseId}/conflicts`, sent));
}

/** Two cases are linked by an assessor. */
export async function linkCases(team: Team, caseId: string, reference: string): Promise<string> {
  const { api } = await team.as('YJS_ASSESSOR');
  const sent = { reference, reason: 'Both are said to have been at the bus stop.' };
  return done('The link', await api.post(`/api/cases/${caseId}/links`, sent)).body.linkId;
}
