import { done } from './clients.js';
import type { Team } from './people.js';

type Check = { agency: string; isRequired: boolean; version: number };

/** Every agency that the panel area requires answers, through the team's assessor: some with information, some with none. */
export async function answerAllChecks(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const { body } = done('The list of checks', await api.get(`/api/cases/${caseId}/agency-checks`));
  const required = (body.items as Check[]).filter(({ isRequired }) => isRequired);
  for (const [index, { agency, version }] of required.entries()) {
    const answer = index % 2 === 0 ? information() : { status: 'NIL_RETURN' };
    done('The check', await api.put(`/api/cases/${caseId}/agency-checks/${agency}`, { ...answer, version }));
  }
}

export const information = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  status: 'INFORMATION_RECEIVED',
  content: 'Known since spring. A support worker sees the family every second week.',
  analysis: 'There is somebody the child trusts; what is agreed here should go through them.',
  ...changes,
});
