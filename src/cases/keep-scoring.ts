import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { GravityScoring, type OffenceMarks } from './gravity-scoring.entity.js';
import type { GravityInput } from './offence.input.js';

/**
 * Keeps a scoring beside those before it, with who scored and when, and how the offence was marked where that changes; part of a
 * unit of work.
 */
export async function keepScoring(
  { tx, actor, now }: Work,
  offenceId: string,
  { edition, startScore, finalScore, factors }: GravityInput,
  marksBefore: OffenceMarks | null = null,
): Promise<void> {
  await tx.insert(GravityScoring, {
    ...{ id: newId(), offenceId, edition, startScore, finalScore, scoredBy: actor.personId, scoredAt: now },
    marksBefore,
    factors: (factors ?? []).map(({ code, kind, evidence }) => ({ code, kind, evidence })),
  });
}
