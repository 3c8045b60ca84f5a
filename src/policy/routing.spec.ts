import { describe, expect, test } from '@jest/globals';
import { resolutionBlockers, type ResolutionFacts } from './routing.js';

describe('police registering a resolution', () => {
  const codes = (facts: ResolutionFacts) =>
    resolutionBlockers(facts).map(({ code, severity }) => `${code} ${severity}`);
  const [SECOND, CANNABIS] = ['POLICE_ONLY_RESOLUTION_LIMIT WARN', 'CANNABIS_TO_PANEL WARN'];

  test.each<[string, ResolutionFacts, string[]]>([
    ['nothing that goes to the panel', { earlier: [{ disposal: 'OUTCOME_22' }], features: ['KNIFE'] }, []],
    ['a second one', { earlier: [{ disposal: 'COMMUNITY_RESOLUTION' }], features: [] }, [SECOND]],
    ['cannabis', { earlier: [], features: ['CANNABIS', 'KNIFE'] }, [CANNABIS]],
    ['nothing that is known', {}, [SECOND, CANNABIS]],
  ])('are told of %s', (_, facts, expected) => expect(codes(facts)).toEqual(expected));

  test('are told that it may be a second one, where the child may be one who had one', () => {
    const possible = [{ disposal: 'COMMUNITY_RESOLUTION' }];
    const [found] = resolutionBlockers({ earlier: [], possible, features: [] });
    expect(found?.message).toContain('a child who may be this one had it');
    expect(codes({ earlier: [], possible: [{ disposal: 'YOUTH_CAUTION' }], features: [] })).toEqual([]);
    const [known] = resolutionBlockers({ earlier: possible, possible, features: [] });
    expect(known?.message).not.toContain('may be this one');
  });
});
