import sql, { join } from 'sql-template-tag';
import { carries, roleCodes } from '../policy/permissions.js';
import { row } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';

const assessing = roleCodes.filter((role) => carries(role, 'case.assess'));

/** Whether somebody may prepare cases in a panel area, and so be given one. */
export async function mayAssess({ tx }: Work, personId: string, panelAreaId: string): Promise<boolean> {
  const found = await row(
    tx,
    sql`select r.id from role_assignments r join people p on p.id = r."personId" and p.state = 'ACTIVE'
        where r."personId" = ${personId} and r."panelAreaId" = ${panelAreaId} and r.role in (${join(assessing)})`,
  );
  return found !== null;
}
