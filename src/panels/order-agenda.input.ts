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

/** A case of the agenda that may be moved, and the item beside which it is heard with others. */
type Movable = { readonly id: string; readonly togetherWith: string | null };

/** The whole order with that case moved, and with it those that are heard together with it; at either end they stay. */
export function movedOne(agenda: readonly Movable[], { caseId, step }: OrderAsked): string[] {
  const blocks = agenda.reduce<Movable[][]>((before, one) => {
    const last = before.at(-1);
    const isBeside = one.togetherWith !== null && last?.[0]?.togetherWith === one.togetherWith;
    return isBeside ? [...before.slice(0, -1), [...(last ?? []), one]] : [...before, [one]];
  }, []);
  const from = blocks.findIndex((block) => block.some(({ id }) => id === caseId));
  const moved = blocks[from];
  if (!moved) throw new Invalid([{ field: 'caseIds', message: 'This case is no longer on the agenda' }]);
  const to = Math.min(Math.max(from + step, 0), blocks.length - 1);
  return blocks
    .toSpliced(from, 1)
    .toSpliced(to, 0, moved)
    .flatMap((block) => block.map(({ id }) => id));
}
