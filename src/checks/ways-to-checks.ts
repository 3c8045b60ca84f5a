import type { CaseFound } from '../cases/find-case.js';
import type { Way } from '../cases/open-by-any.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { type Actor, may } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import type { CheckFound } from './checks.queries.js';

/** Who comes to the agency checks of a case. The first that fits is taken. */
export const waysToChecks: readonly Way[] = [
  { permission: 'case.read', part: 'AGENCY_CHECKS' },
  { permission: 'check.answer', part: 'OWN_AGENCY_CHECK' },
];

/** Whoever reads the case sees every answer; a partner sees their own agency's alone, and not what others made of it. */
export const shownTo = (actor: Actor, found: CaseFound, checks: readonly CheckFound[]): CheckFound[] =>
  may(actor, 'case.read', found.panelAreaId)
    ? [...checks]
    : checks.filter(({ agency }) => agency === actor.agency).map((check) => ({ ...check, analysis: null }));

/** Whether somebody may answer a check: any for those who ask, else their own agency's once it was asked. */
export const mayAnswer = (
  actor: Actor,
  found: CaseFound,
  { agency, status }: { readonly agency: string; readonly status: string },
): boolean =>
  may(actor, 'check.request', found.panelAreaId) ||
  (agency === actor.agency && status !== 'NOT_REQUESTED' && may(actor, 'check.answer', found.panelAreaId));

/** The agency that an address names. */
export function agencyFrom(code: string): Agency {
  const agency = agencyCodes.find((known) => known === code);
  if (!agency) throw new NotFound();
  return agency;
}
