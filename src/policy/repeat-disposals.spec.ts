import { describe, expect, test } from '@jest/globals';
import { repeatFlags } from './repeat-disposals.js';

const had = (disposal: string, givenOn: string, route = 'PANEL') => ({ disposal, givenOn, route });
const three = [
  had('COMMUNITY_RESOLUTION', '2026-03-01', 'POLICE_ISSUED'),
  had('COMMUNITY_RESOLUTION', '2025-02-01', 'OTHER_AREA'),
  had('ANTISOCIAL_BEHAVIOUR_CONTRACT', '2026-05-01'),
];

describe('the flag of a repeat', () => {
  test('is not raised for a child without an earlier disposal', () => {
    expect(repeatFlags([], '2026-10-20')).toEqual([]);
  });

  test('is raised from the first, and asks nobody to explain below the threshold', () => {
    expect(repeatFlags(three.slice(0, 1), '2026-10-20')).toMatchObject([
      { code: 'REPEAT_DISPOSAL', count: 1, informal: 1, mustExplain: false, since: '2026-03-01' },
    ]);
  });

  test('counts by type, route and period, from any source', () => {
    const [flag] = repeatFlags(three, '2026-10-20');
    expect(flag).toMatchObject({ count: 3, since: '2025-02-01', withinYear: 2, informal: 2, mustExplain: true });
    expect(flag?.byType).toEqual({ COMMUNITY_RESOLUTION: 2, ANTISOCIAL_BEHAVIOUR_CONTRACT: 1 });
    expect(flag?.byRoute).toEqual({ POLICE_ISSUED: 1, OTHER_AREA: 1, PANEL: 1 });
    expect(flag?.message).toBe(
      '3 earlier disposals, 2 in the last twelve months (Community resolution: 2; Antisocial behaviour contract: 1)',
    );
  });

  test('asks for an explanation by the area’s own threshold', () => {
    expect(repeatFlags(three, '2026-10-20', 3)[0]?.mustExplain).toBe(false);
  });

  test('counts the year to the day', () => {
    const within = (givenOn: string) => repeatFlags([had('OUTCOME_22', givenOn)], '2026-10-20')[0]?.withinYear;
    expect(within('2025-10-20')).toBe(0);
    expect(within('2025-10-21')).toBe(1);
  });
});
