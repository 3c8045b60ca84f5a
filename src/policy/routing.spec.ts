import { describe, expect, test } from '@jest/globals';
import { firstChecks, panelReasons, resolutionBlockers, type ResolutionFacts, type RoutingFacts } from './routing.js';

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

  test('are told that nobody said what is part of the offence, where nobody did', () => {
    const told = (features: readonly string[] | null) =>
      resolutionBlockers({ earlier: [], features, goesToPanel: ['CANNABIS', 'KNIFE'] }).map(({ message }) =>
        message.includes('nobody said what is part of an offence'),
      );
    expect([told(null), told(['CANNABIS', 'KNIFE'])]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test('are told that it may be a second one, where the child may be one who had one', () => {
    const possible = [{ disposal: 'COMMUNITY_RESOLUTION' }];
    const [found] = resolutionBlockers({ earlier: [], possible, features: [] });
    expect(found?.message).toContain('A child who may be this one');
    expect(codes({ earlier: [], possible: [{ disposal: 'YOUTH_CAUTION' }], features: [] })).toEqual([]);
    const [known] = resolutionBlockers({ earlier: possible, possible, features: [] });
    expect(known?.message).not.toContain('may be this one');
  });
});

describe('a case', () => {
  const plain = { features: [], gravityFinal: 2, indictableOnly: 0 };
  const known: RoutingFacts = { caseId: 'c1', offences: [plain], earlierDisposals: [], harmLevel: 'NOT_ASSESSED' };
  const said = (facts: RoutingFacts) => [...panelReasons(facts), ...firstChecks(facts)].map(({ code }) => code);

  test.each<[string, RoutingFacts, string[]]>([
    ['nothing of what no rule names', known, []],
    [
      'one of several offences',
      { ...known, offences: [plain, { ...plain, features: ['CANNABIS'] }] },
      ['CANNABIS_TO_PANEL'],
    ],
    [
      'nothing an area took out',
      {
        ...known,
        goesToPanel: [],
        borderlineScores: [],
        earlierDisposals: [{ disposal: 'COMMUNITY_RESOLUTION' }],
        offences: [{ ...plain, features: ['CANNABIS', 'KNIFE'], gravityFinal: 5 }],
      },
      [],
    ],
    [
      'an indictable-only offence',
      { ...known, offences: [{ ...plain, indictableOnly: true }], cpsAuthority: 'NOT_KNOWN' },
      ['CPS_AUTHORITY_FIRST'],
    ],
    [
      'no more of one whose authority is known',
      { ...known, offences: [{ ...plain, indictableOnly: 1 }], cpsAuthority: 'NO' },
      [],
    ],
    ['a high risk that is somebody’s', { ...known, harmLevel: 'HIGH', checkedFirst: ['TRAINED_ASSESSOR_NEEDED'] }, []],
    [
      'one who may have had a resolution',
      { ...known, possible: [{ disposal: 'COMMUNITY_RESOLUTION' }] },
      ['POLICE_ONLY_RESOLUTION_LIMIT'],
    ],
    [
      'nothing of one who may have, where a second does not go to the panel',
      { ...known, goesToPanel: [], possible: [{ disposal: 'COMMUNITY_RESOLUTION' }] },
      [],
    ],
    ['nothing of one who may have had something else', { ...known, possible: [{ disposal: 'OUTCOME_22' }] }, []],
    ['an offence without a score', { ...known, offences: [{ ...plain, gravityFinal: null }] }, []],
    [
      'whatever is not known',
      { caseId: 'c1' },
      ['POLICE_ONLY_RESOLUTION_LIMIT', 'CANNABIS_TO_PANEL', 'CPS_AUTHORITY_FIRST', 'TRAINED_ASSESSOR_NEEDED'],
    ],
  ])('is told of %s', (_, facts, expected) => {
    expect(said(facts).filter((code) => code !== 'BORDERLINE_TO_PANEL' || facts.offences)).toEqual(expected);
  });

  const unsaid = { features: null, gravityFinal: 2, indictableOnly: null };
  const wordsOf = (facts: RoutingFacts) =>
    new Map([...panelReasons(facts), ...firstChecks(facts)].map(({ code, message }) => [code, message]));

  test('is told of every mark that nobody spoke of that nobody did', () => {
    const found = wordsOf({ ...known, goesToPanel: ['CANNABIS', 'KNIFE'], offences: [plain, unsaid] });
    const codes = ['CANNABIS_TO_PANEL', 'KNIFE_TO_PANEL', 'CPS_AUTHORITY_FIRST', 'TRAINED_ASSESSOR_NEEDED'] as const;
    expect([...found.keys()]).toEqual(codes);
    for (const code of codes) expect(found.get(code)).toContain('nobody said what is part of an offence');
    const tried = 'nobody said whether the Crown Court alone can try an offence';
    expect(found.get('CPS_AUTHORITY_FIRST')).toContain(tried);
    const unheard = wordsOf({ ...known, offences: [{ ...plain, indictableOnly: null }] }).get('CPS_AUTHORITY_FIRST');
    expect([unheard?.includes(tried), unheard?.includes('part of an offence')]).toEqual([true, false]);
  });

  test.each<[string, RoutingFacts]>([
    ['marked', { ...known, offences: [unsaid, { ...plain, features: ['SEXUAL', 'CANNABIS', 'KNIFE'] }] }],
    [
      'tried in the Crown Court alone, and of high risk',
      { ...known, harmLevel: 'HIGH', offences: [{ ...plain, indictableOnly: 1 }] },
    ],
  ])('is told without a doubt of one that is %s', (_, facts) => {
    const messages = [...wordsOf({ ...facts, goesToPanel: ['CANNABIS', 'KNIFE'] }).values()];
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(message).not.toContain('nobody');
  });

  test('without an offence on record may border on a charge', () => {
    expect(said({ caseId: 'c1' })).toContain('BORDERLINE_TO_PANEL');
  });
});
