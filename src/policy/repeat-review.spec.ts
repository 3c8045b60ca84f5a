import { usualSettings } from './area-settings.js';
import { repeatExplainedBlockers, repeatReviewBlockers, reviewNeed } from './repeat-review.js';

const given = (id: string, givenOn: string, disposal = 'COMMUNITY_RESOLUTION') => ({
  ...{ id, disposal, givenOn, response: { version: 2 } },
});
const three = [given('a', '2023-05-01'), given('b', '2025-12-01', 'OUTCOME_22'), given('c', '2026-10-01')];
const countedOn = '2026-11-23';
const facts = { caseId: 'k', earlierDisposals: three, countedOn, authors: [] };
const at = (change: object) => ({ ...usualSettings, ...change });

describe('when a senior reviewer signs for a repeat', () => {
  test.each([
    ['three informal ones', {}, true],
    ['three, where four are asked', { repeatReviewInformal: 4 }, false],
    ['two community resolutions, where two are enough', { repeatReviewInformal: 9, repeatReviewResolutions: 2 }, true],
    ['three, one of them too long ago to count', { repeatReviewMonths: 24 }, false],
    ['two within the months, where two are enough', { repeatReviewMonths: 24, repeatReviewInformal: 2 }, true],
  ])('%s', (_, change, isNeeded) => {
    expect(reviewNeed({ ...facts, reviewThresholds: at(change) }).isNeeded).toBe(isNeeded);
  });

  test('cautions of either kind are counted apart, and each is signed for', () => {
    const cautions = [given('y', '2025-02-01', 'YOUTH_CAUTION'), given('z', '2026-02-01', 'YOUTH_CONDITIONAL_CAUTION')];
    const need = (change: object, earlierDisposals = cautions) =>
      reviewNeed({ earlierDisposals, countedOn, reviewThresholds: at(change) });
    expect(need({})).toMatchObject({ isNeeded: true, informal: 0, resolutions: 0, cautions: 2, counted: ['y', 'z'] });
    expect(need({ repeatReviewCautions: 3 }).isNeeded).toBe(false);
    expect(need({ repeatReviewMonths: 12 })).toMatchObject({ isNeeded: false, cautions: 1 });
    expect(need({}, cautions.slice(1)).isNeeded).toBe(false);
    const [shut] = repeatReviewBlockers({ caseId: 'k', earlierDisposals: [...three, ...cautions], countedOn });
    expect(shut?.message).toContain('3 earlier informal disposals and 2 earlier cautions');
    const signed = { caseId: 'k', earlierDisposals: cautions, countedOn, reviewedDisposals: ['y'] };
    expect(repeatReviewBlockers(signed)[0]?.message).toContain('(2 earlier cautions)');
  });

  test('why one more will work now is asked of the kind that came to its threshold', () => {
    const cautions = [given('y', '2025-02-01', 'YOUTH_CAUTION'), given('z', '2026-02-01', 'YOUTH_CAUTION')];
    const shut = (disposal: string | null) =>
      repeatExplainedBlockers({ caseId: 'k', earlierDisposals: cautions, countedOn }, { disposal }).length;
    expect(['YOUTH_CONDITIONAL_CAUTION', 'COMMUNITY_RESOLUTION', 'CHARGE', null].map(shut)).toEqual([1, 0, 0, 1]);
  });

  test('a caution is no informal disposal, and one without a real day counts however far back', () => {
    const earlierDisposals = [given('a', ''), given('b', '2026-01-01', 'YOUTH_CAUTION')];
    const reviewThresholds = at({ repeatReviewMonths: 1 });
    expect(reviewNeed({ earlierDisposals, reviewThresholds, countedOn })).toMatchObject({
      informal: 1,
      resolutions: 1,
    });
  });

  test('the gate is shut until each was signed for, and for one that came to be known since', () => {
    const shut = (responses: Record<string, number>) =>
      repeatReviewBlockers({ ...facts, repeatReview: { finding: 'SIGNED', reviewedBy: 's', responses } });
    expect(repeatReviewBlockers(facts)[0]).toMatchObject({
      code: 'REPEAT_NOT_REVIEWED',
      severity: 'OVERRIDE',
      message: expect.stringContaining('(3 earlier informal disposals)'),
      mend: '/cases/k/repeat-review',
    });
    expect(shut({ a: 2, b: 2 })).toHaveLength(1);
    expect(shut({ a: 2, b: 2, c: 2 })).toEqual([]);
    expect(repeatReviewBlockers({ ...facts, earlierDisposals: null })).toHaveLength(1);
    expect(repeatReviewBlockers({ ...facts, earlierDisposals: [] })).toEqual([]);
  });

  test('the latest finding decides, and a signature stands for the responses as they read when it was given', () => {
    const shut = (finding: string, responses: Record<string, number> | null) =>
      repeatReviewBlockers({ ...facts, repeatReview: { finding, reviewedBy: 's', responses } }).map(
        ({ message }) => message,
      );
    expect(shut('SENT_BACK', { a: 2, b: 2, c: 2 })).toEqual([expect.stringContaining('sent it back')]);
    expect(shut('SIGNED', { a: 2, b: 1, c: 2 })).toEqual([expect.stringContaining('as it is now')]);
    expect(shut('SIGNED', null)).toHaveLength(1);
    expect(shut('', { a: 2, b: 2, c: 2 })).toHaveLength(1);
  });

  test('a signature is that of somebody who neither wrote a part of the preparation nor vouches for it', () => {
    const responses = { a: 2, b: 2, c: 2 };
    const shut = (reviewedBy: string | null, more: object = {}) =>
      repeatReviewBlockers({ ...facts, ...more, repeatReview: { finding: 'SIGNED', reviewedBy, responses } });
    const others = { authors: ['a'], signer: 'm' };
    expect([shut('s', others), shut('s', { authors: ['a', 's'], signer: 'm' }).length]).toEqual([[], 1]);
    expect(shut('m', others)[0]?.message).toContain('somebody else signs');
    expect(shut(null, others)).toHaveLength(1);
  });

  test('a signature counts for a meeting when it was given before the meeting was due to begin', () => {
    const signed = { finding: 'SIGNED', reviewedBy: 's', responses: { a: 2, b: 2, c: 2 } };
    const shut = (reviewedAt: string | null, meetingStartsAt: string | null = '2026-11-24T10:00:00.000Z') =>
      repeatReviewBlockers({ ...facts, meetingStartsAt, repeatReview: { ...signed, reviewedAt } });
    expect(shut('2026-11-24T09:59:59.999Z')).toEqual([]);
    expect(shut('2026-11-24T10:00:00.000Z')[0]?.message).toContain('due to have begun');
    expect(shut(null)).toHaveLength(1);
    expect(shut('2026-11-25T10:00:00.000Z', null)).toEqual([]);
  });

  test('why one more will work now is asked of an informal one alone, and of what is not said yet', () => {
    const shut = (disposal: string | null, whyNow = '') => repeatExplainedBlockers(facts, { disposal, whyNow }).length;
    expect([shut('COMMUNITY_RESOLUTION'), shut('COMMUNITY_RESOLUTION', 'A mentor'), shut('YOUTH_CAUTION')]).toEqual([
      1, 0, 0,
    ]);
    expect(shut(null)).toBe(1);
    expect(repeatExplainedBlockers(facts, { disposal: 'OUTCOME_22' }, 'police-decision')[0]?.mend).toBe(
      '/cases/k/police-decision',
    );
    expect(repeatExplainedBlockers({ ...facts, earlierDisposals: three.slice(1) }, { disposal: 'OUTCOME_22' })).toEqual(
      [],
    );
  });
});
