import { expect, test } from '@jest/globals';
import { isHigh, isLower, isRated, levelCodes } from './judgements.js';

test('not assessed is an answer and no level', () => {
  expect(levelCodes.filter((level) => isRated({ level }))).toEqual(['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']);
  expect(isRated(null)).toBe(false);
  expect(isRated({ level: 'FAIRLY' })).toBe(false);
});

test('high and very high are high', () => {
  expect(levelCodes.filter((level) => isHigh({ level }))).toEqual(['HIGH', 'VERY_HIGH']);
  expect(isHigh(undefined)).toBe(false);
});

test('a level is lower than one above it, and not assessed is neither', () => {
  expect(isLower('HIGH', 'MEDIUM')).toBe(true);
  expect(isLower('VERY_HIGH', 'HIGH')).toBe(true);
  for (const now of ['HIGH', 'VERY_HIGH', 'NOT_ASSESSED']) expect(isLower('HIGH', now)).toBe(false);
  for (const last of [null, undefined, 'NOT_ASSESSED']) expect(isLower(last, 'LOW')).toBe(false);
});
