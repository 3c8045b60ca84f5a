import { done } from './clients.js';
import type { Team } from './people.js';

type Victim = { id: string; status: string; viewVersion: number };

/** Every victim of the case gives a view that names nobody, recorded by the team's victim worker. */
export async function hearVictims(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('VICTIM_WORKER');
  const { body } = done('The list of victims', await api.get(`/api/cases/${caseId}/victims`));
  for (const { id, viewVersion } of body.items as Victim[]) {
    const view = { ...victimView(), version: viewVersion };
    done('The view', await api.put(`/api/cases/${caseId}/victims/${id}/view`, view));
  }
}

export const victimView = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  status: 'OBTAINED',
  obtainedOn: '2026-11-11',
  view: 'I do not want this on their record for life. I want them to know it frightened me.',
  impact: 'Took another way home for two weeks.',
  safetyNeeds: 'Not to be put in the same bus queue.',
  restorativeWish: 'A letter, if it is meant.',
  attempts: [{ on: '2026-11-10', how: 'Telephone', result: 'Agreed a time to talk' }],
  ...changes,
});
