import { Injectable } from '@nestjs/common';
import { factorFaults } from '../policy/gravity-factors.js';
import { mayNeedAuthority } from '../policy/routing.js';
import { scoringWarnings, type ScoringWarning } from '../policy/gravity-scoring.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Case } from './case.entity.js';
import { changePreparation } from './change-preparation.js';
import type { GravityScoreInput } from './gravity.input.js';
import type { OffenceMarks } from './gravity-scoring.entity.js';
import { keepScoring } from './keep-scoring.js';
import { Offence } from './offence.entity.js';
import { caseSubject } from './visible-cases.js';

const PART = { name: 'GRAVITY', isAuthored: false, news: { news: 'GRAVITY' } } as const;

export type GravityScored = { readonly version: number; readonly warnings: readonly ScoringWarning[] };

/**
 * Scores an offence in the child gravity matrix: where it starts, each factor with its evidence, where it ends. Where it is marked
 * now as one for which the prosecutor may be needed, that nobody is needed was said of what it was before.
 */
@Injectable()
export class ScoreGravity {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, input: GravityScoreInput): Promise<GravityScored> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'police-information.record', caseId, PART);
      const offence = await claim(work.tx, Offence, { id, caseId }, input.version);
      const { indictableOnly, features = offence.features, edition, startScore, finalScore, factors: given } = input;
      const factors = given ?? [];
      refuse(factorFaults(edition, factors, offence.gravityFactors));
      const marksBefore = { features: offence.features, indictableOnly: offence.indictableOnly };
      const marked = {
        features,
        indictableOnly: indictableOnly === undefined ? offence.indictableOnly : Number(indictableOnly),
      };
      await work.tx.update(
        Offence,
        { id },
        {
          ...{ ...marked, gravityEdition: edition, gravityStart: startScore, gravityFinal: finalScore },
          gravityFactors: factors.map(({ code, kind, evidence }) => ({ code, kind, evidence })),
        },
      );
      const isChanged = !areSameMarks(marked, marksBefore);
      const isNews = isChanged && mayNeedAuthority({ ...offence, ...marked });
      if (isNews) await work.tx.update(Case, { id: caseId, cpsAuthority: 'NOT_NEEDED' }, { cpsAuthority: 'NOT_KNOWN' });
      await keepScoring(work, id, input, isChanged ? marksBefore : null);
      work.record(caseSubject(found), { type: 'GRAVITY_SCORED', finalScore });
      return {
        version: offence.version,
        warnings: scoringWarnings({ startScore, finalScore, factors }, `offence ${offence.position}`),
      };
    });
  }
}

/** In whatever order they are named. */
const areSameMarks = (one: OffenceMarks, other: OffenceMarks): boolean =>
  one.indictableOnly === other.indictableOnly &&
  JSON.stringify(one.features?.toSorted() ?? null) === JSON.stringify(other.features?.toSorted() ?? null);
