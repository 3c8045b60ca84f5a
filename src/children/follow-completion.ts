import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import type { EarlierDisposal } from './earlier-disposal.entity.js';

/**
 * Keeps whether the disposal given in a case was completed in step with its delivery; part of a unit of work, which
 * says what happened. Gives whether anything changed.
 */
export async function followCompletion(
  { tx }: Work,
  caseId: string,
  completed: EarlierDisposal['completed'],
): Promise<boolean> {
  const changed = await rows<{ id: string }>(
    tx,
    sql`update earlier_disposals set completed = ${completed}
        where "caseId" = ${caseId} and "setAside" is null and completed <> ${completed} returning id`,
  );
  return changed.length > 0;
}
