import { describe, expect, test } from '@jest/globals';
import { judgementRules } from './judgement-gates.js';
import { type Judgement, judgementCodes } from './judgements.js';
import { preparationBlockers } from './preparation-gates.js';
import type { RuleCode } from './rules.js';

const whole = { level: 'LOW', who: 'w', what: 'w', when: 'w', reasoning: 'r', controls: 'c', contingency: 'c' };
const shutBy = (code: Judgement, judgement: object | null): RuleCode[] =>
  preparationBlockers({ caseId: 'c1', judgements: { [code]: judgement } }, 'SIGN_OFF')
    .filter(({ mend }) => mend === `/cases/c1/judgements/${code}`)
    .map((one) => one.code);

describe.each(judgementCodes)('%s', (code) => {
  const [rated, analysed] = judgementRules(code);

  test('is rated by a level, and "not assessed" and unknown words are none', () => {
    for (const level of ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']) expect(shutBy(code, { ...whole, level })).toEqual([]);
    for (const level of ['NOT_ASSESSED', 'FINE', '', null]) {
      expect(shutBy(code, { ...whole, level })).toEqual([rated]);
    }
    expect(shutBy(code, null)).toEqual([rated, analysed, 'JUDGEMENT_NOT_WHOLE']);
  });

  test('leaves nothing open without saying so', () => {
    for (const part of ['who', 'what', 'when', 'reasoning', 'controls', 'contingency']) {
      expect(shutBy(code, { ...whole, [part]: ' ' })).toHaveLength(1);
    }
    expect(shutBy(code, { ...whole, reasoning: null })).toEqual([analysed]);
  });
});

test('what is left open is named', () => {
  const judgements = { SAFETY_AND_WELLBEING: { ...whole, who: '', contingency: '' } };
  const [found] = preparationBlockers({ judgements }, 'SIGN_OFF').filter(({ message }) => /Safety and/.test(message));
  expect(found?.message).toContain('(Safety and wellbeing: who, what is done if it changes)');
});
