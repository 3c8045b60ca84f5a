import sql, { join } from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import type { AgendaCase } from './meetings.queries.js';

/**
 * Gives the items, in their new order, the places they have among them. No two items of a meeting may hold one place at
 * once, so what moves leaves its place before any other takes it; part of a unit of work that holds the meeting.
 */
export async function placeInOrder(
  { tx }: Work,
  items: readonly Pick<AgendaCase, 'itemId' | 'position'>[],
): Promise<void> {
  const places = items.map(({ position }) => position).toSorted((one, other) => one - other);
  const placed = items.map(({ itemId, position }, index) => ({ itemId, position, to: places[index] ?? position }));
  const moved = placed.filter(({ position, to }) => position !== to);
  if (moved.length === 0) return;
  const ids = moved.map(({ itemId }) => itemId);
  await rows(tx, sql`update agenda_items set position = -position where id in (${join(ids)})`);
  for (const { itemId, to } of moved) {
    await rows(tx, sql`update agenda_items set position = ${to} where id = ${itemId}`);
  }
}
