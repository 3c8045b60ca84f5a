import { describe, expect, test } from '@jest/globals';
import { gravityEditionCodes, gravityEditionOn, placedByThisProject, pointsTo } from './gravity.js';

describe('a gravity score', () => {
  test.each(gravityEditionCodes)('points in edition %s to what the matrix says', (edition) => {
    expect(pointsTo(edition, 1)).toEqual(['NO_FURTHER_ACTION']);
    expect([...pointsTo(edition, 2)].sort()).toEqual(
      ['COMMUNITY_RESOLUTION', 'OUTCOME_20', 'OUTCOME_21', 'OUTCOME_22', 'OUTCOME_23'].sort(),
    );
    expect([3, 4, 5].flatMap((score) => pointsTo(edition, score))).toEqual([
      'YOUTH_CAUTION',
      'YOUTH_CONDITIONAL_CAUTION',
      'CHARGE',
    ]);
  });

  test('points nowhere when it or its edition is not known', () => {
    expect(pointsTo('ACPO-2013', 2)).toEqual([]);
    expect(pointsTo('NPCC-CGM-2023-10', 0)).toEqual([]);
    expect(pointsTo('NPCC-CGM-2023-10', 8)).toEqual([]);
  });

  test('says which places are this project’s own', () => {
    expect(placedByThisProject).toEqual(['OUTCOME_20', 'OUTCOME_21', 'OUTCOME_23']);
  });

  test('belongs to the edition in use that day', () => {
    expect(gravityEditionOn('2025-01-31')).toBe('NPCC-CGM-2023-10');
    expect(gravityEditionOn('2025-02-01')).toBe('NPCC-CGM-2025-02');
  });
});
