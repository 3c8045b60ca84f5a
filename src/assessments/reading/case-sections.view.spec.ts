import { sectionsAtDecision, sectionsInPack } from './case-sections.view.js';
import type { CaseRead } from './read-case.js';

const picture: CaseRead = {
  ...{ responsibilityStance: 'FULL_ADMISSION', evidenceSufficient: 'YES', cpsAuthority: 'NOT_NEEDED' },
  ...{
    policeInformation: '',
    repeatThreshold: 2,
    noIdentifiableVictimReason: null,
    arrestedFor: null,
    consideration: null,
  },
  ...{ ethnicity: null, referrals: [], readOn: '2026-11-23', signOff: null },
  ...{
    voices: [],
    victims: [],
    judgements: [],
    earlierDisposals: [],
    earlierBehaviour: [],
    disposalCheck: null,
    ...{ flags: [], reviews: [], before: [] },
    checks: [],
    offences: [],
  },
  ...{ setId: 'child-assessment', setVersion: '2026-12', answers: {} },
};
const known = [{ what: 'Lives with an aunt.', from: 'The aunt', on: '2026-11-02', kind: 'FACT' }];

test('a panel that would decide on facts that nobody has analysed is told of them', () => {
  const facts = { ...picture, answers: { 'family-known': known } };
  expect(sectionsAtDecision(facts).at(-1)).toMatchObject({
    badges: [{ text: 'Not analysed' }],
    rows: [{ key: 'Family and the agencies around it', value: expect.stringContaining('family') }],
  });
  const family = sectionsInPack(facts).find(({ id }) => id === 'family');
  expect(family).toMatchObject({ badges: [{ text: 'Not analysed' }] });
  expect(family?.rows[0]?.value).toBe('Lives with an aunt. (The aunt; 2 November 2026; Fact)');
  const analysed = { ...facts, answers: { 'family-known': known, 'family-meaning': 'She holds them together.' } };
  expect(JSON.stringify(sectionsInPack(analysed))).not.toContain('Not analysed');
});
