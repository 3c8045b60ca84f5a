import type { CaseFound } from '../cases/find-case.js';
import { casePage } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';

export type WaysBack = { readonly toPanel: string | null; readonly toPolice: string | null };

/** Where a case goes whose child refused, or whose activity was not completed, for whoever may send it there. */
export function waysBack(actor: Actor, { id: caseId, panelAreaId }: CaseFound): WaysBack {
  const to = (permission: 'outcome.record' | 'case.return', page: string) =>
    may(actor, permission, panelAreaId) ? casePage({ caseId }, page) : null;
  return { toPanel: to('outcome.record', 'return-to-panel'), toPolice: to('case.return', 'return-to-police') };
}
