import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { GravityScoring } from './gravity-scoring.entity.js';
import type { GravityInput } from './offence.input.js';

/** Keeps a scoring beside those before it, with who scored and when; part of a unit of work. */
export async function keepScoring(
  { tx, actor, now }: Work,
  offenceId: string,
  { edition, startScore, finalScore, factors }: GravityInput,
): Promise<void> {
  await tx.insert(GravityScoring, {
    ...{ id: newId(), offenceId, edition, startScore, finalScore, scoredBy: actor.personId, scoredAt: now },
    factors: (factors ?? []).map(({ code, kind, evidence }) => ({ code, kind, evidence })),
  });
}
