import { blocker, casePage, type Gate, isWritten } from './gate.js';
import { isRated, type Judgement, judgementCodes, type JudgementFacts, judgements } from './judgements.js';
import type { PreparationFacts } from './preparation-facts.js';
import type { RuleCode } from './rules.js';

type Part = Exclude<keyof JudgementFacts, 'level'>;

/** What a judgement says beside its level, with the words for what is left open. Source: HMIP 2021 section 3.1. */
const parts: Readonly<Record<Part, string>> = {
  who: 'who',
  what: 'what',
  when: 'when',
  reasoning: 'why this level',
  controls: 'what is in place now',
  contingency: 'what is done if it changes',
};

/** The rules of each judgement, and the parts without which its level is not analysed. Source: the rules' rows. */
const asked: Readonly<Record<Judgement, { rated: RuleCode; analysed: RuleCode; needs: readonly Part[] }>> = {
  SAFETY_AND_WELLBEING: {
    ...{ rated: 'SAFETY_NOT_RATED', analysed: 'SAFETY_NOT_ANALYSED' },
    needs: ['reasoning', 'controls'],
  },
  RISK_OF_SERIOUS_HARM: {
    ...{ rated: 'HARM_NOT_RATED', analysed: 'HARM_NOT_ANALYSED' },
    needs: ['who', 'what', 'when', 'reasoning', 'contingency'],
  },
  LIKELIHOOD_OF_REOFFENDING: {
    ...{ rated: 'LIKELIHOOD_NOT_RATED', analysed: 'LIKELIHOOD_NOT_ANALYSED' },
    needs: ['reasoning', 'controls'],
  },
};

const gatesOf =
  (code: Judgement): Gate<PreparationFacts> =>
  (facts) => {
    const found = facts.judgements?.[code];
    const { rated, analysed, needs } = asked[code];
    const mend = casePage(facts, `judgements/${code}`);
    const open = (Object.keys(parts) as Part[]).filter((part) => !isWritten(found?.[part]));
    const besides = open.filter((part) => !needs.includes(part));
    const about = `${judgements[code]}: ${besides.map((part) => parts[part]).join(', ')}`;
    return [
      ...(isRated(found) ? [] : [blocker(rated, mend)]),
      ...(open.some((part) => needs.includes(part)) ? [blocker(analysed, mend)] : []),
      ...(besides.length > 0 ? [blocker('JUDGEMENT_NOT_WHOLE', mend, { about })] : []),
    ];
  };

/**
 * Each judgement has a level, which "not assessed" is not, and apart from it the analysis; what else it leaves open is
 * told. In: nothing. Out: the gates. Source: HMIP 2021 (Leicestershire) section 3.1 (classify and analyse separately).
 */
export const judgementGates: readonly Gate<PreparationFacts>[] = judgementCodes.map(gatesOf);

/** The rules that a judgement's own page mends. In: a judgement. Out: their codes. Source: the table above. */
export const judgementRules = (code: Judgement): RuleCode[] => [
  asked[code].rated,
  asked[code].analysed,
  'JUDGEMENT_NOT_WHOLE',
];
