import sql from 'sql-template-tag';
import { findToChange } from '../cases/move-case.js';
import type { Permission } from '../policy/permissions.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { type Hearing, hearingOf, type HearingFound } from './hearing.js';

/**
 * Loads the discussion of a case in order to change it, and keeps others from doing so until the unit ends. The version of
 * the case does not move: nobody who is writing a recommendation loses it because an agency gave its view.
 */
export async function lockHearing(work: Work, permission: Permission, caseId: string): Promise<Hearing> {
  await rows(work.tx, sql`update cases set version = version where id = ${caseId}`);
  const found = await findToChange(work, permission, caseId);
  return hearingOf(work.tx, found, work.actor, work.today);
}

/** The hearing that goes on; asked for after the gates, which are shut where there is none. */
export function goingOn({ hearings: [latest] }: Hearing): HearingFound {
  if (!latest) throw new Error('A case that was never listed was discussed');
  return latest;
}
