import { describe, expect, it } from '@jest/globals';
import { questionsOf } from './questions/question-set.js';
import { findQuestionSet } from './questions/published-sets.js';
import { countJudgements, findFramework, frameworks, rateFramework } from './ratings.js';

const framework = findFramework('HMIP-2021-D3')!;

/** HM Inspectorate of Probation, Leicestershire, 2 December 2021, Annexe 2: 17 cases, sufficient in so many of them. */
const leicestershire = {
  '3.1.1': { yes: 8, percent: 47, band: 'INADEQUATE' },
  '3.1.2': { yes: 5, percent: 29, band: 'INADEQUATE' },
  '3.1.3': { yes: 1, percent: 6, band: 'INADEQUATE' },
  '3.2.1': { yes: 9, percent: 53, band: 'REQUIRES_IMPROVEMENT' },
  '3.2.2': { yes: 6, percent: 35, band: 'INADEQUATE' },
  '3.2.3': { yes: 3, percent: 18, band: 'INADEQUATE' },
  '3.3.1': { yes: 9, percent: 53, band: 'REQUIRES_IMPROVEMENT' },
  '3.3.2': { yes: 7, percent: 41, band: 'INADEQUATE' },
  '3.3.3': { yes: 4, percent: 24, band: 'INADEQUATE' },
};

/** Every key question with the same count, but for those named. */
const counts = (yes: number, applicable: number, all: number, but: Record<string, [number, number, number]> = {}) =>
  Object.keys(leicestershire).map((ref) => {
    const [y, a, n] = but[ref] ?? [yes, applicable, all];
    return { ref, yes: y, applicable: a, all: n };
  });

const first = (yes: number, applicable: number, all: number) =>
  rateFramework(framework, counts(yes, applicable, all))[0]!;

describe('the ratings of an audit', () => {
  it('are those published for Leicestershire in 2021 when its counts are typed in', () => {
    const typed = Object.entries(leicestershire).map(([ref, { yes }]) => ({ ref, yes, applicable: 17, all: 17 }));
    const rated = rateFramework(framework, typed);
    expect(rated.map(({ ref, rating }) => [ref, rating])).toEqual([
      ['3.1', 'INADEQUATE'],
      ['3.2', 'INADEQUATE'],
      ['3.3', 'INADEQUATE'],
    ]);
    const found = rated.flatMap(({ keyQuestions }) => keyQuestions);
    expect(found.map(({ ref, yes, percentOfAll, band }) => [ref, { yes, percent: percentOfAll, band }])).toEqual(
      Object.entries(leicestershire),
    );
  });

  it.each([
    [0, 'INADEQUATE'],
    [49, 'INADEQUATE'],
    [50, 'REQUIRES_IMPROVEMENT'],
    [64, 'REQUIRES_IMPROVEMENT'],
    [65, 'GOOD'],
    [79, 'GOOD'],
    [80, 'OUTSTANDING'],
    [100, 'OUTSTANDING'],
  ])('band %i of 100 as %s', (yes, rating) => {
    expect(first(yes, 100, 100).rating).toBe(rating);
  });

  it.each([
    [1, 8, 13],
    [99, 200, 50],
    [159, 200, 80],
    [2, 3, 67],
    [1, 3, 33],
  ])('round half up before banding: %i of %i is %i', (yes, all, percent) => {
    expect(first(yes, all, all).keyQuestions[0]).toMatchObject({ percentOfAll: percent });
  });

  it('band a percentage after rounding it, so that 99 of 200 requires improvement', () => {
    expect(first(99, 200, 200).rating).toBe('REQUIRES_IMPROVEMENT');
  });

  it('show both denominators and band by all cases, as the annexe did', () => {
    expect(first(6, 10, 17).keyQuestions[0]).toEqual({
      ref: '3.1.1',
      yes: 6,
      applicable: 10,
      all: 17,
      percentOfApplicable: 60,
      percentOfAll: 35,
      band: 'INADEQUATE',
    });
  });

  it('give a standard the lowest band of its key questions, and leave the other standards alone', () => {
    const rated = rateFramework(framework, counts(9, 10, 10, { '3.2.3': [5, 10, 10] }));
    expect(rated.map(({ rating }) => rating)).toEqual(['OUTSTANDING', 'REQUIRES_IMPROVEMENT', 'OUTSTANDING']);
  });

  it('are none where no case was judged', () => {
    expect(rateFramework(framework, [])).toEqual(rateFramework(framework, counts(0, 0, 0)));
    expect(first(0, 0, 0)).toMatchObject({
      rating: null,
      keyQuestions: [{ percentOfAll: null, percentOfApplicable: null, band: null }, {}, {}],
    });
  });

  it('are none for a standard of which one key question was not judged at all', () => {
    const rated = rateFramework(framework, counts(9, 10, 10, { '3.1.3': [0, 0, 0] }));
    expect(rated.map(({ rating }) => rating)).toEqual([null, 'OUTSTANDING', 'OUTSTANDING']);
  });

  it('are not lowered by a key question that arose in no case', () => {
    const [standard] = rateFramework(framework, counts(9, 10, 10, { '3.1.3': [0, 0, 10] }));
    expect(standard).toMatchObject({ rating: 'OUTSTANDING', keyQuestions: [{}, {}, { percentOfAll: 0, band: null }] });
  });

  it.each([
    [11, 10, 17],
    [6, 18, 17],
    [-1, 10, 17],
    [1.5, 10, 17],
    [Number.NaN, 10, 17],
  ])('are refused for the impossible count %d of %d of %d', (yes, applicable, all) => {
    expect(() => first(yes, applicable, all)).toThrow(RangeError);
  });
});

describe('the count of judgements', () => {
  it('leaves not applicable out of the applicable but not out of all', () => {
    const judged = (['YES', 'NO', 'NOT_APPLICABLE', 'YES'] as const).map((judgement) => [{ ref: '3.1.1', judgement }]);
    expect(countJudgements(framework, judged)[0]).toEqual({ ref: '3.1.1', yes: 2, applicable: 3, all: 4 });
    expect(countJudgements(framework, judged)[1]).toEqual({ ref: '3.1.2', yes: 0, applicable: 0, all: 0 });
  });
});

describe('each framework', () => {
  it.each(frameworks.map((each) => [each.id, each] as const))(
    '%s finds its key questions in its question set',
    (_, each) => {
      const set = findQuestionSet(each.questions.id, each.questions.version)!;
      const asked = questionsOf(set).map(({ question }) => question.id);
      const refs = each.standards.flatMap(({ keyQuestions }) => keyQuestions);
      expect(asked).toEqual(expect.arrayContaining(refs.flatMap((ref) => [ref, `${ref}-evidence`])));
    },
  );

  it('is found by its id alone', () => {
    expect(findFramework('HMIP-1999')).toBeNull();
  });
});
