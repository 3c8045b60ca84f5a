import { describe, expect, test } from '@jest/globals';
import { behaviourBlockers, type BehaviourFacts, behaviourStanding } from './earlier-behaviour.js';
import { newsInWords, sectionsTouched } from './late-news.js';
import { currentQuestionSet } from './questions/published-sets.js';

const item = (more: Partial<BehaviourFacts> = {}): BehaviourFacts => ({
  ...{ id: 'b1', kind: 'ARREST', version: 2, happenedOn: '2026-09-12', ...more },
});
const considered = (standing: string, itemVersion = 2) => item({ consideration: { standing, itemVersion } });

describe('an item of earlier behaviour', () => {
  test.each([
    [item(), 'NOT_CONSIDERED'],
    [considered('USED'), 'USED'],
    [considered('SET_ASIDE'), 'SET_ASIDE'],
    [considered('READ'), 'NOT_CONSIDERED'],
    [considered('USED', 1), 'CORRECTED_SINCE'],
    [item({ withdrawnAt: '2026-10-01T09:00:00.000Z' }), 'WITHDRAWN'],
  ])('%j stands as %s', (one, standing) => {
    expect(behaviourStanding(one)).toBe(standing);
  });

  test('leaves the gate shut until it is considered as it says now, each on a page of its own', () => {
    const earlierBehaviour = [item(), considered('USED', 1), considered('USED'), item({ id: 'b4', kind: 'NEW' })];
    const found = behaviourBlockers({ caseId: 'c1', earlierBehaviour });
    expect(found.map(({ mend }) => mend)).toEqual([
      ...['b1', 'b1', 'b4'].map((id) => `/cases/c1/earlier-behaviour/${id}/consideration`),
    ]);
    expect(found[1]?.message).toContain('Arrest, 2026-09-12, corrected since it was considered');
  });

  test('is not known to be absent where nobody says so', () => {
    expect(behaviourBlockers({ caseId: 'c1', earlierBehaviour: [] })).toEqual([]);
    expect(behaviourBlockers({ caseId: 'c1' })).toMatchObject([{ mend: '/cases/c1/earlier-behaviour' }]);
  });

  test('is news under its kind, and touches what that kind bears on', () => {
    const news = { news: 'EARLIER_BEHAVIOUR', about: 'INTELLIGENCE' } as const;
    expect(newsInWords(news)).toContain('Intelligence was recorded');
    expect(sectionsTouched(news, currentQuestionSet('child-assessment'))).toContain('exploitation');
    expect(newsInWords({ news: 'EARLIER_BEHAVIOUR' })).toBe('Earlier behaviour came to light');
  });
});
