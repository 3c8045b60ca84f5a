import { Invalid } from '../platform/errors.js';

/** A case to go one place up or down, and the version of the meeting that was shown. */
export type OrderAsked = { readonly caseId: string; readonly step: -1 | 1; readonly version: number };

/** What the buttons beside the cases send: `up` or `down` with the case. */
export function orderAsked(body: unknown): OrderAsked {
  const { up, down, version } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const caseId = up ?? down;
  const shown = Number(version);
  if (typeof caseId !== 'string' || !Number.isInteger(shown)) {
    throw new Invalid([{ field: 'caseIds', message: 'Choose a case to move up or down' }]);
  }
  return { caseId, step: up === undefined ? 1 : -1, version: shown };
}

/** The whole order with that case moved, and its place in it, from 1; at either end it stays. */
export function movedOne(
  caseIds: readonly string[],
  { caseId, step }: OrderAsked,
): { caseIds: string[]; place: number } {
  const from = caseIds.indexOf(caseId);
  if (from === -1) throw new Invalid([{ field: 'caseIds', message: 'This case is no longer on the agenda' }]);
  const to = Math.min(Math.max(from + step, 0), caseIds.length - 1);
  return { caseIds: caseIds.toSpliced(from, 1).toSpliced(to, 0, caseId), place: to + 1 };
}
