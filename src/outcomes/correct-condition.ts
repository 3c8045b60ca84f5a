import type { CaseFound } from '../cases/find-case.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, refuse } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import { inShort, lastDayOf } from './actions-of.js';
import { Delivery, type DeliveryAction } from './delivery.entity.js';
import { outcomeOf } from './given-conditions.js';

type Slip = {
  readonly place: number;
  readonly part: 'description' | 'due';
  readonly before: string;
  readonly after: string;
};

const path = /^conditions\.(\d+)\.(description|due)$/;

/** Which condition a path of an outcome names, and what of it; null where it names none. */
export function conditionIn(field: string): Pick<Slip, 'place' | 'part'> | null {
  const [, place, part] = path.exec(field) ?? [];
  return place === undefined ? null : { place: Number(place), part: part as Slip['part'] };
}

/**
 * Puts a slip of the pen in a condition right where it is carried out, after the correction was kept; part of a unit of
 * work. Who sees to it, how it went and what was varied stay: a condition that reads otherwise since is none of this slip.
 */
export async function correctCondition({ tx }: Work, { id: caseId }: CaseFound, slip: Slip): Promise<void> {
  const stored = await lockOne(tx, Delivery, { caseId });
  const given = (await outcomeOf(tx, caseId))?.conditions[slip.place];
  const { part, before, after } = slip;
  const words = part === 'description' ? before : (given?.description ?? '');
  const at = placeOf(stored?.actions ?? [], { ...slip, words });
  const found = stored?.actions[at];
  if (!stored || !found) return;
  refuse(faultIf(part === 'due' && (found.startsOn ?? '') > after, 'after', 'Its delivery begins after that day'));
  const actions = stored.actions.with(at, { ...found, [part]: after });
  const lastDay = lastDayOf(actions);
  const isPlanned = stored.dueOn !== lastDayOf(stored.actions) && (stored.dueOn ?? '') > (lastDay ?? '');
  await tx.update(
    Delivery,
    { caseId },
    { actions, dueOn: isPlanned ? stored.dueOn : lastDay, version: stored.version + 1 },
  );
}

/** Where the condition stands among what is carried out: in its place, or wherever it was put. -1 where it was changed. */
function placeOf(actions: readonly DeliveryAction[], { place, part, before, words }: Slip & { words: string }): number {
  const isIt = (one: DeliveryAction | undefined): boolean =>
    one?.object !== undefined &&
    inShort(one) === inShort({ description: words }) &&
    (part !== 'due' || one.due === before);
  return isIt(actions[place]) ? place : actions.findIndex(isIt);
}
