import { describe, expect, it } from '@jest/globals';
import { codeInWords, dayInWords, instantInWords } from './words.js';

describe('Words on a page', () => {
  it('tell a day as people write it, and leave alone what is no day', () => {
    expect(dayInWords('2026-11-22')).toBe('22 November 2026');
    expect(dayInWords('2026-2-31')).toBe('2026-2-31');
  });

  it('tell an instant by the clock in London, in winter and in summer', () => {
    expect(instantInWords('2026-11-22T13:13:00.000Z')).toBe('22 November 2026 at 1:13pm');
    expect(instantInWords('2026-07-21T23:05:00.000Z')).toBe('22 July 2026 at 12:05am');
    expect(instantInWords('soon')).toBe('soon');
  });

  it('tell a code as a phrase', () => {
    expect(codeInWords('INFORMATION_RECEIVED')).toBe('Information received');
    expect(codeInWords('OUTCOME_22')).toBe('Outcome 22');
  });
});
