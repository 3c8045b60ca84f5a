import type { Disposal } from '../policy/disposal.js';
import type { DisposalChangeInput } from './disposal.input.js';

/** The row that an administrator proposes. What it entails in person or as an activity is what its rules ask. */
export function proposedRow(code: string, input: DisposalChangeInput): Disposal {
  const { name, homeOfficeOutcome, nationalCodes = [], interimNationalCode, validFrom, validTo } = input;
  const { informal, firstTimeEntrant, rules = [], outcomeRules = [], registerRules = [], meanings = [] } = input;
  return {
    ...{ code, name, homeOfficeOutcome: homeOfficeOutcome ?? null, nationalCodes },
    ...{ interimNationalCode: interimNationalCode ?? null, validFrom, validTo: validTo ?? null },
    ...{ informal, firstTimeEntrant, rules, outcomeRules, registerRules },
    givenInPerson: outcomeRules.includes('GIVEN_BY_MISSING'),
    activity: outcomeRules.includes('ACTIVITY_NOT_COMPLETED'),
    meanings: meanings.map(({ part, words, source, grounding }) => ({ part, words, source, grounding })),
  };
}
