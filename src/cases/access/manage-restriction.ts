import { blocker } from '../../policy/gate.js';
import { Blocked, NotPermitted } from '../../platform/errors.js';
import type { Work } from '../../platform/unit-of-work.js';
import type { CaseFound } from '../find-case.js';
import { claimCase } from '../move-case.js';
import { lockRestriction, managersAmong, namedOn, type Standing } from './named-people.js';

export type Managed = {
  readonly found: CaseFound;
  readonly restriction: Standing;
  /** Everybody named, and those of them who may manage the restriction. */
  readonly named: readonly string[];
  readonly managers: readonly string[];
};

/**
 * What every command on a restriction begins with: the case is claimed, the restriction kept from others. Whoever is not
 * named but opened the case for an hour may not say for whom it exists, unless no manager is left who could.
 */
export async function manageRestriction(work: Work, caseId: string, version?: number): Promise<Managed> {
  const found = await claimCase(work, 'case.restrict', caseId, version);
  const restriction = await lockRestriction(work, caseId);
  if (!restriction) {
    const none = { ...blocker('WRONG_STATE', `/cases/${caseId}/restriction`), message: 'This case is not restricted' };
    throw new Blocked([none]);
  }
  const named = await namedOn(work.tx, restriction.id);
  const managers = await managersAmong(work.tx, found, named);
  if (managers.length > 0 && !managers.includes(work.actor.personId)) {
    throw new NotPermitted('Only a manager who is named on the restricted case says for whom it exists.');
  }
  return { found, restriction, named, managers };
}
