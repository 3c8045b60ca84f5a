import type { DisposalCode } from '../policy/disposals.js';
import type { Team } from './case-work.js';

/** Each agency says what it thinks before it hears the other; then the chair opens the discussion and a point is noted. */
export async function discuss({ team }: { readonly team: Team }, id: string, disposal: DisposalCode): Promise<void> {
  const { chair, decisionMaker, panelAdministrator } = team;
  const own = {
    view: disposal,
    reason: 'The child has begun to put it right, and the family asks for help.',
    version: 0,
  };
  await chair.post(`cases/${id}/views`, own);
  const theirs = { view: 'NO_VIEW', reason: 'We want to hear what the child and the victim said first.', version: 0 };
  await decisionMaker.post(`cases/${id}/views`, theirs);
  await chair.post(`cases/${id}/discussion`);
  const point = { agency: 'POLICE', point: 'What keeps the way home safe until the school has spoken with both.' };
  await panelAdministrator.post(`cases/${id}/discussion/points`, point);
}
