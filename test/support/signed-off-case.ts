import sql from 'sql-template-tag';
import { claimCase, moveCase } from '../../src/cases/move-case.js';
import { signOffCase } from '../../src/cases/sign-off.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import type { Team } from './people.js';
import { referCase } from './referrals-story.js';
import type { Service } from './service.js';

/** A case of a known child, accepted and signed off as the service does it, with its preparation left out. */
export async function signedOffCase(service: Service, team: Team, childId: string): Promise<string> {
  const { actor } = await team.as('PANEL_TEAM_MANAGER');
  const { caseId } = await referCase(team, { child: undefined, childId });
  await service.app.get(UnitOfWork).run(actor, async (work) => {
    const accepted = await moveCase(work, await claimCase(work, 'case.manage', caseId), 'ACCEPT');
    await signOffCase(work, accepted, []);
    return null;
  });
  return caseId;
}

export const stateOf = (service: Service, caseId: string): Promise<object | null> =>
  service.read.row(sql`select c.state, c."signedOffBy" from cases c where c.id = ${caseId}`);
