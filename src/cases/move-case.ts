import sql from 'sql-template-tag';
import { type Blocker, blocker } from '../policy/gate.js';
import { type CaseAction, type CaseState, destination, stateBlockers } from '../policy/lifecycle.js';
import { forThoseNamed, type Permission } from '../policy/permissions.js';
import { rows } from '../platform/database/read.js';
import { Blocked, NotFound, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { hasSteppedOut, refuseUnnamed } from './access/closed-cases.js';
import { enterStage } from './enter-stage.js';
import { type CaseFound, findCase } from './find-case.js';
import { caseSubject } from './visible-cases.js';

/**
 * Loads a case in order to change it: in scope, kept from others until the unit ends, its version moved on. With
 * `version`, the one the sender was shown, it must not have moved since.
 */
export async function claimCase(work: Work, permission: Permission, id: string, version?: number): Promise<CaseFound> {
  await rows(work.tx, sql`update cases set version = version + 1 where id = ${id}`);
  const found = await findToChange(work, permission, id);
  const before = found.version - 1;
  // Compared here: a number too great for the column would be a failure of the database, not a stale version.
  if (version !== undefined && version !== before) throw new StaleVersion(before);
  return found;
}

/**
 * Whoever stepped out of a case is told so when they try to change it; a case limited to others is not there. What is for those
 * named on a restricted case is refused to whoever opened it.
 */
export async function findToChange(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  permission: Permission,
  id: string,
): Promise<CaseFound> {
  try {
    const found = await findCase(tx, actor, permission, id);
    if (forThoseNamed.includes(permission)) await refuseUnnamed(tx, actor, id);
    return found;
  } catch (refusal) {
    if (refusal instanceof NotFound && (await hasSteppedOut(tx, actor, permission, id))) {
      throw new Blocked([blocker('CONFLICT_OF_INTEREST', '/')]);
    }
    throw refusal;
  }
}

/** What a client is told of a case it moved. */
export type CaseMoved = Pick<CaseFound, 'id' | 'reference' | 'state' | 'version'>;

export const movedTo = ({ id, reference, state, version }: CaseFound): CaseMoved => ({ id, reference, state, version });

export type MoveOptions = {
  readonly blockers?: readonly Blocker[];
  readonly reasonCode?: string | undefined;
  /** In the person's own words: kept beside the case and never in the trail, which holds codes alone. */
  readonly reason?: string;
  /** Where the case is to go, where the action leads to several states. */
  readonly wanted?: CaseState;
};

/**
 * The one place where a case changes state. `blockers` are those of the move's gates that are still shut; the table of
 * the lifecycle adds its own. A case that goes back to preparation loses its sign-off.
 */
export async function moveCase(
  work: Work,
  found: CaseFound,
  action: CaseAction,
  { blockers = [], reasonCode, reason, wanted }: MoveOptions = {},
): Promise<CaseFound> {
  const { tx, actor, record, now } = work;
  // Where the service itself moves a case, there is no reader.
  if (found.reader) await refuseUnnamed(tx, actor, found.id);
  const to = destination(action, found.state, reasonCode, wanted);
  const shut = [...stateBlockers(action, found.state, found.id), ...blockers];
  if (shut.length > 0 || to === null) throw new Blocked(shut);
  await rows(tx, sql`update cases set state = ${to}, "stateSince" = ${now} where id = ${found.id}`);
  await enterStage(work, found.id, 'CASE', to);
  if (to === 'PREPARING') {
    // What was signed off is again what was submitted, until its authors change it.
    if (found.signedOffBy !== null) await enterStage(work, found.id, 'ASSESSMENT', 'SUBMITTED');
    await rows(
      tx,
      sql`update cases set "signedOffBy" = null, "signedOffAt" = null, "signedOffOn" = null where id = ${found.id}`,
    );
  }
  if (reason !== undefined) await keepReason(work, found.id, action, { reason, reasonCode });
  const coded = reasonCode ? { reasonCode } : {};
  record(caseSubject(found), { type: 'CASE_MOVED', action, from: found.state, to, ...coded });
  return { ...found, state: to, stateSince: now };
}

const keepReason = (
  { tx, actor, now }: Work,
  caseId: string,
  action: CaseAction,
  { reason, reasonCode = null }: { readonly reason: string; readonly reasonCode: string | null | undefined },
): Promise<unknown> =>
  rows(
    tx,
    sql`insert into case_move_reasons (id, "caseId", action, "reasonCode", reason, "movedBy", "movedAt")
        values (${newId()}, ${caseId}, ${action}, ${reasonCode}, ${reason}, ${actor.personId}, ${now})`,
  );
