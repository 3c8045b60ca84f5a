import { describe, expect, it } from '@jest/globals';
import { fullSets, isNamed, nameOfSet, setNamed, setsOpen, shortSets, usualSets } from './assessment-sets.js';

const chosen = usualSets();

describe('the sets of a panel area', () => {
  it('are the newest full and short ones until somebody chooses', () => {
    expect([chosen.full, chosen.short, chosen.withinMonths]).toEqual([fullSets.at(-1), shortSets.at(-1), 6]);
  });

  it.each<[string, string | null, number, number]>([
    ['no earlier assessment', null, 6, 1],
    ['an earlier one signed off today', '2026-11-26', 6, 2],
    ['one signed off six months ago to the day', '2026-05-26', 6, 2],
    ['one signed off a day longer ago', '2026-05-25', 6, 1],
    ['one signed off before the end of a shorter month', '2026-08-31', 3, 2],
    ['one that is dated after today', '2026-11-27', 6, 1],
  ])('let an assessment begin, with %s', (_, assessedOn, withinMonths, open) => {
    expect(setsOpen({ ...chosen, withinMonths }, assessedOn, '2026-11-26')).toHaveLength(open);
  });

  it('never let the short one begin where the area has none', () => {
    expect(setsOpen({ ...chosen, short: null }, '2026-11-20', '2026-11-26')).toEqual([chosen.full]);
  });

  it('are named by id, by id and version in one word, or by both apart', () => {
    const [older] = fullSets;
    expect(setNamed(fullSets, 'child-assessment')).toBe(fullSets.at(-1));
    expect(setNamed(fullSets, nameOfSet(older!))).toBe(older);
    expect(setNamed(fullSets, { id: 'child-assessment', version: '1999-01' })).toBeNull();
    expect([isNamed(older!, 'child-assessment'), isNamed(older!, 'child-assessment@2026-12')]).toEqual([true, false]);
  });
});
