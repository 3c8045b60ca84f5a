import sql from 'sql-template-tag';
import { blocker, casePage } from '../policy/gate.js';
import { type CaseState, openStates } from '../policy/lifecycle.js';
import type { Permission } from '../policy/permissions.js';
import { sectionNamed } from '../policy/sections.js';
import { rows } from '../platform/database/read.js';
import { Blocked } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import type { CaseFound } from './find-case.js';
import { claimCase, moveCase } from './move-case.js';
import { type NewsHere, reopenSections } from './reopen-sections.js';
import { settleChanged } from './settle-changed.js';
import { caseSubject } from './visible-cases.js';

const free: readonly CaseState[] = ['REFERRED', 'PREPARING'];
/** States in which a change takes the sign-off away. */
export const signedOff: readonly CaseState[] = ['READY', 'LISTED', 'ESCALATED'];

/**
 * Which part is about to change, as the trail names it, whether changing it is authorship of the preparation, and whether
 * it may still be recorded after the panel has recommended.
 */
export type Part = {
  readonly name: string;
  readonly isAuthored: boolean;
  readonly mayFollow?: boolean;
  /** The section that is written, where its name is not that of the part; null where it is none or more than one. */
  readonly section?: string | null;
  /** News that comes with the change, and so reopens other sections. */
  readonly news?: NewsHere;
};

/**
 * Every command that changes what a panel would read begins with this. It claims the case; if the preparation was
 * signed off, the sign-off goes and the case returns to preparation; from the recommendation on nothing can be changed.
 * A section that its author writes anew answers the late news about it; news that comes with the change reopens others.
 */
export async function changePreparation(
  work: Work,
  permission: Permission,
  id: string,
  part: Part,
  version?: number,
): Promise<CaseFound> {
  const found = await claimCase(work, permission, id, version);
  if (part.isAuthored) await addAuthor(work, id);
  const isSignedOff = signedOff.includes(found.state);
  if (!isSignedOff && !free.includes(found.state)) {
    if (part.mayFollow && openStates.includes(found.state)) return found;
    throw new Blocked([tooLate(id)]);
  }
  if (part.isAuthored) await settleChanged(work, found, writtenIn(part));
  if (part.news) await reopenSections(work, found, part.news);
  if (!isSignedOff) return found;
  work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: part.name });
  return moveCase(work, found, 'REOPEN');
}

const writtenIn = ({ name, section = sectionNamed(name) }: Part): string[] => (section === null ? [] : [section]);

const addAuthor = ({ tx, actor }: Work, caseId: string): Promise<unknown> =>
  rows(
    tx,
    sql`insert into preparation_authors ("caseId", "personId") values (${caseId}, ${actor.personId})
        on conflict do nothing`,
  );

export const tooLate = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, '').replace(/\/$/, '')),
  message: 'The panel has recommended, or the case has ended: the preparation can no longer be changed',
});
