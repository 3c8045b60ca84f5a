import { type ApiClient, done } from './clients.js';
import type { Team } from './people.js';

/** Something known of a child's past, as an officer might write it. */
export const behaviour = (more: object = {}): Record<string, unknown> => ({
  kind: 'ARREST',
  happenedOn: '2026-09-12',
  what: 'Arrested for burglary of a shed with two older boys; cannabis was found when he was searched.',
  source: 'The arresting officer, from the custody record',
  ...more,
});

export const intelligence = (more: object = {}): Record<string, unknown> =>
  behaviour({
    ...{ kind: 'INTELLIGENCE', what: 'Seen getting into a car with an adult known for supply.', source: 'Police' },
    ...{ sourceGrade: '2', informationGrade: 'C', handling: 'P', ...more },
  });

/** Records it from a case, and gives its id. */
export async function recordBehaviour(api: ApiClient, caseId: string, more: object = {}): Promise<string> {
  const sent = await api.post(`/api/cases/${caseId}/earlier-behaviour`, behaviour(more));
  done('The item', sent);
  return sent.body.id;
}

export const used = (more: object = {}): Record<string, unknown> => ({
  standing: 'USED',
  section: 'behaviour',
  meaning: 'He was with the same older boys: what is called possession alone was not the whole of that day.',
  itemVersion: 1,
  ...more,
});

export const setAside = (more: object = {}): Record<string, unknown> => ({
  standing: 'SET_ASIDE',
  reason: 'PERHAPS_ANOTHER',
  because: 'The description does not fit him, and he was at school that day.',
  itemVersion: 1,
  ...more,
});

type Item = { id: string; kind: string; standing: string; version: number; consideration: { version: number } | null };

/** An assessor uses every item of earlier behaviour that waits; disposals have a rule of their own. */
export async function considerBehaviour(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}/earlier-behaviour`;
  for (const { id, kind, standing, version, consideration } of (await api.get(at)).body.items as Item[]) {
    if (kind === 'DISPOSAL' || !['NOT_CONSIDERED', 'CORRECTED_SINCE'].includes(standing)) continue;
    const sent = used({ itemVersion: version, version: consideration?.version });
    done('The consideration', await api.put(`${at}/${id}/consideration`, sent));
  }
}
