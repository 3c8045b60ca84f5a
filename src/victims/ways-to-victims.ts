import type { Way } from '../cases/open-by-any.js';
import type { Actor } from '../platform/actor.js';
import type { Subject } from '../platform/trail/append-to-trail.js';

/** Who comes to the victims of a case, and what they look at. The first that fits is taken. */
export const waysToVictims: readonly Way[] = [
  { permission: 'victim.read-identity', part: 'VICTIMS' },
  { permission: 'case.read', part: 'VICTIM_SUMMARIES' },
];

/** A list over several cases is recorded of the person who looked. */
export const listSubject = ({ personId }: Actor): Subject => ({ type: 'PERSON', id: personId, panelAreaId: null });
