import type { Way } from '../cases/open-by-any.js';

/** Who comes to the victims of a case, and what they look at. The first that fits is taken. */
export const waysToVictims: readonly Way[] = [
  { permission: 'victim.read-identity', part: 'VICTIMS' },
  { permission: 'case.read', part: 'VICTIM_SUMMARIES' },
];
