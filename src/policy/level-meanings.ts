import type { Judgement, Level } from './judgements.js';
import { type Source, sources } from './sources.js';

type Meanings = Readonly<Record<Level, string>>;

/** Said of each judgement alike: it is an answer, and it is not a level. */
const notAssessed = 'Nobody can say yet. The case cannot go before a panel until there is a level.';

/**
 * What each level means, in plain words beside the choice. The words are our own.
 * Source: each judgement's row. The scale of reoffending ends at high in the YJB's tools; very high is kept for areas
 * whose tool has four levels.
 */
export const levelMeanings: Readonly<Record<Judgement, { readonly source: Source; readonly meanings: Meanings }>> = {
  SAFETY_AND_WELLBEING: {
    source: sources.riskLevels,
    meanings: {
      LOW: 'Nothing that anybody does, and nothing that happens around the child, points to harm now.',
      MEDIUM: 'There are some signs, and ordinary work with the child is enough to deal with them.',
      HIGH: 'There are clear signs. Something has to be done soon, and other agencies are likely to be needed.',
      VERY_HIGH: 'The child is being harmed, or is about to be: safeguarding has to act at once.',
      NOT_ASSESSED: notAssessed,
    },
  },
  RISK_OF_SERIOUS_HARM: {
    source: sources.riskLevels,
    meanings: {
      LOW: 'Nothing points to serious harm now.',
      MEDIUM: 'Some things point to it, and it is unlikely unless something changes.',
      HIGH: 'It could happen at any time and would be grave. More oversight than usual is needed.',
      VERY_HIGH: 'It is about to happen. Several agencies have to act at once.',
      NOT_ASSESSED: notAssessed,
    },
  },
  LIKELIHOOD_OF_REOFFENDING: {
    source: sources.reoffendingLevels,
    meanings: {
      LOW: 'Little points to the child offending again, and what helps the child is in place.',
      MEDIUM: 'Some things point to it, and some help the child to keep away from it.',
      HIGH: 'Much points to it, and little yet helps the child to keep away from it.',
      VERY_HIGH: 'It is to be expected unless something changes now. Use it only where your tool has this level.',
      NOT_ASSESSED: notAssessed,
    },
  },
};
