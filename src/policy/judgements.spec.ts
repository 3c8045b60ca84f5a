import { expect, test } from '@jest/globals';
import { isHigh, isRated, levelCodes } from './judgements.js';

test('not assessed is an answer and no level', () => {
  expect(levelCodes.filter((level) => isRated({ level }))).toEqual(['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']);
  expect(isRated(null)).toBe(false);
  expect(isRated({ level: 'FAIRLY' })).toBe(false);
});

test('high and very high are high', () => {
  expect(levelCodes.filter((level) => isHigh({ level }))).toEqual(['HIGH', 'VERY_HIGH']);
  expect(isHigh(undefined)).toBe(false);
});
